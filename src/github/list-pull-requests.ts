import type { OpenPullRequest } from "../core/observation.ts";
import type { Instant, PastPullRequest, Repository } from "../core/pull-request.ts";
import type { ActorAnswer, Connection, FileAnswer, List, OpenPullRequestAnswer } from "./answers.ts";
import type { GitHubClient } from "./client/client.ts";
import { loadDocument } from "./load-document.ts";
import { parseActor } from "./observe/parse-actor.ts";
import { nodes, parseFile } from "./observe/parse-pull-request.ts";
import { readPages, requireRepository } from "./read-pages.ts";

/** Queries for a repository's pull requests with only some of their fields, one for each use. */
const openDocument = loadDocument("open-pull-requests");
const waitingDocument = loadDocument("sweep");
const recentDocument = loadDocument("recent-pull-requests");
const pastDocument = loadDocument("past-pull-requests");

type NamedRepository = Pick<Repository, "owner" | "name">;

interface ListAnswer<Answer> {
  repository: { pullRequests: Connection<Answer> } | null;
}

/** A repository's open pull requests, a hundred at a time, the last updated first. */
export async function* listOpenPullRequests(
  client: GitHubClient,
  { owner, name }: NamedRepository,
): AsyncIterable<OpenPullRequest[]> {
  type Answer = ListAnswer<OpenPullRequestAnswer>;
  const pages = readPages<Answer>(client, openDocument, { owner, name }, findPullRequests);
  for await (const { data } of pages)
    if (data.repository) yield parseOpenPullRequests(data.repository.pullRequests.nodes);
}

/** A page of a repository's open pull requests, in core/'s words. */
export function parseOpenPullRequests(answers: (OpenPullRequestAnswer | null)[] | null): OpenPullRequest[] {
  return nodes({ nodes: answers }).map(({ number, headRefOid, updatedAt }) => ({
    number,
    headSha: headRefOid,
    updatedAt,
  }));
}

/** An open pull request, and what shows whether anybody may be waited for. */
export interface WaitingPullRequest {
  number: number;
  updatedAt: Instant;
  isDraft: boolean;
  /** Somebody was asked to review it, or reviewed it. */
  isInReview: boolean;
}

interface WaitingAnswer {
  number: number;
  updatedAt: string;
  isDraft: boolean;
  reviewRequests: { totalCount: number } | null;
  reviews: { totalCount: number } | null;
}

/** A repository's open pull requests, fifty in each request, the least recently updated first. */
export async function listWaitingPullRequests(
  client: GitHubClient,
  { owner, name }: NamedRepository,
): Promise<WaitingPullRequest[]> {
  const found: WaitingPullRequest[] = [];
  type Answer = ListAnswer<WaitingAnswer>;
  const pages = readPages<Answer>(client, waitingDocument, { owner, name }, findPullRequests);
  for await (const { data } of pages) found.push(...nodes(findPullRequests(data)).map(parseWaiting));
  return found;
}

function parseWaiting({ reviewRequests, reviews, ...answer }: WaitingAnswer): WaitingPullRequest {
  return { ...answer, isInReview: (reviewRequests?.totalCount ?? 0) + (reviews?.totalCount ?? 0) > 0 };
}

interface RecentAnswer {
  repository: { databaseId: number | null; pullRequests: Connection<{ number: number }> } | null;
}

/**
 * The repository's id and the numbers of its newest pull requests, newest first, at most `last`. Throws
 * GitHubError "not_found" when the repository does not exist or the reader may not see it.
 */
export async function listRecentPullRequests(
  client: GitHubClient,
  { owner, name }: NamedRepository,
  last: number,
): Promise<{ repositoryId: number; numbers: number[] }> {
  const numbers: number[] = [];
  let repositoryId = 0;
  const variables = { owner, name, count: Math.min(100, last) };
  for await (const { data } of readPages<RecentAnswer>(client, recentDocument, variables, findPullRequests)) {
    const repository = requireRepository(data.repository, { owner, name });
    repositoryId = repository.databaseId ?? 0;
    numbers.push(...nodes(repository.pullRequests).map(({ number }) => number));
    if (numbers.length >= last) break;
  }
  return { repositoryId, numbers: numbers.slice(0, last) };
}

interface PastAnswer extends Omit<PastPullRequest, "author" | "baseRef" | "files" | "labels"> {
  baseRefName: string;
  author: ActorAnswer | null;
  labels: List<{ name: string }> | null;
  files: Connection<FileAnswer> | null;
}

/**
 * A repository's newest pull requests, at most `count` (up to 100), with what their descriptions are judged
 * by.
 */
export async function listPastPullRequests(
  client: GitHubClient,
  { owner, name }: NamedRepository,
  count: number,
): Promise<PastPullRequest[]> {
  type Answer = { repository: { pullRequests: List<PastAnswer> } | null };
  const { data } = await client.ask<Answer>(pastDocument, { owner, name, count });
  return nodes(data.repository?.pullRequests).map(({ author, baseRefName, files, labels, ...rest }) => ({
    ...rest,
    baseRef: baseRefName,
    author: parseActor(author),
    files: nodes(files).map((file) => parseFile(file, client.readEnum)),
    labels: nodes(labels).map((label) => label.name),
  }));
}

const findPullRequests = <Answer>({ repository }: ListAnswer<Answer>) => repository?.pullRequests;
