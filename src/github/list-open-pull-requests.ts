import type { OpenPullRequest } from "../core/observation.ts";
import type { Repository } from "../core/pull-request.ts";
import type { OpenPullRequestAnswer, Connection } from "./answers.ts";
import type { GitHubClient } from "./client/client.ts";
import { loadDocument } from "./load-document.ts";
import { parseOpenPullRequests } from "./observe/parse-open-pull-requests.ts";

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
