import type { Deed } from "../../core/turns/life/life.ts";
import type { PullRequestDriver } from "../../github/driver/pull-request-driver.ts";
import type { RepositoryDriver } from "../../github/driver/repository-driver.ts";
import type { ReviewThread } from "../../github/state/pull-request.ts";

/** The place where a life is played: its pull request on the local GitHub. */
export interface Stage {
  repository: RepositoryDriver;
  one: PullRequestDriver;
  /** The app's login. */
  app: string;
  /** Threads by the script's ids. */
  threads: Map<string, ReviewThread>;
}

type Perform = (stage: Stage, deed: Deed) => unknown;

const words = { approved: "Good.", changes_requested: "Not yet.", commented: "" };

const performances: Record<Deed["does"], Perform> = {
  request: ({ one }, { of, by }) => one.requestReview(of!, { by }),
  unrequest: ({ one }, { of, by }) => one.removeReviewRequest(of!, by),
  review({ one, threads: known }, { by, state = "commented", text, threads }) {
    const comments = threads.map(({ kind }, index) => ({
      path: "src/retry.ts",
      line: index + 1,
      body: kind === null ? "The second line." : `${kind}: the second line`,
    }));
    const before = one.state.threads.length;
    one.review({ by, state, body: text || words[state], comments });
    for (const [index, { id }] of threads.entries()) known.set(id, one.state.threads[before + index]!);
  },
  reply: ({ one, threads }, { by, to, text }) => one.replyInThread(threads.get(to!)!, { by, body: text }),
  resolve: ({ one, threads }, { by, to }) => one.resolveThread(threads.get(to!)!, by),
  unresolve: ({ one, threads }, { by, to }) => one.unresolveThread(threads.get(to!)!, by),
  // Outdated threads count as answered, but the script itself says which threads are answered.
  push: ({ one }, { by }) =>
    one.push({ by, outdate: false, files: [{ path: "src/retry.ts", additions: 1 }] }),
  "force push": ({ one }, { by }) =>
    one.push({ by, force: true, outdate: false, files: [{ path: "src/retry.ts", additions: 1 }] }),
  "merge base": ({ one }, { by }) => one.push({ by, mergeBase: true, outdate: false }),
  draft: ({ one }, { by }) => one.convertToDraft(by),
  "ready for review": ({ one }, { by }) => one.markReady(by),
  comment: ({ one }, { by, text }) => one.comment({ by, body: text }),
  label: ({ one }, { of, by }) => one.addLabel(of!, by),
  react: ({ one }, { by }) => one.react(one.state.reviews[0]!, "heart", by),
  dismiss({ one }, { of, by }) {
    const review = one.state.reviews.findLast(
      ({ author, state }) => author.login === of && state !== "COMMENTED",
    );
    one.dismissReview(review!, by);
  },
  checks: ({ repository, one }, { text }) => repository.setCheckOfOther(one.headSha, "test", text),
  conflict: ({ one }, { text }) => one.setMergeable(text === "solved" ? "MERGEABLE" : "CONFLICTING"),
  enqueue: ({ one }, { by }) => one.enqueue(by),
  dequeue: ({ one }, { by, text }) => one.dequeue(text as "CI_FAILURE", by),
  assign: ({ one }, { of, by }) => one.assign(of!, by),
  // GitHub makes the decision from the reviews that the branch requires.
  decision() {},
  close: ({ one }, { by }) => one.close(by),
  reopen: ({ one }, { by }) => one.reopen(by),
  merge: ({ one }, { by }) => one.merge(by),
  "delete reminder"({ one, app }, { by }) {
    one.deleteComment(one.state.comments.findLast(({ author }) => author.login === app)!, by);
  },
  "/async ready": command,
  "/async waiting": command,
  "/async snooze": command,
  "/async due": command,
  look() {},
};

function command({ one }: Stage, { by, does, span }: Deed): void {
  const said = span === undefined ? "" : ` ${Object.values(span).at(-1)}`;
  one.comment({ by, body: `${does}${said}` });
}

/** Carries a deed of the script out on the local GitHub, through the driver that every test uses. */
export function performDeed(stage: Stage, deed: Deed): void {
  performances[deed.does](stage, deed);
}
