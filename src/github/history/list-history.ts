import type { ConfigTexts } from "../../core/observation.ts";
import type { Instant, PullRequest } from "../../core/pull-request.ts";
import type { OpenState } from "../../core/report/history/keep-life.ts";
import type { BodyEdit } from "../../core/report/history/life.ts";
import type { PullRequestSubject } from "../../reconcile/ports.ts";
import type {
  ConfigTextAnswer,
  List,
  OrganisationAnswer,
  Connection,
  PullRequestAnswer,
  VisibilityAnswer,
} from "../answers.ts";
import type { GitHubClient } from "../client/client.ts";
import { type ReadEnum, reviewDecision } from "../enums.ts";
import { loadDocument } from "../load-document.ts";
import { findUnavailableParts } from "../observe/find-unavailable-parts.ts";
import { parseOrganisationText, parseText } from "../observe/parse-config-texts.ts";
import { nodes, parsePullRequest } from "../observe/parse-pull-request.ts";
import { readPages, requireRepository } from "../read-pages.ts";

const listDocument = loadDocument("history-list");
const document = loadDocument("history");
const statesDocument = loadDocument("history-state");
const editsDocument = loadDocument("body-edits");

/**
 * What a query cost and what is left of the hour afterwards, in points; null where the server has no limits.
 */
export interface Points {
  cost: number;
  remaining: number;
}

/** A pull request in the list. */
export interface Listed {
  /** GraphQL node id. */
  id: string;
  number: number;
  updatedAt: Instant;
  /** Null while it is open. */
  closedAt: Instant | null;
}

/** A page of a repository's pull requests, with what is needed to read their history. */
export interface HistoryPage {
  points: Points | null;
  repositoryId: number;
  configTexts: Pick<ConfigTexts, "base" | "defaultBranch" | "organisation">;
  templates: string[];
  gitattributes: string | null;
  listed: Listed[];
}

interface ListAnswer {
  rateLimit: Points | null;
  repository: {
    databaseId: number | null;
    visibility: VisibilityAnswer;
    defaultConfig: ConfigTextAnswer | null;
    gitattributes: ConfigTextAnswer | null;
    pullRequestTemplates: { filename: string | null; body: string | null }[] | null;
    pullRequests: Connection<Listed>;
  } | null;
  organisation: OrganisationAnswer | null;
}

/**
 * The pull requests of a repository, the last changed first, page by page (a hundred each) as they are read.
 * Throws GitHubError "not_found" when the repository does not exist or the reader may not see it.
 */
export async function* listHistory(
  client: GitHubClient,
  { owner, name }: { owner: string; name: string },
): AsyncGenerator<HistoryPage> {
  const findList = ({ repository }: ListAnswer) => repository?.pullRequests;
  const pages = readPages<ListAnswer>(client, listDocument, { owner, name }, findList);
  for await (const { data, errors, leftOut } of pages) {
    const { organisation, rateLimit } = data;
    const repository = requireRepository(data.repository, { owner, name });
    findUnavailableParts(errors, leftOut);
    const { pullRequests, visibility } = repository;
    yield {
      points: rateLimit ?? null,
      repositoryId: repository.databaseId ?? 0,
      configTexts: {
        base: null,
        defaultBranch: parseText(repository.defaultConfig),
        organisation: parseOrganisationText(organisation, visibility, client.readEnum).organisation,
      },
      templates: (repository.pullRequestTemplates ?? []).map(({ body }) => body ?? ""),
      gitattributes: parseText(repository.gitattributes),
      listed: nodes(pullRequests),
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

type Cut<Node> = List<Node> & { pageInfo: { hasPreviousPage: boolean } };

interface RecordAnswer extends PullRequestAnswer {
  __typename: string;
  forcePushes: Cut<PullRequestAnswer["forcePushes"]["nodes"] extends (infer Node)[] | null ? Node : never>;
  commits: Cut<{ commit: NonNullable<NonNullable<PullRequestAnswer["commits"]["nodes"]>[number]>["commit"] }>;
  userContentEdits?: EditsAnswer;
}

type EditsAnswer = List<{ editedAt: Instant; diff: string | null }> | null;

/**
 * The records of up to ten pull requests, by their node ids. Those that are gone or hidden from the reader
 * are missing.
 */
export async function readHistory(
  client: GitHubClient,
  ids: readonly string[],
): Promise<{ points: Points | null; records: Recorded[] }> {
  const { points, answers } = await readByIds<RecordAnswer>(client, document, ids);
  return { points, records: answers.map((answer) => parseRecord(answer, client.readEnum)) };
}

interface StateAnswer {
  __typename: string;
  id: string;
  updatedAt: Instant;
  reviewDecision: PullRequestAnswer["reviewDecision"];
  reviewThreads: Connection<{ id: string; isResolved: boolean }>;
}

/**
 * The states of up to a hundred pull requests, by their node ids. Those that are gone or have more than a
 * page of threads are missing.
 */
export async function readStates(
  client: GitHubClient,
  ids: readonly string[],
): Promise<{ points: Points | null; states: OpenState[] }> {
  const { points, answers } = await readByIds<StateAnswer>(client, statesDocument, ids);
  const whole = answers.filter(({ reviewThreads }) => isWhole(reviewThreads));
  const states = whole.map(({ id, updatedAt, reviewThreads, ...answer }) => {
    const decision = client.readEnum(reviewDecision, answer.reviewDecision);
    return { id, updatedAt, reviewDecision: decision, threads: nodes(reviewThreads) };
  });
  return { points, states };
}

/** The pull requests among these nodes. An id may name nothing any more. */
async function readByIds<Answer extends { __typename: string }>(
  client: GitHubClient,
  query: string,
  ids: readonly string[],
): Promise<{ points: Points | null; answers: Answer[] }> {
  type NodesAnswer = { rateLimit: Points | null } & List<Answer>;
  const { data, errors, leftOut } = await client.ask<NodesAnswer>(query, { ids });
  findUnavailableParts(errors, leftOut);
  const answers = nodes(data).filter(({ __typename }) => __typename === "PullRequest");
  return { points: data.rateLimit ?? null, answers };
}

const isWhole = (page: Connection<unknown> | null | undefined) => !page?.pageInfo.hasNextPage;
const isWholeBackward = (page: { pageInfo: { hasPreviousPage: boolean } } | null | undefined) =>
  !page?.pageInfo.hasPreviousPage;

function parseRecord(answer: RecordAnswer, readEnum: ReadEnum): Recorded {
  const { files, reviews, comments, reviewThreads, timelineItems, forcePushes, commits } = answer;
  return {
    // Label events and checks say nothing about a past review, so they are not asked for.
    pullRequest: parsePullRequest(
      { ...answer, labelEvents: none, headCommit: none },
      { login: "", slug: null },
      readEnum,
    ),
    edits: parseEdits(answer.userContentEdits),
    isComplete:
      [files, reviews, comments, reviewThreads].every(isWhole) &&
      nodes(reviewThreads).every((thread) => isWhole(thread.comments)) &&
      [timelineItems, forcePushes, commits].every(isWholeBackward),
  };
}

const parseEdits = (answer: EditsAnswer | undefined): BodyEdit[] =>
  nodes(answer).flatMap(({ editedAt: at, diff }) => (diff === null ? [] : [{ at, body: diff }]));

/** The earlier texts of a description, newest first; empty where the server does not give them. */
export async function listBodyEdits(
  client: GitHubClient,
  { repository: { owner, name }, number }: PullRequestSubject,
): Promise<BodyEdit[]> {
  type Answer = { repository: { pullRequest: { userContentEdits?: EditsAnswer } | null } | null };
  const { data, errors, leftOut } = await client.ask<Answer>(editsDocument, { owner, name, number });
  findUnavailableParts(errors, leftOut);
  return parseEdits(data.repository?.pullRequest?.userContentEdits);
}

const none = { pageInfo: { hasPreviousPage: false, startCursor: null }, nodes: [] };
