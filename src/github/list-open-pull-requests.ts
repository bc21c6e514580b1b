import type { Repository } from "../core/pull-request.ts";
import type { Page } from "./answers.ts";
import type { GitHubClient } from "./client/client.ts";
import { loadDocument } from "./load-document.ts";

const document = loadDocument("open-pull-requests");

/** Numbers of a repository's open pull requests, a hundred at a time, the last updated first. */
export async function* listOpenPullRequests(
  client: GitHubClient,
  { owner, name }: Repository,
): AsyncIterable<number[]> {
  let cursor: string | null = null;
  do {
    type Answer = { repository: { pullRequests: Page<{ number: number }> } | null };
    const answer: { data: Answer } = await client.graphql<Answer>(document, { owner, name, cursor });
    const { repository } = answer.data;
    if (!repository) return;
    const { nodes, pageInfo } = repository.pullRequests;
    yield (nodes ?? []).flatMap((node) => (node ? [node.number] : []));
    cursor = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (cursor !== null);
}
