import fc from "fast-check";
import { complete, template } from "../../demo/scenario.ts";
import type { GitHub } from "../../github/driver/github.ts";
import type { PullRequestDriver } from "../../github/driver/pull-request-driver.ts";
import type { RepositoryDriver } from "../../github/driver/repository-driver.ts";

/**
 * Something that people do, on a pull request unless it says otherwise. Where it makes no sense, nothing
 * happens.
 */
export type Step = { of: number } & (
  | { does: "edit"; body: string }
  | { does: "title"; title: string }
  | { does: "push" | "draft" | "ready" | "close" | "reopen" | "remark" | "rerun" | "delete our comment" }
  /** What moves turns, or holds and releases a merge. Mallory cannot push. */
  | { does: (typeof moves)[number] }
  | { does: "label" | "unlabel"; label: string }
  /** Pushes the repository's config, or removes it. */
  | { does: "config"; text: string | null }
);

/** Moves that change nothing about the description. */
export const talk = [
  ...["force push", "request", "approve", "block", "raise", "lower", "answer", "resolve"],
  ...["outsider", "leave", "dismiss", "conflict"],
] as const;
const moves = [...talk, "queue", "leave queue"] as const;

/** What happens at one moment, before two minutes pass. */
type Chapter = Step[];

export interface Story {
  bodies: string[];
  /** The second one is a bot's, with carol as its assignee. */
  isBots: boolean;
  /** The second one is opened at the first one's commit: they share their checks. */
  isShared: boolean;
  chapters: Chapter[];
}

const partly = "## Context\nLarge shops cannot export their orders any more, see #311.\n";
const bodyArbitrary = fc.constantFrom(
  "",
  "fix bug",
  partly,
  complete,
  template,
  "Hi @team <!-- async-review:sticky:0 -->",
);

const stepArbitrary: fc.Arbitrary<Step> = fc
  .tuple(
    fc.nat({ max: 1 }),
    fc.oneof(
      { weight: 5, arbitrary: fc.record({ does: fc.constant("edit" as const), body: bodyArbitrary }) },
      {
        weight: 1,
        arbitrary: fc.record({
          does: fc.constant("title" as const),
          title: fc.constantFrom("fix bug", "Revert it"),
        }),
      },
      {
        weight: 7,
        arbitrary: fc.record({
          does: fc.constantFrom(
            "push",
            "push",
            "draft",
            "ready",
            "close",
            "reopen",
            "remark",
            "rerun",
            "delete our comment",
          ),
        }),
      },
      { weight: 8, arbitrary: fc.record({ does: fc.constantFrom(...moves) }) },
      {
        weight: 2,
        arbitrary: fc.record({
          does: fc.constantFrom("label" as const, "unlabel" as const),
          label: fc.constantFrom("skip-async", "blocker", "Waiting: Reviewer", "waiting: author"),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          does: fc.constant("config" as const),
          text: fc.constantFrom(
            "enforcement: block\n",
            "enforcement: block\nturns: {hours: {time_zone: UTC}}\n",
            "turns: {hours: {time_zone: UTC}, targets: {default: 2 minutes}}\n",
            "description: {exempt: {drafts: false}}\n",
            "nonsense: [\n",
            null,
          ),
        }),
      },
    ),
  )
  .map(([of, step]) => ({ of, ...step }) as Step);

/** Two pull requests and a few moments in their life. */
export const storyArbitrary: fc.Arbitrary<Story> = fc.record({
  bodies: fc.array(bodyArbitrary, { minLength: 2, maxLength: 2 }),
  isBots: fc.boolean(),
  isShared: fc.boolean(),
  chapters: fc.array(fc.array(stepArbitrary, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 2 }),
});

/** Carries a step out, as a person would on GitHub's page. */
export function carryOut(step: Step, repository: RepositoryDriver, github: GitHub): void {
  const pullRequest = repository.pullRequests[step.of]!;
  if (step.does === "config") repository.pushFile(".github/async.yml", step.text);
  else if (step.does === "edit") pullRequest.edit({ body: step.body });
  else if (step.does === "title") pullRequest.edit({ title: step.title });
  else if (step.does === "label" || step.does === "unlabel") setLabel(pullRequest, step);
  else deeds[step.does](pullRequest, repository, github);
}

type Deed = (pullRequest: PullRequestDriver, repository: RepositoryDriver, github: GitHub) => void;

const isOpen = (pullRequest: PullRequestDriver) => pullRequest.see().state === "open";
const deeds: Record<
  | "push"
  | "draft"
  | "ready"
  | "close"
  | "reopen"
  | "remark"
  | "rerun"
  | "delete our comment"
  | (typeof moves)[number],
  Deed
> = {
  push(pullRequest) {
    if (isOpen(pullRequest)) pullRequest.push({ files: [{ path: "src/more.ts", additions: 3 }] });
  },
  draft(pullRequest) {
    if (isOpen(pullRequest)) pullRequest.convertToDraft();
  },
  ready(pullRequest) {
    if (isOpen(pullRequest)) pullRequest.markReady();
  },
  close(pullRequest) {
    if (isOpen(pullRequest)) pullRequest.close();
  },
  reopen(pullRequest) {
    if (!isOpen(pullRequest)) pullRequest.reopen();
  },
  remark(pullRequest) {
    pullRequest.comment({ by: "carol", body: "Looks fine to me." });
  },
  rerun,
  "delete our comment": deleteOurComment,
  "force push"(pullRequest) {
    if (isOpen(pullRequest))
      pullRequest.push({ force: true, files: [{ path: "src/more.ts", additions: 70 }] });
  },
  request(pullRequest) {
    if (isOpen(pullRequest)) pullRequest.requestReview("bob");
  },
  approve: (pullRequest) => review(pullRequest, "bob", "approved"),
  block: (pullRequest) => review(pullRequest, "bob", "changes_requested"),
  raise: (pullRequest) => reply(pullRequest, "carol", "blocking: it still is"),
  lower: (pullRequest) => reply(pullRequest, "bob", "not blocking any more"),
  answer: (pullRequest) => reply(pullRequest, "alice", "It is fast enough."),
  resolve(pullRequest) {
    const open = pullRequest.state.threads.find(({ resolvedBy }) => resolvedBy === null);
    if (open !== undefined) pullRequest.resolveThread(open, "alice");
  },
  outsider: (pullRequest) => review(pullRequest, "mallory", "changes_requested"),
  /** Dora requests changes, and deletes her account. */
  leave(pullRequest, repository, github) {
    repository.setPermission("dora", "write");
    review(pullRequest, "dora", "changes_requested");
    github.deleteAccount("dora");
  },
  dismiss(pullRequest) {
    const given = pullRequest.state.reviews.find(
      ({ state }) => state === "APPROVED" || state === "CHANGES_REQUESTED",
    );
    if (given !== undefined) pullRequest.dismissReview(given, "carol");
  },
  conflict: (pullRequest) => pullRequest.setMergeable("CONFLICTING"),
  queue(pullRequest) {
    const { isDraft, queueEntry } = pullRequest.state;
    if (isOpen(pullRequest) && !isDraft && queueEntry === null) pullRequest.enqueue("carol");
  },
  "leave queue"(pullRequest) {
    if (pullRequest.state.queueEntry !== null) pullRequest.dequeue("CI_FAILURE", "github-merge-queue[bot]");
  },
};

function review(pullRequest: PullRequestDriver, by: string, state: "approved" | "changes_requested"): void {
  if (!isOpen(pullRequest)) return;
  const comments =
    state === "approved" ? [] : [{ path: "src/export.ts", line: 1, body: "blocking: too slow" }];
  pullRequest.review({ by, state, comments });
}

function reply(pullRequest: PullRequestDriver, by: string, body: string): void {
  const thread = pullRequest.state.threads.at(-1);
  if (thread !== undefined) pullRequest.replyInThread(thread, { by, body });
}

function setLabel(pullRequest: PullRequestDriver, { does, label }: { does: string; label: string }): void {
  const isOn = pullRequest.see().labels.includes(label);
  if (does === "label" && !isOn) pullRequest.addLabel(label);
  if (does === "unlabel" && isOn) pullRequest.removeLabel(label);
}

function rerun(pullRequest: PullRequestDriver, repository: RepositoryDriver): void {
  const [run] = pullRequest.see().checkRuns;
  if (run !== undefined) repository.rerun(run.id, "carol");
}

function deleteOurComment(pullRequest: PullRequestDriver): void {
  const ours = pullRequest.see().comments.find(({ author }) => author.endsWith("[bot]"));
  if (ours !== undefined) pullRequest.deleteComment(ours.id, "carol");
}

/** Opens the story's pull requests. */
export function openAll({ bodies, isBots, isShared }: Story, repository: RepositoryDriver): void {
  for (const login of ["bob", "carol"]) repository.setPermission(login, "write");
  for (const body of bodies) {
    const [first] = repository.pullRequests;
    const on = isShared && first !== undefined ? { sameHeadAs: first } : {};
    const author = isBots && first !== undefined ? "copilot-agent[bot]" : "alice";
    const one = repository.openPullRequest({ author, title: "Export large shops", body, files, ...on });
    if (author !== "alice") one.assign("carol", "alice");
  }
}

const files = [{ path: "src/export.ts", additions: 70, deletions: 20 }];
