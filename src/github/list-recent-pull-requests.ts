import type { Connection } from "./answers.ts";
import type { GitHubClient } from "./client/client.ts";
import { loadDocument } from "./load-document.ts";
import { requireRepository } from "./require-repository.ts";

const document = loadDocument("recent-pull-requests");

interface Answer {
  repository: { databaseId: number | null; pullRequests: Connection<{ number: number }> } | null;
}

/**
 * The repository's id and the numbers of its newest pull requests, newest first, at most `last`. Throws
 * GitHubError "not_found" when the repository does not exist or the reader may not see it.
 */
export async function listRecentPullRequests(
  client: GitHubClient,
  { owner, name }: { owner: string; name: string },
  last: number,
): Promise<{ repositoryId: number; numbers: number[] }> {
  const numbers: number[] = [];
  let repositoryId = 0;
  let cursor: string | null = null;
  do {
    const count = Math.min(100, last - numbers.length);
    const answer: { data: Answer } = await client.ask<Answer>(document, { owner, name, count, cursor });
    const repository = requireRepository(answer.data.repository, { owner, name });
    const { nodes, pageInfo } = repository.pullRequests;
    repositoryId = repository.databaseId ?? 0;
    numbers.push(...(nodes ?? []).flatMap((node) => (node ? [node.number] : [])));
    cursor = pageInfo.hasNextPage && numbers.length < last ? pageInfo.endCursor : null;
  } while (cursor !== null);
  return { repositoryId, numbers };
}
