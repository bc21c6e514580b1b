import { z } from "zod";
import { configPath } from "../../src/core/observation.ts";
import type { Scene } from "../e2e/start-scene.ts";
import type { PullRequestDriver } from "../github/driver/pull-request-driver.ts";
import type { RepositoryDriver } from "../github/driver/repository-driver.ts";
import { repositoryName } from "./create-shop.ts";
import { readTurns } from "./describe-page.ts";
import { clockSteps, moveClock } from "./move-clock.ts";
import { describeConfigChange, people } from "./scenario.ts";

const number = z.int().positive();
const by = z.enum(people);
const text = z.string().max(65_536, "longer than the 65,536 characters that GitHub takes");
const said = text.trim().min(1, "empty; write something first");
const line = z.strictObject({ path: z.string(), line: z.int().min(1, "lines count from 1"), body: said });

/** The actions of the page. Each is one thing that a person does on GitHub's page. */
export const pageActionSchema = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("edit"), number, body: text }),
  z.strictObject({ action: z.literal("press"), number, run: number, identifier: z.string().max(20), by }),
  z.strictObject({ action: z.literal("draft"), number, isDraft: z.boolean(), by }),
  z.strictObject({ action: z.literal("request"), number, reviewer: by, by }),
  z.strictObject({
    action: z.literal("review"),
    number,
    state: z.enum(["commented", "changes_requested", "approved"]),
    body: text,
    comments: z.array(line).max(50),
    by,
  }),
  z.strictObject({ action: z.literal("reply"), number, thread: number, body: said, by }),
  z.strictObject({ action: z.literal("resolve"), number, thread: number, isResolved: z.boolean(), by }),
  z.strictObject({ action: z.literal("comment"), number, body: said, by }),
  z.strictObject({ action: z.literal("push"), number, path: z.string(), by }),
  z.strictObject({ action: z.literal("merge"), number, by }),
  z.strictObject({
    action: z.literal("open"),
    by,
    title: z
      .string()
      .trim()
      .min(1, "empty; a pull request needs one")
      .max(256, "longer than the 256 characters that GitHub takes"),
    body: text,
    isDraft: z.boolean(),
    lines: z.int().min(1).max(5_000),
    reviewer: by.nullable(),
  }),
  z.strictObject({ action: z.literal("configure"), config: text, by }),
  z.strictObject({ action: z.literal("propose"), config: text, by }),
  z.strictObject({ action: z.literal("wait"), step: z.enum(clockSteps) }),
]);
export type PageAction = z.infer<typeof pageActionSchema>;

/** An action that GitHub would refuse, with the reason in a sentence. */
export class RefusedActionError extends Error {
  override name = "RefusedActionError";
}

/** Carries an action out, and waits until the app has reacted. */
export async function doPageAction(scene: Scene, given: PageAction): Promise<void> {
  const repository = scene.github.repository(repositoryName);
  if (given.action === "wait") {
    const { hours } = readTurns(scene);
    if (!(await moveClock(scene, given.step, hours)))
      throw new RefusedActionError("Nothing is due any more: all that is left waits for people.");
    return;
  }
  if (given.action === "configure") {
    repository.pushFile(configPath, given.config.trim() === "" ? null : given.config, { by: given.by });
    await scene.settle();
    // Open pull requests are looked at again over the next minute.
    return scene.advance("PT1M");
  }
  if (given.action === "propose") proposeConfig(repository, given);
  else if (given.action === "open") {
    const { title, body, isDraft, lines, reviewer } = given;
    const file = { path: "src/change.ts", additions: lines, deletions: Math.floor(lines / 4) };
    const one = repository.openPullRequest({ author: given.by, title, body, draft: isDraft, files: [file] });
    if (reviewer !== null && reviewer !== given.by) one.requestReview(reviewer);
  } else actOnPullRequest(repository, given);
  // People read the result a moment later, so no two actions happen in the same second.
  await scene.settle();
  await scene.advance("PT1S");
}

/** Changes the config on the open pull request that already does, else on a new one. */
function proposeConfig(repository: RepositoryDriver, given: PageAction & { action: "propose" }): void {
  const file = { path: configPath, text: given.config, status: "modified" as const };
  const open = repository.pullRequests.find(
    ({ state }) => state.state === "open" && state.files.some(({ path }) => path === configPath),
  );
  if (open === undefined)
    repository.openPullRequest({
      author: given.by,
      title: "Change the configuration",
      body: describeConfigChange,
      files: [file],
    });
  else open.push({ files: [file], by: given.by, message: "Change it again" });
}

type OnPullRequest = Exclude<PageAction, { action: "wait" | "configure" | "propose" | "open" }>;

function actOnPullRequest(repository: RepositoryDriver, given: OnPullRequest): void {
  const one = repository.pullRequest(given.number);
  if (one.state.state === "closed" && !["comment", "reply", "resolve", "edit"].includes(given.action))
    throw new RefusedActionError("This pull request is merged.");
  switch (given.action) {
    case "edit":
      one.edit({ body: given.body });
      break;
    case "press":
      repository.pressButton(given.run, given.identifier, given.by);
      break;
    case "draft":
      if (given.isDraft) one.convertToDraft(given.by);
      else one.markReady(given.by);
      break;
    case "request":
      if (given.reviewer === one.state.author.login)
        throw new RefusedActionError("Nobody reviews a pull request of their own.");
      one.requestReview(given.reviewer, { by: given.by });
      break;
    case "review":
      review(one, given);
      break;
    case "reply":
      one.replyInThread(findThread(one, given.thread), given);
      break;
    case "resolve":
      if (given.isResolved) one.resolveThread(findThread(one, given.thread), given.by);
      else one.unresolveThread(findThread(one, given.thread), given.by);
      break;
    case "comment":
      one.comment(given);
      break;
    case "push":
      one.push({ files: [{ path: given.path }], by: given.by, message: `Change ${given.path}` });
      break;
    case "merge":
      merge(one, given.by);
      break;
  }
}

function review(one: PullRequestDriver, { by, state, body, comments }: PageAction & { action: "review" }) {
  if (state !== "commented" && by === one.state.author.login)
    throw new RefusedActionError("Nobody approves, or requests changes of, a pull request of their own.");
  if (state !== "approved" && body.trim() === "" && comments.length === 0)
    throw new RefusedActionError("The review is empty; write a comment first.");
  one.review({ by, state, body, comments });
}

function merge(one: PullRequestDriver, by: string): void {
  const red = one.checkRuns.find(({ conclusion }) => conclusion === "failure");
  if (red !== undefined) throw new RefusedActionError(`${red.name} holds the merge: ${red.title}.`);
  if (one.state.isDraft) throw new RefusedActionError("A draft cannot be merged; mark it as ready first.");
  one.merge(by);
}

function findThread(one: PullRequestDriver, id: number) {
  const thread = one.state.threads.find((candidate) => candidate.id === id);
  if (thread === undefined) throw new RefusedActionError(`There is no thread ${id}.`);
  return thread;
}
