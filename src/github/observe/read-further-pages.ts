import { GitHubError } from "../../reconcile/github-error.ts";
import type {
  BackwardConnection,
  Connection,
  ConnectionPageAnswer,
  PullRequestAnswer,
  ThreadAnswer,
} from "../answers.ts";
import type { GitHubClient } from "../client/client.ts";
import { listUnavailableParts } from "./list-unavailable-parts.ts";

/** GraphQL variable → the answer's field, which may have another name. */
const connections = {
  files: "files",
  reviews: "reviews",
  threads: "reviewThreads",
  comments: "comments",
  timeline: "timelineItems",
  labelEvents: "labelEvents",
} as const;

const none = {
  files: false,
  reviews: false,
  threads: false,
  comments: false,
  timeline: false,
  labelEvents: false,
};

type Field = (typeof connections)[keyof typeof connections];
type AnyPage = Connection<unknown> | BackwardConnection<unknown>;

/**
 * Ten pages of each list: 1,000 files, reviews, comments and events of either sort, 500 threads, 950 comments
 * in one thread. More would not improve a decision. Beyond that the newest comments or the oldest events are
 * missing.
 */
const maxPages = 10;

/**
 * Reads the further pages of lists that are longer than one; most pull requests have none. Throws GitHubError
 * when a page doesn't come: half a list would pass for the whole, and a comment of ours on the other half
 * would be posted again.
 */
export async function readFurtherPages(
  client: GitHubClient,
  answer: PullRequestAnswer,
): Promise<PullRequestAnswer> {
  const complete = { ...answer };
  for (const [variable, field] of Object.entries(connections)) {
    const page = answer[field];
    if (page)
      Object.assign(complete, { [field]: await readOn(client, { id: answer.id, variable, field }, page) });
  }
  const threads: (ThreadAnswer | null)[] = [];
  for (const thread of complete.reviewThreads?.nodes ?? []) {
    threads.push(thread && { ...thread, comments: await readThread(client, thread) });
  }
  return { ...complete, reviewThreads: { ...complete.reviewThreads, nodes: threads } };
}

function readThread(client: GitHubClient, { id, comments }: ThreadAnswer): Promise<ThreadAnswer["comments"]> {
  // A page of a thread's node holds its comments.
  return readOn(client, { id, variable: null, field: "comments" }, comments) as Promise<
    ThreadAnswer["comments"]
  >;
}

/** A list of a node. `variable` makes the document ask for it; null for a list that it always asks for. */
interface List {
  id: string;
  variable: string | null;
  field: Field;
}

async function readOn(client: GitHubClient, list: List, first: AnyPage): Promise<AnyPage> {
  let page = first;
  let cursor = findCursor(page);
  for (let read = 1; cursor !== null && read < maxPages; read += 1) {
    const next = await readPage(client, list, cursor);
    page = isEarlier(next)
      ? { pageInfo: next.pageInfo, nodes: [...(next.nodes ?? []), ...(page.nodes ?? [])] }
      : { pageInfo: next.pageInfo, nodes: [...(page.nodes ?? []), ...(next.nodes ?? [])] };
    cursor = findCursor(page);
  }
  return page;
}

const isEarlier = (page: AnyPage): page is BackwardConnection<unknown> => "hasPreviousPage" in page.pageInfo;

/** Where the next page begins; null after the last. */
function findCursor(page: AnyPage): string | null {
  if (isEarlier(page)) return page.pageInfo.hasPreviousPage ? page.pageInfo.startCursor : null;
  return page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
}

async function readPage(
  client: GitHubClient,
  { id, variable, field }: List,
  cursor: string,
): Promise<AnyPage> {
  const { data, errors, leftOut } = await client.ask("connection-page", {
    id,
    cursor,
    ...none,
    ...(variable === null ? {} : { [variable]: true }),
  });
  listUnavailableParts(errors, leftOut);
  const node: ConnectionPageAnswer | null = data.node;
  const page = node?.[field];
  if (!page) throw new GitHubError(`GitHub's answer lacks a page of ${field}.`, { reason: "unavailable" });
  return page;
}
