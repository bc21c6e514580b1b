import type { Octokit } from "@octokit/rest";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
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

describe("a query is refused that", () => {
  it("selects a field that the schema does not have", async () => {
    const answer = await ask(`{ repository(owner: "acme", name: "shop") { nom } }`);
    expect(answer.errors?.map((one) => one.message)).toEqual([
      'Cannot query field "nom" on type "Repository". Did you mean "name"?',
    ]);
    expect(answer.data).toBeUndefined();
  });

  it("lacks a variable", async () => {
    const answer = await ask('query($name: String!) { repository(owner: "acme", name: $name) { name } }');
    expect(answer.errors).toHaveLength(1);
    expect(answer.data).toBeUndefined();
  });

  // docs, "Rate limits and query limits for the GraphQL API": first or last, at most 100, at most 500,000
  // nodes.
  it("pages without first or last, or by more than a hundred", async () => {
    const labels = (args: string) =>
      `{ repository(owner: "acme", name: "shop") { labels${args} { totalCount } } }`;
    const missing = await ask(labels(""));
    const many = await ask(labels("(first: 101)"));
    expect([missing, many].map((one) => one.errors?.map(({ type }) => type))).toEqual([
      ["MISSING_PAGINATION_BOUNDARIES"],
      ["EXCESSIVE_PAGINATION"],
    ]);
  });

  it("requests more than 500,000 nodes", async () => {
    const answer = await ask(`{ repository(owner: "acme", name: "shop") {
      pullRequests(first: 100) { nodes { reviewThreads(first: 100) { nodes { comments(first: 100) { nodes { id } } } } } }
    } }`);
    expect(answer.errors?.map(({ type }) => type)).toEqual(["MAX_NODE_LIMIT_EXCEEDED"]);
  });
});

describe("a field that the local GitHub doesn't implement", () => {
  it("is recorded as a defect, and never answered", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    const query = `{ repository(owner: "acme", name: "shop") { stargazerCount } }`;
    await expect(octokit.graphql(query)).rejects.toMatchObject({ status: 500 });
    expect(github.defects).toEqual([expect.stringContaining("no resolver for Repository.stargazerCount")]);
    expect(said).toHaveBeenCalledOnce();
    said.mockRestore();
  });
});

describe("a missing or hidden object", () => {
  it("is null, with NOT_FOUND and a path, over HTTP 200", async () => {
    shop.openPullRequest({ author: "alice", title: "x" });
    const answer = await ask(documents["pull-request"]!, variables());
    expect(answer.errors).toEqual([
      {
        type: "NOT_FOUND",
        path: ["organisation"],
        locations: expect.any(Array),
        message: "Could not resolve to a Repository with the name 'acme/.github'.",
      },
    ]);
    expect(answer.data).toMatchObject({ organisation: null, repository: { name: "shop" } });
    const absent = await ask(documents["pull-request-body"]!, variables(99));
    expect(absent.data).toEqual({ repository: { pullRequest: null } });
  });

  // sources.md §8: a private `.github` repository must be in the installation's selection.
  it("is null for a private repository outside the installation", async () => {
    github.createRepository("acme/.github", {
      private: true,
      files: { ".github/async.yml": "version: 1\n" },
    });
    shop.openPullRequest({ author: "alice", title: "x" });
    expect((await ask(documents["pull-request"]!, variables())).errors).toBeUndefined();
    github.removeRepositories("acme", ["acme/.github"]);
    expect((await ask(documents["pull-request"]!, variables())).errors).toMatchObject([
      { type: "NOT_FOUND", path: ["organisation"] },
    ]);
  });

  // sources.md §2 and §12: teams need members: read, the rollup statuses: read, a review's commit contents:
  // read.
  it("is FORBIDDEN node by node where a permission is missing", async () => {
    github.uninstall("acme");
    const permissions = { pull_requests: "write", contents: "read" } as const;
    octokit = connectOctokit(github, github.install("acme", { permissions }).id);
    github.createTeam("acme/payments", ["carol"]);
    github.createRepository("acme/.github");
    const opened = shop.openPullRequest({ author: "alice", title: "x" });
    opened.requestReview("bob");
    opened.requestReview("acme/payments");
    const { data, errors } = await ask(documents["pull-request"]!, variables());
    expect(errors?.map(({ type, path }) => [type, path?.slice(2).join(".")])).toEqual([
      ["FORBIDDEN", "reviewRequests.nodes.1.requestedReviewer"],
      ["FORBIDDEN", "timelineItems.nodes.1.requestedReviewer"],
      ["FORBIDDEN", "headCommit.nodes.0.commit.statusCheckRollup"],
    ]);
    expect(data).toMatchObject({
      repository: {
        pullRequest: {
          reviewRequests: { nodes: [{ requestedReviewer: { login: "bob" } }, { requestedReviewer: null }] },
        },
      },
    });
  });
});

describe("GraphQL logins", () => {
  // sources.md §4: REST `my-app[bot]`, GraphQL `my-app` with __typename Bot.
  it("lack the suffix of bots", async () => {
    shop.openPullRequest({ author: "dependabot[bot]", title: "Bump x" });
    await octokit.rest.issues.createComment({ owner: "acme", repo: "shop", issue_number: 1, body: "x" });
    const { data } = await ask(documents["pull-request"]!, variables());
    expect(data).toMatchObject({
      repository: {
        pullRequest: {
          author: { __typename: "Bot", login: "dependabot" },
          comments: { nodes: [{ author: { __typename: "Bot", login: "async-review" } }] },
        },
      },
    });
  });
});

describe("reactions and minimising", () => {
  it("happen once per person, and are shown as the viewer's own", async () => {
    const opened = shop.openPullRequest({ author: "alice", title: "x" });
    opened.comment({ by: "carol", body: "/async recheck" });
    opened.react(opened.state.comments[0]!, "+1", "carol");
    const first = await ask(documents["pull-request"]!, variables());
    const repository = first.data!.repository as {
      pullRequest: { comments: { nodes: { id: string }[] } };
    };
    const subjectId = repository.pullRequest.comments.nodes[0]!.id;
    for (const _ of [1, 2]) await ask(documents["add-reaction"]!, { subjectId, content: "ROCKET" });
    await ask(documents["minimize-comment"]!, { subjectId });
    expect(opened.comments).toMatchObject([
      { isMinimized: true, reactions: ["+1 by carol", "rocket by async-review[bot]"] },
    ]);
    const { data } = await ask(documents["pull-request"]!, variables());
    const groups = [
      { content: "THUMBS_UP", viewerHasReacted: false },
      { content: "ROCKET", viewerHasReacted: true },
    ].map((group) => expect.objectContaining(group));
    expect(data).toMatchObject({
      repository: {
        pullRequest: { comments: { nodes: [{ reactionGroups: expect.arrayContaining(groups) }] } },
      },
    });
    expect(await ask(documents["minimize-comment"]!, { subjectId: "IC_kwDOOTk5OTk" })).toMatchObject({
      errors: [{ type: "NOT_FOUND" }],
    });
  });
});
