import type { OpenPullRequest } from "../core/observation.ts";
import type { Instant, PastPullRequest, Repository } from "../core/pull-request.ts";
import type { OpenPullRequestAnswer } from "./answers.ts";
import type { GitHubClient } from "./client/client.ts";
import { parseActor } from "./observe/parse-actor.ts";
import { parseFile } from "./observe/parse-pull-request.ts";
import { nodes, readPages, requireRepository } from "./read-pages.ts";

type NamedRepository = Pick<Repository, "owner" | "name">;

/** A repository's open pull requests, a hundred at a time, the last updated first. */
export async function* listOpenPullRequests(
  client: GitHubClient,
  { owner, name }: NamedRepository,
): AsyncIterable<OpenPullRequest[]> {
  const pages = readPages((cursor) => client.ask("open-pull-requests", { owner, name, cursor }), findList);
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

/** An open pull request, with the fields that show whether anybody may be waited for. */
export interface WaitingPullRequest {
  number: number;
  updatedAt: Instant;
  isDraft: boolean;
  /** Somebody was asked to review it, or reviewed it. */
  isInReview: boolean;
}

/** A repository's open pull requests, fifty in each request, the least recently updated first. */
export async function listWaitingPullRequests(
  client: GitHubClient,
  { owner, name }: NamedRepository,
): Promise<WaitingPullRequest[]> {
  const found: WaitingPullRequest[] = [];
  const pages = readPages((cursor) => client.ask("sweep", { owner, name, cursor }), findList);
  for await (const { data } of pages)
    for (const { number, updatedAt, isDraft, reviewRequests, reviews } of nodes(findList(data))) {
      const isInReview = (reviewRequests?.totalCount ?? 0) + (reviews?.totalCount ?? 0) > 0;
      found.push({ number, updatedAt, isDraft, isInReview });
    }
  return found;
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
  const count = Math.min(100, last);
  const pages = readPages(
    (cursor) => client.ask("recent-pull-requests", { owner, name, count, cursor }),
    findList,
  );
  for await (const { data } of pages) {
    const { databaseId, pullRequests } = requireRepository(data.repository, { owner, name });
    repositoryId = databaseId ?? 0;
    numbers.push(...nodes(pullRequests).map(({ number }) => number));
    if (numbers.length >= last) break;
  }
  return { repositoryId, numbers: numbers.slice(0, last) };
}

/**
 * A repository's newest pull requests, at most `count` (up to 100), with the facts that their descriptions
 * are judged by.
 */
export async function listPastPullRequests(
  client: GitHubClient,
  { owner, name }: NamedRepository,
  count: number,
): Promise<PastPullRequest[]> {
  const { data } = await client.ask("past-pull-requests", { owner, name, count });
  return nodes(findList(data)).map((answer) => ({
    number: answer.number,
    title: answer.title,
    body: answer.body,
    isDraft: answer.isDraft,
    createdAt: answer.createdAt,
    baseRef: answer.baseRefName,
    additions: answer.additions,
    deletions: answer.deletions,
    changedFiles: answer.changedFiles,
    author: parseActor(answer.author),
    files: nodes(answer.files).map((file) => parseFile(file, client.readEnum)),
    labels: nodes(answer.labels).map((label) => label.name),
  }));
}

/** Twenty conversations of at most 2,750 nodes each stay far below GitHub's limit of 500,000 for a query. */
const maxConversations = 20;

/** The texts of one pull request. */
export interface Discussed {
  repositoryId: number;
  number: number;
  updatedAt: Instant;
  /** The bodies of comments, reviews and threads. */
  texts: string[];
  /** False when a list is longer than its page. */
  isComplete: boolean;
}

/**
 * The texts of open and merged pull requests, the last changed first, page by page as they are read. Throws
 * GitHubError "not_found" when the repository does not exist or the reader may not see it.
 */
export async function* listDiscussedPullRequests(
  client: GitHubClient,
  { owner, name }: NamedRepository,
): AsyncGenerator<Discussed[]> {
  const pages = readPages(
    (cursor) => client.ask("discussed-pull-requests", { owner, name, count: maxConversations, cursor }),
    findList,
  );
  for await (const { data } of pages) {
    const { databaseId, pullRequests } = requireRepository(data.repository, { owner, name });
    yield nodes(pullRequests).map(({ number, updatedAt, comments, reviews, reviewThreads }) => {
      const inThreads = nodes(reviewThreads).map((thread) => thread.comments);
      const lists = [comments, reviews, ...inThreads];
      return {
        repositoryId: databaseId ?? 0,
        number,
        updatedAt,
        texts: lists.flatMap((list) => nodes(list).map(({ body }) => body)),
        isComplete: [...lists, reviewThreads].every((list) => !list?.pageInfo.hasNextPage),
      };
    });
  }
}

const findList = <List>({ repository }: { repository: { pullRequests: List } | null }) =>
  repository?.pullRequests;
