import { expect, it } from "vitest";
import { listDiscussedPullRequests } from "../../src/github/list-pull-requests.ts";
import { answerWith } from "./answer-with.ts";

/** Without a cursor, no further page is read. */
const end = { hasNextPage: false, endCursor: null };
const more = { hasNextPage: true, endCursor: null };
const listOf = (body: string, pageInfo = end) => ({ pageInfo, nodes: [{ body }] });
const whole = { comments: listOf("a"), reviews: listOf("b"), thread: listOf("c"), threads: end };

it.each([
  ["all of it was read", {}, true],
  ["it has more comments", { comments: listOf("a", more) }, false],
  ["it has more reviews", { reviews: listOf("b", more) }, false],
  ["it has more threads", { threads: more }, false],
  ["one of its threads has more comments", { thread: listOf("c", more) }, false],
])("says for a discussed pull request whether %s", async (_case, given, isComplete) => {
  const { comments, reviews, thread, threads } = { ...whole, ...given };
  const reviewThreads = { pageInfo: threads, nodes: [{ comments: thread }] };
  const node = { number: 7, updatedAt: "2026-03-02T09:00:00Z", comments, reviews, reviewThreads };
  const repository = { databaseId: 1, pullRequests: { pageInfo: end, nodes: [node] } };
  const { client } = answerWith(() => ({ data: { repository } }));
  const pages = listDiscussedPullRequests(client, { owner: "acme", name: "shop" });
  const page = await pages.next();
  const { updatedAt } = node;
  expect(page.value).toEqual([{ repositoryId: 1, number: 7, updatedAt, texts: ["a", "b", "c"], isComplete }]);
});
