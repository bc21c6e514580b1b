import type { ConnectionPageAnswer, Page, PullRequestAnswer } from "../answers.ts";
import type { GitHubClient } from "../client/client.ts";
import { GitHubError } from "../../reconcile/ports.ts";
import { loadDocument } from "../load-document.ts";
import { findBlindParts } from "./find-blind-parts.ts";

const document = loadDocument("connection-page");

/** GraphQL variable → field of the answer. */
const connections = {
  files: "files",
  reviews: "reviews",
  threads: "reviewThreads",
  comments: "comments",
} as const;

/** Ten pages of each: 1,000 files, reviews and comments, 500 threads. Beyond that a decision does not get better. */
const mostPages = 10;

/**
 * Reads on where a list was longer than its first page; most pull requests cost no request here. Throws GitHubError when a
 * page does not come: half a list would be taken for the whole, and a comment of ours on the other half posted again.
 */
export async function readFurtherPages(
  client: GitHubClient,
  answer: PullRequestAnswer,
): Promise<PullRequestAnswer> {
  const complete = { ...answer };
  for (const [variable, field] of Object.entries(connections)) {
    let page: Page<unknown> | null = complete[field];
    for (let read = 1; page?.pageInfo.hasNextPage && read < mostPages; read += 1) {
      const next = await readPage(client, answer.id, variable, field, page.pageInfo.endCursor);
      page = { pageInfo: next.pageInfo, nodes: [...(page.nodes ?? []), ...(next.nodes ?? [])] };
    }
    Object.assign(complete, { [field]: page });
  }
  return complete;
}

async function readPage(
  client: GitHubClient,
  pullRequest: string,
  variable: string,
  field: (typeof connections)[keyof typeof connections],
  cursor: string | null,
): Promise<Page<unknown>> {
  const none = { files: false, reviews: false, threads: false, comments: false };
  const { data, errors } = await client.graphql<ConnectionPageAnswer>(document, {
    pullRequest,
    cursor,
    ...none,
    [variable]: true,
  });
  findBlindParts(errors);
  const page = data.node?.[field];
  if (!page) throw new GitHubError(`GitHub's answer lacks a page of ${field}.`, { reason: "unavailable" });
  return page;
}
