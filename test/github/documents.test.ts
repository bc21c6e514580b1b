import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connectOctokit } from "./connect-octokit.ts";
import type { GitHub } from "./driver/github.ts";
import { readDocuments } from "./read-documents.ts";
import { startGitHub } from "./start-github.ts";

const documents = readDocuments();
let github: GitHub;

beforeEach(async () => {
  github = await startGitHub({ record: "nothing", now: "2026-11-20T09:00:00Z" });
});
afterEach(async () => {
  expect(github.defects).toEqual([]);
  await github.close();
});

/** A pull request with one of each thing that the documents select. */
function setTheScene() {
  github.createTeam("acme/payments", ["carol"]);
  const shop = github.createRepository("acme/shop", {
    files: { ".github/async.yml": "version: 1\n", ".github/pull_request_template.md": "## Why\r\n" },
  });
  const installation = github.install("acme");
  const opened = shop.openPullRequest({
    author: "alice",
    title: "Retry payments",
    body: "fix bug",
    draft: true,
    labels: ["payments"],
    files: [
      { path: "src/retry.ts", additions: 40, deletions: 2 },
      { path: ".github/async.yml", text: "version: 1\nenabled: false\n" },
    ],
  });
  github.clock.advance({ minutes: 1 });
  opened.markReady();
  opened.requestReview("bob", { asCodeOwner: true });
  opened.requestReview("acme/payments");
  const review = opened.review({
    by: "dave",
    state: "changes_requested",
    body: "Two things.",
    comments: [{ path: "src/retry.ts", line: 7, body: "blocking: the clock can jump" }],
  });
  const thread = opened.state.threads[0]!;
  opened.replyInThread(thread, { body: "True." });
  opened.resolveThread(thread, "dave");
  opened.dismissReview(review, "dave");
  const comment = opened.comment({ by: "carol", body: "/async recheck" });
  opened.comment({ by: "erin", body: "hm" });
  opened.deleteComment(opened.state.comments[1]!, "alice");
  opened.removeLabel("payments", "bob");
  opened.close();
  opened.reopen();
  github.clock.advance({ minutes: 1 });
  opened.push({ files: [{ path: "src/retry.ts", additions: 41, deletions: 2 }], force: true });
  return { shop, opened, installation, comment };
}

describe("the app's documents", () => {
  it("read the whole pull request in one request", async () => {
    const { installation, opened, shop } = setTheScene();
    const octokit = connectOctokit(github, installation.id);
    const check = await octokit.rest.checks.create({
      owner: "acme",
      repo: "shop",
      name: "async / description",
      head_sha: opened.headSha,
      external_id: "1:abc",
      conclusion: "neutral",
      output: { title: "2 of 5 sections", summary: "…" },
    });
    github.createRepository("acme/.github", {
      files: { ".github/async.yml": "version: 1\n" },
      private: true,
    });
    github.requests.clear();
    const variables = {
      owner: "acme",
      name: "shop",
      number: 1,
      suites: { appId: github.app.id },
      headConfig: "refs/pull/1/head:.github/async.yml",
    };
    const answer = await octokit.graphql(documents["pull-request"]!, variables);

    expect(github.requests.names).toEqual(["query PullRequest"]);
    expect({ ...shop.state, id: 0 }).toMatchObject({ lastNumber: 1 });
    await expect(
      JSON.stringify(answer, null, 2).replaceAll(String(check.data.id), "<check>"),
    ).toMatchFileSnapshot("snapshots/pull-request.snap");
  });
});
