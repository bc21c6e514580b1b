import { complete, template } from "../../demo/scenario.ts";
import type { GitHub } from "../../github/driver/github.ts";
import type { PullRequestDriver } from "../../github/driver/pull-request-driver.ts";
import type { RepositoryDriver } from "../../github/driver/repository-driver.ts";
import type { ReviewThread } from "../../github/state/pull-request.ts";
import { settings } from "./settings.ts";

export interface Stage {
  pullRequest: PullRequestDriver;
  repository: RepositoryDriver;
  github: GitHub;
}

/**
 * Something that people do on GitHub's page. `which` chooses who does it, or what they say. Null where it is
 * impossible now, or would change nothing.
 */
export type Deed = (stage: Stage, which: number) => (() => unknown) | null;

const pick = <Item>(items: readonly Item[], which: number): Item => items[which % items.length]!;
const pickOther = <Item>(items: readonly Item[], which: number, than: Item): Item =>
  pick(
    items.filter((one) => one !== than),
    which,
  );
const isOpen = ({ state }: PullRequestDriver) => state.state === "open";
const ours = "async-review[bot]";

const partly = "## Context\nLarge shops cannot export their orders any more, see #311.\n";
export const bodies = ["", "fix bug", partly, complete, template, "Hi @team <!-- async-review:sticky:0 -->"];

/** Commands that move turns, and commands that are refused. */
const commands = [
  "/async waiting",
  "/async ready",
  "/async snooze 2 days",
  "/async snooze until Friday 5pm, please",
  "/async unsnooze",
  "/async due in 2 days",
  "/async due bis Freitag",
  "/async due 2020-01-31",
  "/async due 11/06",
  "/async snoze 1 day",
  "/async help",
  "/async explain",
] as const;

function review(
  { pullRequest }: Stage,
  by: string,
  state: "approved" | "changes_requested" | "commented",
  ...remarks: string[]
) {
  if (!isOpen(pullRequest)) return null;
  const comments = remarks.map((body) => ({ path: "src/export.ts", line: 1, body }));
  return () => pullRequest.review({ by, state, comments });
}

const opener = ({ comments }: ReviewThread) => comments[0]?.author.login ?? "";
const isWithoutDave = ({ comments }: ReviewThread) => comments.every(({ author }) => author.login !== "dave");
const isReviewers = (thread: ReviewThread) => ["bob", "carol"].includes(opener(thread));

/** Replies in the newest open thread that matches; null when none does. */
function reply(
  { pullRequest }: Stage,
  body: string,
  by: string | ((thread: ReviewThread) => string),
  fits: (thread: ReviewThread) => boolean = () => true,
) {
  const thread = pullRequest.state.threads.findLast((one) => one.resolvedBy === null && fits(one));
  if (thread === undefined) return null;
  return () => pullRequest.replyInThread(thread, { by: typeof by === "string" ? by : by(thread), body });
}

/** The newest comment that a person wrote and that contains a command. */
const findCommand = ({ pullRequest }: Stage) =>
  pullRequest.state.comments.findLast(
    ({ author, body }) => author.login !== ours && body.startsWith("/async"),
  );

/** Deeds whose outcome does not depend on when the app looks. */
export const anytime = {
  request({ pullRequest, repository }, which) {
    const team = `${repository.state.owner.login}/payments`;
    const asked = pick(["bob", "bob", "carol", "dave", team, "lint[bot]"], which);
    return isOpen(pullRequest) ? () => pullRequest.requestReview(asked) : null;
  },
  unrequest({ pullRequest }) {
    const asked = pullRequest.state.reviewRequests[0]?.reviewer;
    if (!isOpen(pullRequest) || asked === undefined || "slug" in asked) return null;
    return () => pullRequest.removeReviewRequest(asked.login);
  },
  approve: (stage, which) =>
    review(stage, pick(["bob", "bob", "carol", "mallory", "lint[bot]"], which), "approved"),
  block: (stage, which) =>
    review(stage, pick(["bob", "carol"], which), "changes_requested", "blocking: too slow"),
  "want changes": (stage, which) =>
    review(stage, pick(["bob", "carol"], which), "changes_requested", ...pick([["Too slow."], []], which)),
  ask: (stage, which) =>
    review(
      stage,
      pick(["bob", "carol", "mallory"], which),
      "commented",
      pick(["question: how slow?", "nit: rename it", "suggestion: a stream", "How slow is it?"], which),
    ),
  /** Somebody calls another person's thread blocking. */
  raise: (stage) => reply(stage, "blocking: it still is", "dave", isWithoutDave),
  lower: (stage) => reply(stage, "not blocking any more", opener, isReviewers),
  "follow up": (stage, which) =>
    reply(stage, pick(["nit: and rename tmp", "question: why?", "Thanks!"], which), opener, isReviewers),
  answer: (stage) => reply(stage, "It is fast enough.", "alice"),
  "ask late"({ pullRequest }, which) {
    const comment = pullRequest.state.threads.at(-1)?.comments[0];
    if (comment === undefined) return null;
    const body = pickOther(["blocking: it races", "nit: it races"], which, comment.body);
    return () => pullRequest.editReviewComment(comment, { body });
  },
  resolve({ pullRequest }, which) {
    const open = pullRequest.state.threads.find(({ resolvedBy }) => resolvedBy === null);
    return open === undefined ? null : () => pullRequest.resolveThread(open, pick(["alice", "bob"], which));
  },
  unresolve({ pullRequest }) {
    const closed = pullRequest.state.threads.find(({ resolvedBy }) => resolvedBy !== null);
    return closed === undefined ? null : () => pullRequest.unresolveThread(closed, "bob");
  },
  outsider: (stage) => review(stage, "mallory", "changes_requested", "blocking: too slow"),
  machine: (stage) => review(stage, "acme-lint", "changes_requested", "blocking: line too long"),
  /** Dora requests changes, and deletes her account. */
  leave(stage) {
    const block = review(stage, "dora", "changes_requested", "blocking: too slow");
    if (block === null) return null;
    return () => {
      stage.repository.setPermission("dora", "write");
      block();
      stage.github.deleteAccount("dora");
    };
  },
  dismiss({ pullRequest }) {
    const given = pullRequest.state.reviews.find(
      ({ state }) => state === "APPROVED" || state === "CHANGES_REQUESTED",
    );
    return given === undefined ? null : () => pullRequest.dismissReview(given, "carol");
  },
  "say on the page"({ pullRequest }, which) {
    const body = pick(["Looks fine to me.", "blocking: no migration", "question: why now?"], which);
    return () => pullRequest.comment({ by: pick(["carol", "bob", "mallory"], which), body });
  },
  status({ pullRequest }, which) {
    const blocker = pick(["", " Blocker: @carol has the key."], which);
    return () => pullRequest.comment({ body: `Status: half done.${blocker}` });
  },
  command({ pullRequest }, which) {
    const by = pick(["alice", "bob", "carol", "mallory", "acme-lint"], Math.floor(which / commands.length));
    return () => pullRequest.comment({ by, body: pick(commands, which) });
  },
  "command in a thread": (stage, which) => reply(stage, pick(commands, which), pick(["alice", "bob"], which)),
  "close a thread by command": (stage, which) =>
    reply(stage, "/async resolve", pick(["carol", "mallory"], which)),
  "command in a review"({ pullRequest }, which) {
    if (!isOpen(pullRequest)) return null;
    return () => pullRequest.review({ by: "bob", body: pick(commands, which) });
  },
  "command for the description"({ pullRequest }, which) {
    const said = pick(["/async skip: hotfix", "/async recheck", "/async decision Keep the queue."], which);
    return () => pullRequest.comment({ by: pick(["bob", "alice", "mallory"], which), body: said });
  },
  push({ pullRequest }, which) {
    const { login } = pullRequest.state.author;
    const by = pick([login, login, "bob"], which);
    const files = [{ path: "src/more.ts", additions: 3 }];
    return isOpen(pullRequest) ? () => pullRequest.push({ files, by }) : null;
  },
  "force push"({ pullRequest }) {
    const files = [{ path: "src/more.ts", additions: 70 }];
    return isOpen(pullRequest) ? () => pullRequest.push({ force: true, files }) : null;
  },
  "merge the base": ({ pullRequest }) =>
    isOpen(pullRequest) ? () => pullRequest.push({ mergeBase: true }) : null,
  conflict({ pullRequest }) {
    const other = pullRequest.state.mergeable === "CONFLICTING" ? "MERGEABLE" : "CONFLICTING";
    return isOpen(pullRequest) ? () => pullRequest.setMergeable(other) : null;
  },
  checks:
    ({ pullRequest, repository }, which) =>
    () =>
      repository.setCheckOfOther(pullRequest.headSha, "ci", pick(["failure", "failure", "success"], which)),
  edit({ pullRequest }, which) {
    const body = pickOther(bodies, which, pullRequest.body);
    return () => pullRequest.edit({ body });
  },
  title({ pullRequest }, which) {
    const title = pickOther(["fix bug", "Revert it"], which, pullRequest.state.title);
    return () => pullRequest.edit({ title });
  },
  draft: ({ pullRequest }) =>
    isOpen(pullRequest) && !pullRequest.state.isDraft ? () => pullRequest.convertToDraft() : null,
  ready: ({ pullRequest }) =>
    isOpen(pullRequest) && pullRequest.state.isDraft ? () => pullRequest.markReady() : null,
  close: ({ pullRequest }) => (isOpen(pullRequest) ? () => pullRequest.close() : null),
  reopen: ({ pullRequest }) =>
    !isOpen(pullRequest) && pullRequest.state.mergedAt === null ? () => pullRequest.reopen() : null,
  queue({ pullRequest }) {
    const canQueue = !pullRequest.state.isDraft && pullRequest.state.queueEntry === null;
    return isOpen(pullRequest) && canQueue ? () => pullRequest.enqueue("carol") : null;
  },
  "exempt by label"({ pullRequest }, which) {
    const label = pick(["skip-async", "blocker"], which);
    const isOn = pullRequest.labels.includes(label);
    return () => (isOn ? pullRequest.removeLabel(label) : pullRequest.addLabel(label));
  },
  /** More label events than fit on a page. */
  crowd:
    ({ pullRequest }) =>
    () => {
      for (let count = 0; count < 51; count += 1) {
        pullRequest.addLabel("size: L", "labeler[bot]");
        pullRequest.removeLabel("size: L", "labeler[bot]");
      }
    },
  "long thread"(stage) {
    if (reply(stage, "And?", "bob") === null) return null;
    return () => {
      for (let count = 0; count < 51; count += 1)
        reply(stage, `And ${count}?`, pick(["bob", "alice"], count))?.();
    };
  },
} satisfies Record<string, Deed>;

/** The app's own writes may come in any order. */
const byText = (a: { body: string }, b: { body: string }) => (a.body < b.body ? -1 : 1);

/** Deeds that respond to the app's writes, which must exist before. */
export const answers = {
  rerun({ pullRequest, repository }) {
    const [run] = pullRequest.checkRuns;
    return run === undefined ? null : () => repository.rerun(run.id, "carol");
  },
  "delete our comment"({ pullRequest }, which) {
    const all = pullRequest.comments.filter(({ author }) => author === ours).sort(byText);
    return all.length === 0 ? null : () => pullRequest.deleteComment(pick(all, which).id, "carol");
  },
  /** Names compare without case. */
  "take a label off"({ pullRequest }, which) {
    const all = pullRequest.labels.filter((name) => /^(?:waiting|review|overdue)/i.test(name)).sort();
    return all.length === 0 ? null : () => pullRequest.removeLabel(pick(all, which).toUpperCase());
  },
  "put a label on"({ pullRequest }, which) {
    const name = pick(["Waiting: Reviewer", "waiting: author", "OVERDUE", "review: Blocking"], which);
    const isOn = pullRequest.labels.some((one) => one.toLowerCase() === name.toLowerCase());
    return isOn ? null : () => pullRequest.addLabel(name);
  },
  "delete a command"(stage) {
    const command = findCommand(stage);
    return command === undefined
      ? null
      : () => stage.pullRequest.deleteComment(command, command.author.login);
  },
} satisfies Record<string, Deed>;

/** Deeds that do not count as activity on the pull request and so delay no reminder. */
export const alone = {
  config: ({ repository, github }, which) => {
    const texts = settings(github.clock.now());
    const text = pickOther(texts, which, repository.readFile(".github/async.yml"));
    return () => repository.pushFile(".github/async.yml", text);
  },
  assign({ pullRequest }, which) {
    const login = pick(["carol", "mallory", "dave"], which);
    const isOn = pullRequest.state.assignees.some((one) => one.login === login);
    return () => (isOn ? pullRequest.unassign(login) : pullRequest.assign(login));
  },
  "edit a command"(stage, which) {
    const command = findCommand(stage);
    if (command === undefined) return null;
    const by = pick([command.author.login, "carol"], which);
    const body = pickOther<string>(commands, which, command.body);
    return () => stage.pullRequest.editComment(command, { by, body });
  },
} satisfies Record<string, Deed>;

/** Deeds to which the app reacts at once. The next deed must find the reaction done. */
export const endings = {
  "leave queue"({ pullRequest }, which) {
    if (pullRequest.state.queueEntry === null) return null;
    const [reason, by] = pick(
      [["CI_FAILURE", "github-merge-queue[bot]"] as const, ["MANUAL", "alice"] as const],
      which,
    );
    return () => pullRequest.dequeue(reason, by);
  },
  "insert by command": ({ pullRequest }) =>
    isOpen(pullRequest) ? () => pullRequest.comment({ body: "/async insert" }) : null,
  merge({ pullRequest }) {
    const canMerge = !pullRequest.state.isDraft && pullRequest.state.queueEntry === null;
    return isOpen(pullRequest) && canMerge ? () => pullRequest.merge("carol") : null;
  },
} satisfies Record<string, Deed>;
