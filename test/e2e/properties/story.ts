import fc from "fast-check";
import { complete, template } from "../../demo/scenario.ts";
import type { PullRequestDriver } from "../../github/driver/pull-request-driver.ts";
import type { RepositoryDriver } from "../../github/driver/repository-driver.ts";

/** Something that people do; on a pull request unless it says otherwise. Where it makes no sense, nothing happens. */
export type Step = { of: number } & (
  | { does: "edit"; body: string }
  | { does: "title"; title: string }
  | { does: "push" | "draft" | "ready" | "close" | "reopen" | "remark" | "rerun" | "delete our comment" }
  | { does: "label" | "unlabel"; label: string }
  /** Pushes the repository's config, or takes it away. */
  | { does: "config"; text: string | null }
);

/** What happens in one moment, before two minutes pass. */
type Chapter = Step[];

export interface Story {
  bodies: string[];
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
      {
        weight: 2,
        arbitrary: fc.record({
          does: fc.constantFrom("label" as const, "unlabel" as const),
          label: fc.constantFrom("skip-async", "blocker"),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          does: fc.constant("config" as const),
          text: fc.constantFrom(
            "enforcement: block\n",
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
  isShared: fc.boolean(),
  chapters: fc.array(fc.array(stepArbitrary, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 2 }),
});

/** Carries a step out, as a person would on GitHub's page. */
export function carryOut(step: Step, repository: RepositoryDriver): void {
  const pullRequest = repository.pullRequests[step.of]!;
  if (step.does === "config") repository.pushFile(".github/async.yml", step.text);
  else if (step.does === "edit") pullRequest.edit({ body: step.body });
  else if (step.does === "title") pullRequest.edit({ title: step.title });
  else if (step.does === "label" || step.does === "unlabel") setLabel(pullRequest, step);
  else deeds[step.does](pullRequest, repository);
}

type Deed = (pullRequest: PullRequestDriver, repository: RepositoryDriver) => void;

const isOpen = (pullRequest: PullRequestDriver) => pullRequest.see().state === "open";
const deeds: Record<
  "push" | "draft" | "ready" | "close" | "reopen" | "remark" | "rerun" | "delete our comment",
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
};

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
export function openAll({ bodies, isShared }: Story, repository: RepositoryDriver): void {
  for (const body of bodies) {
    const [first] = repository.pullRequests;
    const on = isShared && first !== undefined ? { sameHeadAs: first } : {};
    repository.openPullRequest({ author: "alice", title: "Export large shops", body, files, ...on });
  }
}

const files = [{ path: "src/export.ts", additions: 70, deletions: 20 }];
