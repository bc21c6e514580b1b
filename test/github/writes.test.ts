import type { Octokit } from "@octokit/rest";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connectOctokit } from "./connect-octokit.ts";
import type { GitHub } from "./driver/github.ts";
import type { PullRequestDriver } from "./driver/pull-request-driver.ts";
import type { RepositoryDriver } from "./driver/repository-driver.ts";
import { startGitHub } from "./start-github.ts";
import type { Permissions } from "./state/model.ts";

const of = { owner: "acme", repo: "shop" };
let github: GitHub;
let shop: RepositoryDriver;
let opened: PullRequestDriver;
let octokit: Octokit;

beforeEach(async () => {
  github = await startGitHub({ record: "nothing", now: "2026-11-20T09:00:00Z" });
  shop = github.createRepository("acme/shop");
  octokit = connectOctokit(github, github.install("acme").id);
  opened = shop.openPullRequest({ author: "alice", title: "Retry payments", body: "fix bug" });
});
afterEach(async () => {
  expect(github.defects).toEqual([]);
  await github.close();
});

/** The status and first lines of a refusal. */
async function refusal(request: Promise<unknown>) {
  const error = await request.then(
    () => new Error("was accepted"),
    (one: unknown) => one as { status: number; message: string; response: { headers: object } },
  );
  return error;
}

describe("write permissions", () => {
  const comment = ({ rest }: Octokit) => rest.issues.createComment({ ...of, issue_number: 1, body: "Hello" });

  // sources.md §2 (github/rest-api-description#6994): the header names both, but issues: write alone is not
  // enough.
  it("don't include comments on pull requests with issues: write alone", async () => {
    const permissions: Permissions = { issues: "write", pull_requests: "read" };
    github.createRepository("other/shop").openPullRequest({ author: "alice", title: "x" });
    const other = connectOctokit(github, github.install("other", { permissions }).id);
    const request = other.rest.issues.createComment({
      owner: "other",
      repo: "shop",
      issue_number: 1,
      body: "x",
    });
    expect(await refusal(request)).toMatchObject({
      status: 403,
      message: expect.stringContaining("Resource not accessible by integration"),
      response: { headers: { "x-accepted-github-permissions": "issues=write; pull_requests=write" } },
    });
  });

  it("include comments and labels with pull_requests: write", async () => {
    github.uninstall("acme");
    const permissions: Permissions = { issues: "read", pull_requests: "write" };
    const narrow = connectOctokit(github, github.install("acme", { permissions }).id);
    await comment(narrow);
    await narrow.rest.issues.addLabels({ ...of, issue_number: 1, labels: ["bug"] });
    const check = narrow.rest.checks.create({ ...of, name: "x", head_sha: opened.headSha });
    expect(await refusal(check)).toMatchObject({
      status: 403,
      response: { headers: { "x-accepted-github-permissions": "checks=write" } },
    });
    expect(opened.see()).toMatchObject({ labels: ["bug"], comments: [{ author: "async-review[bot]" }] });
  });

  it("don't reach an archived repository", async () => {
    shop.archive();
    expect(await refusal(comment(octokit))).toMatchObject({ status: 403 });
  });
});

describe("comments", () => {
  it("have the bot as author, name the app, and update the pull request", async () => {
    github.clock.advance({ minutes: 1 });
    const { data } = await octokit.rest.issues.createComment({ ...of, issue_number: 1, body: "One" });
    expect(data).toMatchObject({
      user: { login: "async-review[bot]", type: "Bot" },
      performed_via_github_app: { id: github.app.id, slug: "async-review" },
      created_at: "2026-11-20T09:01:00Z",
    });
    github.clock.advance({ minutes: 1 });
    await octokit.rest.issues.updateComment({ ...of, comment_id: data.id, body: "Two" });
    expect(opened.comments).toEqual([
      {
        id: data.id,
        author: "async-review[bot]",
        body: "Two",
        isMinimized: false,
        edits: 1,
        reactions: [],
      },
    ]);
    expect(opened.state.updatedAt).toBe("2026-11-20T09:02:00Z");
  });

  // sources.md §4.
  it("are refused beyond 65,536 characters", async () => {
    const write = (body: string) => octokit.rest.issues.createComment({ ...of, issue_number: 1, body });
    await write("é".repeat(65_536));
    expect(await refusal(write("x".repeat(65_537)))).toMatchObject({
      status: 422,
      message: expect.stringContaining("body is too long (maximum is 65536 characters)"),
    });
  });

  it("are added to the thread's first comment as replies, each with its own review", async () => {
    opened.review({ by: "bob", comments: [{ path: "src/a.ts", line: 1, body: "why?" }] });
    const [first] = opened.state.threads[0]!.comments;
    const reply = (comment_id: number) =>
      octokit.rest.pulls.createReplyForReviewComment({ ...of, pull_number: 1, comment_id, body: "Because." });
    const { data } = await reply(first!.id);
    expect(data.in_reply_to_id).toBe(first!.id);
    expect(await refusal(reply(data.id))).toMatchObject({ status: 404 });
    expect(opened.see().reviews).toEqual([
      { author: "bob", state: "commented", body: "" },
      { author: "async-review[bot]", state: "commented", body: "" },
    ]);
  });
});

describe("labels", () => {
  // sources.md §6 (github/docs#35718): adding creates what is missing, grey, without description.
  it("are created grey when they are added", async () => {
    await octokit.rest.issues.addLabels({ ...of, issue_number: 1, labels: ["review: nit", "BUG"] });
    expect(opened.labels).toEqual(["review: nit", "bug"]);
    const { data } = await octokit.rest.issues.getLabel({ ...of, name: "review: nit" });
    expect({ color: data.color, description: data.description }).toEqual({
      color: "ededed",
      description: null,
    });
  });

  it("are refused when they exist, are too long or have no colour", async () => {
    const create = (label: { name: string; color?: string; description?: string }) =>
      refusal(octokit.rest.issues.createLabel({ ...of, ...label }));
    expect(await create({ name: "bug" })).toMatchObject({
      status: 422,
      response: { data: { errors: [{ resource: "Label", code: "already_exists", field: "name" }] } },
    });
    expect(await create({ name: "x".repeat(51) })).toMatchObject({ status: 422 });
    expect(await create({ name: "x", description: "x".repeat(101) })).toMatchObject({ status: 422 });
    expect(await create({ name: "x", color: "#ededed" })).toMatchObject({ status: 422 });
    await octokit.rest.issues.createLabel({ ...of, name: "x".repeat(50), color: "00ff00" });
  });

  it("answer 404 when a missing label is removed", async () => {
    const remove = (name: string) => octokit.rest.issues.removeLabel({ ...of, issue_number: 1, name });
    opened.addLabel("a/b?c");
    await remove("a/b?c");
    expect(await refusal(remove("a/b?c"))).toMatchObject({ status: 404 });
    expect(opened.labels).toEqual([]);
  });
});

describe("check runs", () => {
  const output = { title: "t", summary: "s" };
  const create = (more: object) =>
    octokit.rest.checks.create({ ...of, name: "async / description", head_sha: opened.headSha, ...more });

  it("belong to a commit and don't update the pull request", async () => {
    github.clock.advance({ minutes: 1 });
    const { data } = await create({ conclusion: "success", output, external_id: "1:abc" });
    expect(data).toMatchObject({
      status: "completed",
      conclusion: "success",
      external_id: "1:abc",
      pull_requests: [{ number: 1 }],
    });
    expect(opened.state.updatedAt).toBe("2026-11-20T09:00:00Z");
    opened.push();
    expect(opened.checkRuns).toEqual([]);
  });

  // sources.md §3: a fork's head has no pull requests and no branch.
  it("name no pull request on a fork's head", async () => {
    const fork = shop.openPullRequest({ author: "mallory", title: "x", fork: true });
    const { data } = await create({ head_sha: fork.headSha, conclusion: "success", output });
    expect(data.pull_requests).toEqual([]);
    expect(fork.checkRuns.map((run) => run.conclusion)).toEqual(["success"]);
    expect(shop.state.checkSuites.find((suite) => suite.headSha === fork.headSha)?.headBranch).toBeNull();
  });

  // sources.md §3: 65,535 bytes, 3 buttons, 20/40/20 characters, a completed run needs a conclusion, the SHA
  // exists.
  it("are refused beyond GitHub's limits", async () => {
    const action = { label: "x".repeat(20), description: "x".repeat(40), identifier: "insert" };
    await create({
      conclusion: "neutral",
      output: { title: "t", summary: "x".repeat(65_535) },
      actions: [action],
    });
    const refused = await Promise.all(
      [
        { conclusion: "neutral", output: { title: "t", summary: "😀".repeat(16_384) } },
        { conclusion: "neutral", output: { title: "t", summary: "s", text: "x".repeat(65_536) } },
        { conclusion: "neutral", output: { title: "t" } },
        { status: "completed" },
        { conclusion: "stale" },
        { actions: [action, action, action, action] },
        { actions: [{ ...action, label: "x".repeat(21) }] },
        { head_sha: "f".repeat(40) },
      ].map((more) => refusal(create(more))),
    );
    expect(refused.map((one) => ("status" in one ? one.status : one))).toEqual(Array(8).fill(422));
  });

  it("append annotations and keep fields that an update leaves out", async () => {
    const annotation = {
      path: "a.yml",
      start_line: 1,
      end_line: 1,
      annotation_level: "warning",
      message: "m",
    };
    const { data } = await create({ output: { ...output, annotations: [annotation] } });
    await octokit.rest.checks.update({
      ...of,
      check_run_id: data.id,
      conclusion: "failure",
      output: { ...output, annotations: [{ ...annotation, annotation_level: "failure" }] },
    });
    expect(opened.checkRuns).toMatchObject([
      {
        name: "async / description",
        conclusion: "failure",
        annotations: [{ level: "warning" }, { level: "failure" }],
      },
    ]);
  });

  it("can be written by apps only", async () => {
    const token = github.createToken("alice");
    const response = await fetch(`${github.url}/repos/acme/shop/check-runs`, {
      method: "POST",
      headers: { authorization: `token ${token}` },
      body: JSON.stringify({ name: "x", head_sha: opened.headSha }),
    });
    expect(response.status).toBe(403);
  });
});

describe("REST reads", () => {
  // sources.md §9: maintain→write, triage→read; role_name says which.
  it("return a person's permission", async () => {
    shop.setPermission("mia", "maintain");
    shop.setPermission("tom", "triage");
    github.createUser("nobody");
    const ask = async (username: string) => {
      const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({ ...of, username });
      return [data.permission, data.role_name];
    };
    expect([await ask("acme"), await ask("mia"), await ask("tom"), await ask("nobody")]).toEqual([
      ["admin", "admin"],
      ["write", "maintain"],
      ["read", "triage"],
      ["read", "read"],
    ]);
    expect(await refusal(ask("unknown-login"))).toMatchObject({ status: 404 });
  });

  it("give raw contents their own content type", async () => {
    shop.pushFile(".github/async.yml", "version: 1\n");
    const raw = await octokit.rest.repos.getContent({
      ...of,
      path: ".github/async.yml",
      mediaType: { format: "raw" },
    });
    expect([raw.data, raw.headers["content-type"]]).toEqual([
      "version: 1\n",
      "application/vnd.github.raw; charset=utf-8",
    ]);
  });

  it("return an edited body byte for byte, after one delivery", async () => {
    const body = "## Context\r\n\r\nwhy ☃\r\n";
    await octokit.rest.pulls.update({ ...of, pull_number: 1, body });
    await octokit.rest.pulls.update({ ...of, pull_number: 1, body });
    expect(opened.body).toBe(body);
    expect(github.deliveries.payloads("pull_request", "edited").map((one) => one.changes)).toEqual([
      { body: { from: "fix bug" } },
    ]);
  });
});
