import type { OpenPullRequest } from "../core/observation.ts";
import type { Repository } from "../core/pull-request.ts";
import type { Connection, OpenPullRequestAnswer } from "./answers.ts";
import type { GitHubClient } from "./client/client.ts";
import { loadDocument } from "./load-document.ts";

const document = loadDocument("open-pull-requests");

/** A repository's open pull requests, a hundred at a time, the last updated first. */
export async function* listOpenPullRequests(
  client: GitHubClient,
  { owner, name }: Repository,
): AsyncIterable<OpenPullRequest[]> {
  let cursor: string | null = null;
  do {
    type Answer = { repository: { pullRequests: Connection<OpenPullRequestAnswer> } | null };
    const answer: { data: Answer } = await client.ask<Answer>(document, { owner, name, cursor });
    const { repository } = answer.data;
    if (!repository) return;
    const { nodes, pageInfo } = repository.pullRequests;
    yield parseOpenPullRequests(nodes);
    cursor = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (cursor !== null);
}

/** A page of a repository's open pull requests, in core/'s words. */
export function parseOpenPullRequests(nodes: (OpenPullRequestAnswer | null)[] | null): OpenPullRequest[] {
  return (nodes ?? [])
    .filter((node) => node !== null)
    .map(({ number, headRefOid, updatedAt }) => ({ number, headSha: headRefOid, updatedAt }));
}
