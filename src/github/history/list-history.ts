import type { ConfigTexts } from "../../core/observation.ts";
import type { Instant, PullRequest } from "../../core/pull-request.ts";
import type { OpenState } from "../../core/report/history/keep-life.ts";
import type { BodyEdit } from "../../core/report/history/life.ts";
import type { PullRequestSubject } from "../../reconcile/ports.ts";
import type { BodyEditsAnswer, List, RecordAnswer } from "../answers.ts";
import type { GitHubClient } from "../client/client.ts";
import type { GraphqlAnswer } from "../client/graphql-answer.ts";
import { type ReadEnum, reviewDecision } from "../enums.ts";
import { listUnavailableParts } from "../observe/list-unavailable-parts.ts";
import { parseText } from "../observe/parse-config-texts.ts";
import { parsePullRequest } from "../observe/parse-pull-request.ts";
import { nodes, readPages, requireRepository } from "../read-pages.ts";

/** The cost of a query, and what is left of the hour afterwards, in points. */
export interface Points {
  cost: number;
  remaining: number;
}

/**
 * The points that a run may use: a fifth of what was left when it began; unlimited where the server has no
 * limits.
 */
export class PointsBudget {
  #left: number | null = null;
  #last = 1;

  spend(points: Points | null): void {
    if (points === null) return;
    this.#left ??= Math.floor((points.remaining + points.cost) / 5);
    this.#left -= points.cost;
    this.#last = points.cost;
  }

  /** True if there are enough points for another request like the last one. */
  get hasMore(): boolean {
    return this.#left === null || this.#left >= this.#last;
  }
}

/** A `PointsBudget` is used up. */
export class OutOfPointsError extends Error {}

/** A pull request in the list. */
export interface Listed {
  /** GraphQL node id. */
  id: string;
  number: number;
  updatedAt: Instant;
  /** Null while it is open. */
  closedAt: Instant | null;
}

/** A page of a repository's pull requests, with the config that their history is read with. */
export interface HistoryPage {
  points: Points | null;
  repositoryId: number;
  configTexts: Pick<ConfigTexts, "base" | "defaultBranch" | "organisation">;
  templates: string[];
  gitattributes: string | null;
  listed: Listed[];
}

/**
 * The pull requests of a repository, the last changed first, page by page (a hundred each) as they are read.
 * Throws GitHubError "not_found" when the repository does not exist or the reader may not see it.
 */
export async function* listHistory(
  client: GitHubClient,
  { owner, name }: { owner: string; name: string },
): AsyncGenerator<HistoryPage> {
  const pages = readPages(
    (cursor) => client.ask("history-list", { owner, name, cursor }),
    ({ repository }) => repository?.pullRequests,
  );
  for await (const { data, errors, leftOut } of pages) {
    const { organisation, rateLimit } = data;
    const repository = requireRepository(data.repository, { owner, name });
    listUnavailableParts(errors, leftOut);
    yield {
      points: parsePoints(rateLimit),
      repositoryId: repository.databaseId ?? 0,
      configTexts: {
        base: null,
        defaultBranch: parseText(repository.defaultConfig),
        organisation: parseText(organisation?.config),
      },
      templates: (repository.pullRequestTemplates ?? []).map(({ body }) => body ?? ""),
      gitattributes: parseText(repository.gitattributes),
      listed: nodes(repository.pullRequests).map(({ id, number, updatedAt, closedAt }) => ({
        id,
        number,
        updatedAt,
        closedAt: closedAt ?? null,
      })),
    };
  }
}

/** What happened on a pull request, and the earlier texts of its description, newest first. */
export interface Recorded {
  pullRequest: PullRequest;
  edits: BodyEdit[];
  /** False when one of its lists is longer than a page, so that it has to be observed in full. */
  isComplete: boolean;
}

/**
 * The records of up to ten pull requests, by their node ids. Those that are gone or hidden from the reader
 * are missing.
 */
export async function readHistory(
  client: GitHubClient,
  ids: readonly string[],
): Promise<{ points: Points | null; records: Recorded[] }> {
  const { points, answers } = parseNodes(await client.ask("history", { ids: [...ids] }));
  return { points, records: answers.map((answer) => parseRecord(answer, client.readEnum)) };
}

/**
 * The states of up to a hundred pull requests, by their node ids. Those that are gone or have more than a
 * page of threads are missing.
 */
export async function readStates(
  client: GitHubClient,
  ids: readonly string[],
): Promise<{ points: Points | null; states: OpenState[] }> {
  const { points, answers } = parseNodes(await client.ask("history-state", { ids: [...ids] }));
  const states = answers
    .filter(({ reviewThreads }) => isWhole(reviewThreads))
    .map(({ id, updatedAt, reviewThreads, ...answer }) => ({
      id,
      updatedAt,
      reviewDecision: client.readEnum(reviewDecision, answer.reviewDecision),
      threads: nodes(reviewThreads).map((thread) => ({ id: thread.id, isResolved: thread.isResolved })),
    }));
  return { points, states };
}

/** The pull requests of an answer. An id may no longer name anything. */
function parseNodes<Node extends { __typename: string }>({
  data,
  errors,
  leftOut,
}: GraphqlAnswer<{ rateLimit: Points | null } & List<Node>>) {
  listUnavailableParts(errors, leftOut);
  return { points: parsePoints(data.rateLimit), answers: nodes(data).filter(isPullRequest) };
}

/** Null where the server has no limits, or is too old to say. */
const parsePoints = (answer: Points | null | undefined): Points | null =>
  answer ? { cost: answer.cost, remaining: answer.remaining } : null;

const isPullRequest = <Node extends { __typename: string }>(
  node: Node,
): node is Extract<Node, { __typename: "PullRequest" }> => node.__typename === "PullRequest";

const isWhole = (page: { pageInfo: { hasNextPage: boolean } } | null | undefined) =>
  !page?.pageInfo.hasNextPage;
const isWholeBackward = (page: { pageInfo: { hasPreviousPage: boolean } } | null | undefined) =>
  !page?.pageInfo.hasPreviousPage;

function parseRecord(answer: RecordAnswer, readEnum: ReadEnum): Recorded {
  const { files, reviews, comments, reviewThreads, timelineItems, forcePushes, commits } = answer;
  return {
    pullRequest: parsePullRequest(answer, { login: "", slug: null }, readEnum),
    edits: parseEdits(answer),
    isComplete:
      [files, reviews, comments, reviewThreads].every(isWhole) &&
      nodes(reviewThreads).every((thread) => isWhole(thread.comments)) &&
      [timelineItems, forcePushes, commits].every(isWholeBackward),
  };
}

function parseEdits(answer: BodyEditsAnswer | null | undefined): BodyEdit[] {
  const edits = nodes(answer?.userContentEdits);
  return edits.flatMap(({ editedAt: at, diff }) => (diff === null ? [] : [{ at, body: diff }]));
}

/** The earlier texts of a description, newest first; empty where the server does not give them. */
export async function listBodyEdits(
  client: GitHubClient,
  { repository: { owner, name }, number }: PullRequestSubject,
): Promise<BodyEdit[]> {
  const { data, errors, leftOut } = await client.ask("body-edits", { owner, name, number });
  listUnavailableParts(errors, leftOut);
  return parseEdits(data.repository?.pullRequest);
}
