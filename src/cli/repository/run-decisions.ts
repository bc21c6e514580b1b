import { Temporal } from "temporal-polyfill";
import { findRecordedDecisions } from "../../core/commands/find-recorded-decisions.ts";
import { resolveConfig } from "../../core/config/effective.ts";
import type { Permission } from "../../core/conversation/people.ts";
import type { Observation } from "../../core/observation.ts";
import type { Instant } from "../../core/pull-request.ts";
import { type DecidedPullRequest, renderDecisionRecords } from "../../core/render/decisions.ts";
import type { GitHubClient } from "../../github/client/client.ts";
import { listDiscussedPullRequests } from "../../github/list-pull-requests.ts";
import { GitHubError } from "../../reconcile/github-error.ts";
import type { GitHub, PullRequestSubject } from "../../reconcile/ports.ts";
import { createProgress, printJson, printText, tell, UsageError } from "../print.ts";
import { connectAsPerson } from "./connect.ts";
import { parseLast, parseRepositoryName } from "./run-command.ts";

export interface DecisionsOptions {
  since?: string;
  last?: string;
  format: "text" | "json";
}

/**
 * Finds the pull requests that mention a decision, observes each in full, and prints what counts as decided.
 */
export async function runDecisions(
  repositoryName: string,
  { since, last, format }: DecisionsOptions,
): Promise<void> {
  const { owner, name } = parseRepositoryName(repositoryName);
  const from = since === undefined ? null : parseSince(since);
  const usual = from === null ? 100 : Number.POSITIVE_INFINITY;
  const max = last === undefined ? usual : parseLast(last, 10_000);
  const { client, github } = connectAsPerson();
  const progress = createProgress();
  const permissions = new AskedPermissions(github);
  const found: DecidedPullRequest[] = [];
  let undecided = 0;
  try {
    const candidates = await listCandidates(client, { owner, name }, { from, max });
    for (const [index, { repositoryId, number }] of candidates.entries()) {
      progress.show(index, candidates.length);
      const subject: PullRequestSubject = {
        kind: "pull_request",
        installationId: 0,
        repository: { id: repositoryId, owner, name },
        number,
      };
      const observation = await github.observePullRequest(subject);
      if (!observation) continue;
      const recorded = await readDecisions(observation, subject, permissions);
      undecided += recorded.undecided;
      found.push(toRecord(observation, recorded.decisions, from));
    }
  } finally {
    progress.clear();
  }
  print(repositoryName, found, format);
  if (undecided > 0) tellLeftOut(undecided, permissions.refusal);
}

async function listCandidates(
  client: GitHubClient,
  repository: { owner: string; name: string },
  { from, max }: { from: Instant | null; max: number },
): Promise<{ repositoryId: number; number: number }[]> {
  const candidates: { repositoryId: number; number: number }[] = [];
  let seen = 0;
  for await (const page of listDiscussedPullRequests(client, repository)) {
    for (const { repositoryId, number, updatedAt, texts, isComplete } of page) {
      // A new comment updates its pull request, so the first pull request that is too old ends the search.
      if (seen >= max || (from !== null && updatedAt < from)) return candidates;
      seen += 1;
      if (!isComplete || texts.some((text) => /decision/i.test(text)))
        candidates.push({ repositoryId, number });
    }
    if (seen >= max) break;
  }
  return candidates.sort((a, b) => a.number - b.number);
}

async function readDecisions(
  { pullRequest, configTexts }: Observation,
  subject: PullRequestSubject,
  permissions: AskedPermissions,
) {
  const { review } = resolveConfig(configTexts).config;
  const { needsPermission } = findRecordedDecisions(pullRequest, review, permissions.known);
  for (const login of needsPermission) await permissions.ask(subject, login);
  return findRecordedDecisions(pullRequest, review, permissions.known);
}

/** People's permissions in the repository, each asked for once. After a refusal, none is asked for. */
class AskedPermissions {
  readonly known = new Map<string, Permission>();
  /** Why GitHub refused, in its words; null while it answers. */
  refusal: string | null = null;
  private readonly github: Pick<GitHub, "findPermission">;

  constructor(github: Pick<GitHub, "findPermission">) {
    this.github = github;
  }

  async ask(subject: PullRequestSubject, login: string): Promise<void> {
    if (this.refusal !== null) return;
    try {
      this.known.set(login, await this.github.findPermission(subject, login));
    } catch (error) {
      if (!(error instanceof GitHubError && error.reason === "forbidden")) throw error;
      this.refusal = error.message.replace(/\.$/, "");
    }
  }
}

function toRecord(
  { pullRequest: { number, title, url, state } }: Observation,
  decisions: DecidedPullRequest["decisions"],
  from: Instant | null,
): DecidedPullRequest {
  return { number, title, url, state, decisions: decisions.filter(({ at }) => from === null || at >= from) };
}

function print(repository: string, found: DecidedPullRequest[], format: "text" | "json"): void {
  if (format === "text") {
    printText(renderDecisionRecords(repository, found));
    return;
  }
  for (const { number, title, url: pullRequestUrl, state, decisions } of found) {
    for (const { text, options, reason, revisit, by, at, url } of decisions) {
      const pullRequest = { number, title, url: pullRequestUrl, state };
      printJson({ text, options, reason, revisit, by, at, url, pullRequest });
    }
  }
}

function tellLeftOut(count: number, refusal: string | null): void {
  const what = count === 1 ? "1 decision was" : `${count} decisions were`;
  tell(
    `async-review: ${what} left out: this token may not ask who has write access (${refusal}); use the token of somebody with write access.`,
  );
}

function parseSince(text: string): Instant {
  try {
    return Temporal.PlainDate.from(text).toZonedDateTime("UTC").toInstant().toString();
  } catch {
    throw new UsageError(`--since can't be "${text}". Write a date such as 2026-01-31.`);
  }
}
