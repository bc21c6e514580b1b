import type { Instant } from "../core/pull-request.ts";
import type { List, Connection } from "./answers.ts";
import type { GitHubClient } from "./client/client.ts";
import { loadDocument } from "./load-document.ts";
import { nodes } from "./observe/parse-pull-request.ts";
import { readPages, requireRepository } from "./read-pages.ts";

const document = loadDocument("discussed-pull-requests");

/** Twenty conversations of at most 2,750 nodes each stay far below GitHub's limit of 500,000 for a query. */
const mostAtOnce = 20;

/** What was said in one pull request. */
export interface Discussed {
  repositoryId: number;
  number: number;
  updatedAt: Instant;
  /** The bodies of comments, reviews and threads. */
  texts: string[];
  /** False when there is more. */
  isComplete: boolean;
}

interface Body {
  body: string;
}

type Cut<Node> = List<Node> & { pageInfo: { hasNextPage: boolean } };

interface DiscussedAnswer {
  number: number;
  updatedAt: string;
  comments: Cut<Body>;
  reviews: Cut<Body> | null;
  reviewThreads: Cut<{ comments: List<Body> }>;
}

interface Answer {
  repository: { databaseId: number | null; pullRequests: Connection<DiscussedAnswer> } | null;
}

/**
 * The texts of open and merged pull requests, the last changed first, page by page as they are read. Throws
 * GitHubError "not_found" when the repository does not exist or the reader may not see it.
 */
export async function* listDiscussedPullRequests(
  client: GitHubClient,
  { owner, name }: { owner: string; name: string },
): AsyncGenerator<Discussed[]> {
  const variables = { owner, name, count: mostAtOnce };
  const findList = (answer: Answer) => answer.repository?.pullRequests;
  for await (const { data } of readPages<Answer>(client, document, variables, findList)) {
    const repository = requireRepository(data.repository, { owner, name });
    yield nodes(repository.pullRequests).map((node) => parseDiscussed(node, repository.databaseId ?? 0));
  }
}

function parseDiscussed(
  { number, updatedAt, comments, reviews, reviewThreads }: DiscussedAnswer,
  repositoryId: number,
): Discussed {
  const inThreads = nodes(reviewThreads).flatMap((thread) => nodes(thread.comments));
  return {
    repositoryId,
    number,
    updatedAt,
    texts: [...nodes(comments), ...nodes(reviews), ...inThreads].map(({ body }) => body),
    isComplete: [comments, reviews, reviewThreads].every((list) => !list?.pageInfo.hasNextPage),
  };
}
