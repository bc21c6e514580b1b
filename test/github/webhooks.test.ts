import { createHmac } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connectOctokit } from "./connect-octokit.ts";
import { type CaughtGitHub, exampleSecret, startCaughtGitHub } from "./start-caught-github.ts";
import { startGitHub } from "./start-github.ts";

let github: CaughtGitHub["github"];
let shop: CaughtGitHub["shop"];
let app: CaughtGitHub["app"];
let close: CaughtGitHub["close"];

beforeEach(async () => {
  ({ github, shop, app, close } = await startCaughtGitHub());
});
afterEach(() => close());

/** Returns "pull_request.opened" and so on for each delivery so far, and clears the log. */
function told(): string[] {
  const names = github.deliveries.all.map(({ event, action }) =>
    action === null ? event : `${event}.${action}`,
  );
  github.deliveries.clear();
  return names;
}

describe("a delivery", () => {
  // sources.md §1 (headers, legacy target type) and §9 (signature over the exact bytes).
  it("is signed over its bytes and carries GitHub's headers", async () => {
    github.install("acme");
    shop.openPullRequest({ author: "alice", title: "☃", body: "\r\n☃\r\n" });
    await github.deliveries.settled();
    const one = app.received.find(({ headers }) => headers["x-github-event"] === "pull_request")!;
    const signature = createHmac("sha256", exampleSecret).update(one.body).digest("hex");
    expect(one.headers).toMatchObject({
      "content-type": "application/json",
      "x-hub-signature-256": `sha256=${signature}`,
      "x-github-hook-installation-target-type": "integration",
      "x-github-hook-installation-target-id": String(github.app.id),
      "x-github-delivery": expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    });
    expect(JSON.parse(one.body)).toMatchObject({
      action: "opened",
      number: 1,
      pull_request: { title: "☃", body: "\r\n☃\r\n" },
      installation: { id: expect.any(Number) },
      sender: { login: "alice", type: "User" },
    });
  });

  it("isn't created for a repository without the app, a suspended installation or an unsubscribed event", () => {
    shop.openPullRequest({ author: "alice", title: "x" });
    expect(told()).toEqual([]);
    github.install("acme");
    shop.archive();
    github.suspend("acme");
    shop.openPullRequest({ author: "alice", title: "y" });
    expect(told()).toEqual(["installation.created", "repository.archived", "installation.suspend"]);
  });

  it("is recorded as failed when it is refused, times out or finds no server", async () => {
    await using impatient = await startGitHub({ record: "nothing", webhookTimeoutMs: 50 });
    impatient.webhookTarget = app.url;
    app.status = null;
    impatient.install("acme");
    await impatient.deliveries.settled();
    expect(impatient.deliveries.all.map((one) => [one.status, one.statusCode])).toEqual([["timed out", 0]]);

    app.status = 503;
    github.webhookTarget = app.url;
    github.install("acme");
    await github.deliveries.settled();
    github.webhookTarget = "http://127.0.0.1:9/";
    github.suspend("acme");
    await github.deliveries.settled();
    expect(github.deliveries.all.map((one) => [one.status, one.statusCode])).toEqual([
      ["Invalid HTTP Response: 503", 503],
      ["failed to connect to host", 0],
    ]);
  });
});

describe("deliveries are sent for", () => {
  beforeEach(() => {
    github.install("acme");
    told();
  });

  // The push comes first, then the pull request's event. A fork's push is not delivered (sources.md §2).
  it("opening and pushing", () => {
    const own = shop.openPullRequest({ author: "alice", title: "x", labels: ["new"] });
    expect(told()).toEqual(["push", "check_suite.requested", "pull_request.opened", "pull_request.labeled"]);
    own.push();
    expect(told()).toEqual(["push", "check_suite.requested", "pull_request.synchronize"]);
    const fork = shop.openPullRequest({ author: "mallory", title: "x", fork: true });
    fork.push({ force: true });
    expect(told()).toEqual(["pull_request.opened", "pull_request.synchronize"]);
  });

  it("an edit, with its changes, only when something changed", () => {
    const one = shop.openPullRequest({ author: "alice", title: "x", body: null });
    told();
    one.edit({ title: "x" });
    one.markReady();
    one.edit({ title: "y", body: "z", by: "bob" });
    expect(github.deliveries.all.map(({ body }) => JSON.parse(body) as object)).toMatchObject([
      { action: "edited", changes: { title: { from: "x" }, body: { from: "" } }, sender: { login: "bob" } },
    ]);
  });

  // sources.md §2: a review with N comments is 1 + N deliveries, and a reply adds an empty review.
  it("reviews, comments and threads", () => {
    const one = shop.openPullRequest({ author: "alice", title: "x" });
    one.requestReview("bob");
    told();
    const comments = [1, 2].map((line) => ({ path: "src/change.ts", line, body: "why?" }));
    one.review({ by: "bob", state: "changes_requested", comments });
    expect(told()).toEqual([
      "pull_request_review.submitted",
      "pull_request_review_comment.created",
      "pull_request_review_comment.created",
    ]);
    const thread = one.state.threads[0]!;
    one.replyInThread(thread, { body: "because" });
    one.resolveThread(thread, "bob");
    one.comment({ by: "carol", body: "hm" });
    expect(told()).toEqual([
      "pull_request_review.submitted",
      "pull_request_review_comment.created",
      "pull_request_review_thread.resolved",
      "issue_comment.created",
    ]);
  });

  it("the merge queue and a merge", () => {
    const one = shop.openPullRequest({ author: "alice", title: "x" });
    told();
    one.enqueue();
    expect(told()).toEqual([
      "pull_request.enqueued",
      "push",
      "check_suite.requested",
      "merge_group.checks_requested",
    ]);
    one.merge("bob");
    expect(told()).toEqual([
      "pull_request.dequeued",
      "merge_group.destroyed",
      "push",
      "check_suite.requested",
      "pull_request.closed",
    ]);
  });

  it("closing a queued pull request", () => {
    const one = shop.openPullRequest({ author: "alice", title: "x" });
    one.enqueue();
    told();
    one.close("bob");
    const reasonOf = (event: string, action: string) =>
      github.deliveries.payloads(event, action).at(-1)?.reason;
    expect(reasonOf("pull_request", "dequeued")).toBe("UNKNOWN_REMOVAL_REASON");
    expect(reasonOf("merge_group", "destroyed")).toBe("dequeued");
    expect(told()).toEqual(["pull_request.dequeued", "merge_group.destroyed", "pull_request.closed"]);
  });

  it("a file's change, in the push that contains it", () => {
    shop.pushFile(".github/async.yml", "version: 1\n");
    shop.pushFile(".github/async.yml", "version: 1\nenabled: false\n");
    expect(github.deliveries.payloads("push").map((one) => one.commits)).toMatchObject([
      [{ added: [".github/async.yml"], modified: [] }],
      [{ added: [], modified: [".github/async.yml"] }],
    ]);
  });

  // sources.md §2 and §3: the owning app gets buttons and re-runs. A fork's run names no pull request.
  it("buttons and re-runs", async () => {
    const { rest } = connectOctokit(github, installationId());
    const one = shop.openPullRequest({ author: "alice", title: "x", fork: true });
    const actions = [{ label: "Add", description: "Adds headings", identifier: "insert" }];
    const given = { owner: "acme", repo: "shop", name: "async / description", head_sha: one.headSha };
    await rest.checks.create({ ...given, external_id: "1:abc", conclusion: "failure", actions });
    expect(told()).toEqual([
      "pull_request.opened",
      "check_run.created",
      "check_run.completed",
      "check_suite.completed",
    ]);
    const run = one.checkRuns[0]!;
    shop.pressButton(run, "insert", "alice");
    shop.rerun(run, "alice");
    shop.rerunAll(one.headSha, "alice");
    expect(github.deliveries.all.map(({ body }) => JSON.parse(body) as object)).toMatchObject([
      {
        action: "requested_action",
        requested_action: { identifier: "insert" },
        check_run: { id: run.id, external_id: "1:abc", pull_requests: [] },
        sender: { login: "alice" },
      },
      { action: "rerequested", check_run: { id: run.id, conclusion: "failure" } },
      { action: "rerequested", check_suite: { head_branch: null, status: "queued", pull_requests: [] } },
    ]);
    expect(() => shop.pressButton(run, "absent", "alice")).toThrow("it offers: insert");
  });

  it("the app's own writes, with its bot as sender", async () => {
    const { rest } = connectOctokit(github, installationId());
    shop.openPullRequest({ author: "alice", title: "x" });
    told();
    await rest.issues.createComment({ owner: "acme", repo: "shop", issue_number: 1, body: "x" });
    await rest.issues.addLabels({ owner: "acme", repo: "shop", issue_number: 1, labels: ["bug"] });
    await rest.pulls.update({ owner: "acme", repo: "shop", pull_number: 1, body: "y" });
    expect(
      github.deliveries.all.map(({ event, action, body }) => [
        `${event}.${action}`,
        (JSON.parse(body) as { sender: { login: string; type: string } }).sender.login,
      ]),
    ).toEqual([
      ["issue_comment.created", "async-review[bot]"],
      ["pull_request.labeled", "async-review[bot]"],
      ["pull_request.edited", "async-review[bot]"],
    ]);
  });
});

function installationId(): number {
  return github.installations[0]!.id;
}
