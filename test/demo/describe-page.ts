import { resolveConfig } from "../../src/core/config/effective.ts";
import type { TurnsConfig } from "../../src/core/config/schema/turns-schema.ts";
import { configPath } from "../../src/core/observation.ts";
import { english } from "../../src/core/render/words/en/index.ts";
import type { Scene } from "../e2e/start-scene.ts";
import type { PullRequestDriver } from "../github/driver/pull-request-driver.ts";
import { repositoryName } from "./create-shop.ts";
import { describeTimeline, type TimelineEntry } from "./describe-timeline.ts";
import { findTurn } from "./find-turn.ts";
import { renderChecks, renderConversation } from "./render-markdown.ts";
import { people, template } from "./scenario.ts";

/**
 * Everything that the page shows, as plain data. Every `html` is sanitised. Times are in the team's zone.
 */
export interface PageState {
  repository: string;
  /** The demo's time, in the app's form. */
  now: string;
  /** Whether something waits for its time, such as a comment or a reminder. */
  isWaiting: boolean;
  people: string[];
  template: string;
  /** The repository's `.github/async.yml` on its default branch; "" when there is none. */
  config: string;
  problems: PageProblem[];
  pullRequests: PagePullRequest[];
}

/** A problem of a config, with its place. */
export interface PageProblem {
  line: number;
  column: number;
  level: "error" | "warning";
  message: string;
}

interface PagePullRequest {
  number: number;
  title: string;
  state: "open" | "closed" | "merged";
  isDraft: boolean;
  author: string;
  branch: string;
  changes: { files: number; additions: number; deletions: number };
  paths: string[];
  /** Whether the pull request changes the config. */
  isConfig: boolean;
  labels: { name: string; color: string }[];
  /** The requested reviewers. */
  reviewers: string[];
  /** Whose turn it is, in the app's words; "" when turns are off. */
  turnHtml: string;
  /** Whose turn it is, for a line of the list. */
  turn: string;
  body: string;
  html: string;
  checkRuns: PageCheckRun[];
  timeline: TimelineEntry[];
}

interface PageCheckRun {
  id: number;
  name: string;
  status: string;
  conclusion: string | null;
  title: string;
  html: string;
  annotations: { path: string; line: number; level: string; message: string }[];
  detailsHtml: string;
  buttons: { label: string; description: string; identifier: string }[];
}

/** The page's current state. */
export async function describePage(scene: Scene): Promise<PageState> {
  const { pending } = await scene.server.count();
  const repository = scene.github.repository(repositoryName);
  const { timeZone } = readTurns(scene);
  const config = repository.readFile(configPath) ?? "";
  return {
    repository: repositoryName,
    now: english.moment(scene.github.clock.now(), timeZone),
    isWaiting: pending > 0,
    people: [...people],
    template,
    config,
    problems: findProblems(config),
    pullRequests: repository.pullRequests.map((one) => describePullRequest(one, timeZone)),
  };
}

/** The first sentence of the turn's line, without its start. */
const shorten = (turn: string) =>
  turn
    .replaceAll("`", "")
    .split(/(?<=\.) /, 1)[0]!
    .replace(/,? since \w+ \d+ \w+, \d\d:\d\d \([^)]*\)/, "");

const resolve = (text: string) => resolveConfig({ base: text, defaultBranch: null, organisation: null });

/** The team's hours and zone; UTC while the config has none. */
export function readTurns(scene: Scene): { hours: TurnsConfig["hours"]; timeZone: string } {
  const { hours } = resolve(scene.github.repository(repositoryName).readFile(configPath) ?? "").config.turns;
  return { hours, timeZone: hours.time_zone ?? "UTC" };
}

/** The problems of this config, in the app's words. */
export const findProblems = (text: string): PageProblem[] =>
  resolve(text).problems.map(({ place, level, message, fallback, isUnknownKey }) => ({
    ...place,
    level: isUnknownKey === true ? "error" : level,
    message: [message, fallback].filter((part) => part !== "").join(" "),
  }));

function describePullRequest(pullRequest: PullRequestDriver, timeZone: string): PagePullRequest {
  const { number, title, state, isDraft, author, body, checkRuns, requestedReviewers } = pullRequest.see();
  const { files, headRef, labels } = pullRequest.state;
  const sum = (of: "additions" | "deletions") => files.reduce((total, file) => total + file[of], 0);
  const turns = checkRuns.map(({ summary }) => findTurn(summary ?? ""));
  // A check keeps the text that it had before the merge.
  const turn = (state === "open" && turns.find((line) => line !== null)) || "";
  return {
    number,
    title,
    state,
    isDraft,
    author,
    branch: headRef,
    changes: { files: files.length, additions: sum("additions"), deletions: sum("deletions") },
    paths: files.map(({ path }) => path),
    isConfig: files.some(({ path }) => path === configPath),
    labels: labels.map(({ name, color }) => ({ name, color })),
    reviewers: requestedReviewers,
    turnHtml: turn === "" ? "" : renderChecks(turn, number),
    turn: shorten(turn),
    body,
    html: renderConversation(body),
    checkRuns: checkRuns.map((run) => ({
      id: run.id,
      name: run.name,
      status: run.status,
      conclusion: run.conclusion,
      title: run.title ?? "",
      html: renderChecks(run.summary ?? "", number),
      annotations: run.annotations.map(({ path, startLine, level, message }) => ({
        path,
        line: startLine,
        level,
        message,
      })),
      detailsHtml: renderChecks(run.text ?? "", number),
      buttons: run.actions,
    })),
    timeline: describeTimeline(pullRequest, timeZone),
  };
}
