import type { Instant } from "../core/pull-request.ts";
import type { GitHubClient } from "./client/client.ts";
import { nodes, readPages, requireRepository } from "./read-pages.ts";

/** Twenty conversations of at most 2,750 nodes each stay far below GitHub's limit of 500,000 for a query. */
const maxAtOnce = 20;

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
  { owner, name }: { owner: string; name: string },
): AsyncGenerator<Discussed[]> {
  const pages = readPages(
    (cursor) => client.ask("discussed-pull-requests", { owner, name, count: maxAtOnce, cursor }),
    ({ repository }) => repository?.pullRequests,
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
