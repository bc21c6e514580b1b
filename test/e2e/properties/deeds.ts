import { complete, template } from "../../demo/scenario.ts";
import type { GitHub } from "../../github/driver/github.ts";
import type { PullRequestDriver } from "../../github/driver/pull-request-driver.ts";
import type { RepositoryDriver } from "../../github/driver/repository-driver.ts";
import { settings } from "./settings.ts";

interface Stage {
  pullRequest: PullRequestDriver;
  repository: RepositoryDriver;
  github: GitHub;
}

/**
 * `which` chooses what is said or who does it. Returns false where the deed makes no sense and nothing
 * happens.
 */
type Deed = (stage: Stage, which: number) => unknown;

const pick = <Item>(items: readonly Item[], which: number): Item => items[which % items.length]!;
const isOpen = ({ state }: PullRequestDriver) => state.state === "open";
const ours = "async-review[bot]";

const partly = "## Context\nLarge shops cannot export their orders any more, see #311.\n";
export const bodies = ["", "fix bug", partly, complete, template, "Hi @team <!-- async-review:sticky:0 -->"];

/** What moves turns, or is refused. */
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
  if (!isOpen(pullRequest)) return false;
  const comments = remarks.map((body) => ({ path: "src/export.ts", line: 1, body }));
  return pullRequest.review({ by, state, comments });
}

/** Replies in the newest thread; false when there is none. */
function reply({ pullRequest }: Stage, by: string, body: string) {
  const thread = pullRequest.state.threads.at(-1);
  return thread !== undefined && pullRequest.replyInThread(thread, { by, body });
}

/** The newest comment that a person wrote and that contains a command. */
const findCommand = ({ pullRequest }: Stage) =>
  pullRequest.state.comments.findLast(
    ({ author, body }) => author.login !== ours && body.startsWith("/async"),
  );

/** Deeds that change nothing about the description, whenever the app looks. */
export const talk = {
  request({ pullRequest, repository }, which) {
    if (!isOpen(pullRequest)) return false;
    const team = `${repository.state.owner.login}/payments`;
    return pullRequest.requestReview(pick(["bob", "bob", "carol", "dave", team, "lint[bot]"], which));
  },
  unrequest({ pullRequest }) {
    const asked = pullRequest.state.reviewRequests[0]?.reviewer;
    if (!isOpen(pullRequest) || asked === undefined || "slug" in asked) return false;
    return pullRequest.removeReviewRequest(asked.login);
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
  raise: (stage) => reply(stage, "carol", "blocking: it still is"),
  lower: (stage) => reply(stage, "bob", "not blocking any more"),
  "follow up": (stage, which) =>
    reply(stage, "bob", pick(["nit: and rename tmp", "question: why?", "Thanks!"], which)),
  answer: (stage) => reply(stage, "alice", "It is fast enough."),
  "ask late"({ pullRequest }, which) {
    const comment = pullRequest.state.threads.at(-1)?.comments[0];
    if (comment === undefined) return false;
    return pullRequest.editReviewComment(comment, {
      body: pick(["blocking: it races", "nit: it races"], which),
    });
  },
  resolve({ pullRequest }, which) {
    const open = pullRequest.state.threads.find(({ resolvedBy }) => resolvedBy === null);
    return open !== undefined && pullRequest.resolveThread(open, pick(["alice", "bob"], which));
  },
  unresolve({ pullRequest }) {
    const closed = pullRequest.state.threads.find(({ resolvedBy }) => resolvedBy !== null);
    return closed !== undefined && pullRequest.unresolveThread(closed, "bob");
  },
  outsider: (stage) => review(stage, "mallory", "changes_requested", "blocking: too slow"),
  machine: (stage) => review(stage, "acme-lint", "changes_requested", "blocking: line too long"),
  /** Dora requests changes, and deletes her account. */
  leave(stage) {
    stage.repository.setPermission("dora", "write");
    if (review(stage, "dora", "changes_requested", "blocking: too slow") === false) return false;
    return stage.github.deleteAccount("dora");
  },
  dismiss({ pullRequest }) {
    const given = pullRequest.state.reviews.find(
      ({ state }) => state === "APPROVED" || state === "CHANGES_REQUESTED",
    );
    return given !== undefined && pullRequest.dismissReview(given, "carol");
  },
  "say on the page"({ pullRequest }, which) {
    const body = pick(["Looks fine to me.", "blocking: no migration", "question: why now?"], which);
    return pullRequest.comment({ by: pick(["carol", "bob", "mallory"], which), body });
  },
  status({ pullRequest }, which) {
    const blocker = pick(["", " Blocker: @carol has the key."], which);
    return pullRequest.comment({ body: `Status: half done.${blocker}` });
  },
  command({ pullRequest }, which) {
    const by = pick(["alice", "bob", "carol", "mallory", "acme-lint"], Math.floor(which / commands.length));
    return pullRequest.comment({ by, body: pick(commands, which) });
  },
  "command in a thread": (stage, which) => reply(stage, pick(["alice", "bob"], which), pick(commands, which)),
  "close a thread by command": (stage, which) =>
    reply(stage, pick(["carol", "mallory"], which), "/async resolve"),
  "command in a review"(stage, which) {
    if (!isOpen(stage.pullRequest)) return false;
    return stage.pullRequest.review({ by: "bob", body: pick(commands, which) });
  },
  "force push"({ pullRequest }) {
    if (!isOpen(pullRequest)) return false;
    return pullRequest.push({ force: true, files: [{ path: "src/more.ts", additions: 70 }] });
  },
  "merge the base": ({ pullRequest }) => isOpen(pullRequest) && pullRequest.push({ mergeBase: true }),
  conflict: ({ pullRequest }, which) =>
    pullRequest.setMergeable(pick(["CONFLICTING", "CONFLICTING", "MERGEABLE"], which)),
  checks: ({ pullRequest, repository }, which) =>
    repository.setCheckOfOther(pullRequest.headSha, "ci", pick(["failure", "failure", "success"], which)),
  /** More label events than fit on a page. */
  crowd({ pullRequest }) {
    for (let count = 0; count < 51; count += 1) {
      pullRequest.addLabel("size: L", "labeler[bot]");
      pullRequest.removeLabel("size: L", "labeler[bot]");
    }
  },
  "long thread"(stage) {
    for (let count = 0; count < 51; count += 1)
      if (reply(stage, pick(["bob", "alice"], count), `And ${count}?`) === false) return false;
    return true;
  },
} satisfies Record<string, Deed>;

/** Others whose outcome does not depend on when the app looks. */
const changes = {
  edit: ({ pullRequest }, which) => pullRequest.edit({ body: pick(bodies, which) }),
  title: ({ pullRequest }, which) => pullRequest.edit({ title: pick(["fix bug", "Revert it"], which) }),
  push({ pullRequest }, which) {
    if (!isOpen(pullRequest)) return false;
    return pullRequest.push({
      files: [{ path: "src/more.ts", additions: 3 }],
      by: pick([pullRequest.state.author.login, pullRequest.state.author.login, "bob"], which),
    });
  },
  draft: ({ pullRequest }) => isOpen(pullRequest) && pullRequest.convertToDraft(),
  ready: ({ pullRequest }) => isOpen(pullRequest) && pullRequest.markReady(),
  close: ({ pullRequest }) => isOpen(pullRequest) && pullRequest.close(),
  reopen: ({ pullRequest }) => pullRequest.state.state === "closed" && pullRequest.reopen(),
  queue({ pullRequest }) {
    const { isDraft, queueEntry } = pullRequest.state;
    return isOpen(pullRequest) && !isDraft && queueEntry === null && pullRequest.enqueue("carol");
  },
  "exempt by label": ({ pullRequest }, which) => {
    const label = pick(["skip-async", "blocker"], which);
    if (pullRequest.labels.includes(label)) return pullRequest.removeLabel(label);
    return pullRequest.addLabel(label);
  },
  "command for the description"({ pullRequest }, which) {
    const said = pick(["/async skip: hotfix", "/async recheck", "/async decision Keep the queue."], which);
    return pullRequest.comment({ by: pick(["bob", "alice", "mallory"], which), body: said });
  },
} satisfies Record<string, Deed>;

/** Deeds that answer what the app did, so it has to be done before. */
const answers = {
  rerun({ pullRequest, repository }) {
    const [run] = pullRequest.checkRuns;
    return run !== undefined && repository.rerun(run.id, "carol");
  },
  "delete our comment"({ pullRequest }, which) {
    const all = pullRequest.comments.filter(({ author }) => author === ours);
    return all.length > 0 && pullRequest.deleteComment(pick(all, which).id, "carol");
  },
  /** Names compare without case. */
  "take a label off"({ pullRequest }, which) {
    const all = pullRequest.labels.filter((name) => /^(?:waiting|review|overdue)/i.test(name));
    return all.length > 0 && pullRequest.removeLabel(pick(all, which).toUpperCase());
  },
  "put a label on"({ pullRequest }, which) {
    const name = pick(["Waiting: Reviewer", "waiting: author", "OVERDUE", "review: Blocking"], which);
    const isOn = pullRequest.labels.some((one) => one.toLowerCase() === name.toLowerCase());
    return !isOn && pullRequest.addLabel(name);
  },
  "delete a command"(stage) {
    const command = findCommand(stage);
    return command !== undefined && stage.pullRequest.deleteComment(command, command.author.login);
  },
} satisfies Record<string, Deed>;

/** Deeds that are no act on the pull request, so a reminder may be due at once. */
const alone = {
  config: ({ repository, github }, which) =>
    repository.pushFile(".github/async.yml", pick(settings(github.clock.now()), which)),
  assign({ pullRequest }, which) {
    const login = pick(["carol", "mallory", "dave"], which);
    return which % 2 === 0 ? pullRequest.assign(login) : pullRequest.unassign(login);
  },
  "edit a command"(stage, which) {
    const command = findCommand(stage);
    if (command === undefined) return false;
    const by = pick([command.author.login, "carol"], which);
    return stage.pullRequest.editComment(command, { by, body: pick(commands, which) });
  },
} satisfies Record<string, Deed>;

/** Deeds to which the app reacts at once; what follows has to find that done. */
const endings = {
  "leave queue"({ pullRequest }, which) {
    if (pullRequest.state.queueEntry === null) return false;
    const [reason, by] = pick(
      [["CI_FAILURE", "github-merge-queue[bot]"] as const, ["MANUAL", "alice"] as const],
      which,
    );
    return pullRequest.dequeue(reason, by);
  },
  "insert by command": ({ pullRequest }) => pullRequest.comment({ body: "/async insert" }),
  merge: ({ pullRequest }) =>
    isOpen(pullRequest) && pullRequest.state.queueEntry === null && pullRequest.merge("carol"),
} satisfies Record<string, Deed>;

export const deeds = { ...talk, ...changes, ...answers, ...alone, ...endings };
export type DeedName = keyof typeof deeds;

const namesOf = <Name extends DeedName>(some: Record<Name, Deed>) => Object.keys(some) as Name[];
export const names = {
  talk: namesOf(talk),
  anytime: namesOf({ ...talk, ...changes }),
  answers: namesOf(answers),
  alone: namesOf(alone),
  endings: namesOf(endings),
};

/** A deed on the pull request with this index. */
export interface Step {
  of: number;
  does: DeedName;
  which: number;
}

/** How often each deed was done, where it made sense. */
export const done = new Map<DeedName, number>();

/** Carries a step out, as a person would on GitHub's page. */
export function carryOut({ of, does, which }: Step, repository: RepositoryDriver, github: GitHub): void {
  const deed: Deed = deeds[does];
  const happened = deed({ pullRequest: repository.pullRequests[of]!, repository, github }, which) !== false;
  if (happened) done.set(does, (done.get(does) ?? 0) + 1);
}
