import type { Instant, Repository } from "../core/pull-request.ts";
import type { Connection } from "./answers.ts";
import type { GitHubClient } from "./client/client.ts";
import { loadDocument } from "./load-document.ts";

const document = loadDocument("sweep");

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
  { owner, name }: Repository,
): Promise<WaitingPullRequest[]> {
  const found: WaitingPullRequest[] = [];
  let cursor: string | null = null;
  do {
    type Answer = { repository: { pullRequests: Connection<WaitingAnswer> } | null };
    const answer: { data: Answer } = await client.ask<Answer>(document, { owner, name, cursor });
    const page = answer.data.repository?.pullRequests;
    found.push(...(page?.nodes ?? []).flatMap((node) => (node === null ? [] : parse(node))));
    cursor = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (cursor !== null);
  return found;
}

function parse({ reviewRequests, reviews, ...answer }: WaitingAnswer): WaitingPullRequest {
  return { ...answer, isInReview: (reviewRequests?.totalCount ?? 0) + (reviews?.totalCount ?? 0) > 0 };
}
