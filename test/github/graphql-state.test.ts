import type { Octokit } from "@octokit/rest";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { askGraphql } from "./ask-graphql.ts";
import { connectOctokit } from "./connect-octokit.ts";
import type { GitHub } from "./driver/github.ts";
import type { RepositoryDriver } from "./driver/repository-driver.ts";
import { pullRequestVariables } from "./pull-request-variables.ts";
import { readDocuments } from "./read-documents.ts";
import { startGitHub } from "./start-github.ts";

const documents = readDocuments();
let github: GitHub;
let shop: RepositoryDriver;
let octokit: Octokit;

beforeEach(async () => {
  github = await startGitHub({ record: "nothing", now: "2026-11-20T09:00:00Z" });
  shop = github.createRepository("acme/shop");
  octokit = connectOctokit(github, github.install("acme").id);
});
afterEach(() => github.close());

const ask = (query: string, variables?: Record<string, unknown>) => askGraphql(octokit, query, variables);
const variables = (number?: number) => pullRequestVariables(github, number);

describe("long lists", () => {
  it("are paged with cursors", async () => {
    const files = Array.from({ length: 230 }, (_, index) => ({ path: `src/${index}.ts`, additions: 1 }));
    const opened = shop.openPullRequest({ author: "alice", title: "x", files });
    type Page = { pageInfo: { hasNextPage: boolean; endCursor: string }; nodes: { path: string }[] };
    const first = await ask(documents["pull-request"]!, variables());
    const pullRequest = (first.data!.repository as { pullRequest: { id: string; files: Page } }).pullRequest;
    const pages = [pullRequest.files];
    const others = { reviews: false, threads: false, comments: false, timeline: false, labelEvents: false };
    while (pages.at(-1)!.pageInfo.hasNextPage) {
      const cursor = pages.at(-1)!.pageInfo.endCursor;
      const next = await ask(documents["connection-page"]!, {
        id: pullRequest.id,
        cursor,
        files: true,
        ...others,
      });
      pages.push((next.data!.node as { files: Page }).files);
    }
    expect(pages.map((page) => page.nodes.length)).toEqual([100, 100, 30]);
    expect(pages.flatMap((page) => page.nodes.map((node) => node.path))).toEqual(
      opened.state.files.map((file) => file.path),
    );
  });

  it("start with the newest update for open pull requests", async () => {
    for (const title of ["one", "two", "three"]) {
      github.clock.advance({ minutes: 1 });
      shop.openPullRequest({ author: "alice", title });
    }
    github.clock.advance({ minutes: 1 });
    shop.pullRequest(1).comment({ by: "bob", body: "x" });
    shop.pullRequest(2).close();
    const answer = await ask(documents["open-pull-requests"]!, { owner: "acme", name: "shop", cursor: null });
    expect(answer.data).toMatchObject({
      repository: { pullRequests: { nodes: [{ number: 1 }, { number: 3 }] } },
    });
  });
});

describe("Git objects", () => {
  it("are found by HEAD, branch, pull request head and merge group", async () => {
    const text = (value: string) => ({ ".github/async.yml": value });
    shop.pushFiles(text("on main\n"));
    shop.pushFiles(text("on v1\n"), { branch: "release/v1" });
    const files = [{ path: ".github/async.yml", text: "on a fork\n" }];
    shop.openPullRequest({ author: "mallory", title: "x", fork: true, files });
    const object = (alias: string, expression: string) =>
      `${alias}: object(expression: "${expression}") { ... on Blob { text } }`;
    const answer = await ask(`{ repository(owner: "acme", name: "shop") {
      ${object("head", "HEAD:.github/async.yml")}
      ${object("branch", "release/v1:.github/async.yml")}
      ${object("full", "refs/heads/release/v1:.github/async.yml")}
      ${object("pull", "refs/pull/1/head:.github/async.yml")}
      ${object("absent", "HEAD:absent")}
      ${object("nowhere", "nowhere:absent")}
    } }`);
    expect(answer.data?.repository).toEqual({
      head: { text: "on main\n" },
      branch: { text: "on v1\n" },
      full: { text: "on v1\n" },
      pull: { text: "on a fork\n" },
      absent: null,
      nowhere: null,
    });
  });

  it("show the check runs of a merge group", async () => {
    const opened = shop.openPullRequest({ author: "alice", title: "x" });
    const { headSha } = opened.enqueue();
    const of = { owner: "acme", repo: "shop" };
    await octokit.rest.checks.create({ ...of, name: "x", head_sha: headSha, conclusion: "success" });
    const baseConfig = "refs/heads/main:.github/async.yml";
    const given = { owner: "acme", name: "shop", headSha, baseConfig, suites: { appId: github.app.id } };
    expect((await ask(documents["merge-group"]!, given)).data).toMatchObject({
      repository: {
        commit: {
          checkSuites: { nodes: [{ checkRuns: { nodes: [{ name: "x", conclusion: "SUCCESS" }] } }] },
        },
      },
    });
  });
});

describe("open pull requests", () => {
  it("are listed with their heads, forks included, the last updated first", async () => {
    const one = shop.openPullRequest({ author: "alice", title: "one" });
    github.clock.advance({ minutes: 1 });
    shop.openPullRequest({ author: "bob", title: "two", sameHeadAs: one, fork: true });
    shop.openPullRequest({ author: "carol", title: "three" }).close();
    const { data } = await ask(documents["pull-request"]!, variables());
    const headRefOid = one.headSha;
    expect(data).toMatchObject({
      repository: {
        openPullRequests: {
          nodes: [
            { number: 2, headRefOid },
            { number: 1, headRefOid },
          ],
        },
      },
    });
  });
});

describe("derived states", () => {
  // sources.md §5: null when the branch asks for no reviews, even when approved.
  it("have a null reviewDecision unless reviews are required", async () => {
    const decision = async () => {
      const { data } = await ask(documents["pull-request"]!, variables());
      return (data!.repository as { pullRequest: { reviewDecision: string | null } }).pullRequest
        .reviewDecision;
    };
    const opened = shop.openPullRequest({ author: "alice", title: "x" });
    const seen = [await decision()];
    opened.review({ by: "bob", state: "approved" });
    seen.push(await decision());
    shop.requireReviews(1);
    seen.push(await decision());
    const review = opened.review({ by: "carol", state: "changes_requested" });
    seen.push(await decision());
    opened.dismissReview(review);
    shop.requireReviews(2);
    seen.push(await decision());
    expect(seen).toEqual([null, null, "APPROVED", "CHANGES_REQUESTED", "REVIEW_REQUIRED"]);
  });

  it("have the worst of all checks and statuses as rollup", async () => {
    const opened = shop.openPullRequest({ author: "alice", title: "x" });
    const rollup = async () => {
      const { data } = await ask(documents["pull-request"]!, variables());
      const { headCommit } = (
        data!.repository as {
          pullRequest: { headCommit: { nodes: { commit: { statusCheckRollup: unknown } }[] } };
        }
      ).pullRequest;
      return headCommit.nodes[0]!.commit.statusCheckRollup;
    };
    const seen = [await rollup()];
    shop.setCheckOfOther(opened.headSha, "build", "success");
    seen.push(await rollup());
    shop.setStatus(opened.headSha, "deploy", "pending");
    seen.push(await rollup());
    shop.setCheckOfOther(opened.headSha, "build", "failure");
    seen.push(await rollup());
    expect(seen).toEqual([null, { state: "SUCCESS" }, { state: "PENDING" }, { state: "FAILURE" }]);
  });
});
