import type { Octokit } from "@octokit/rest";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connectOctokit } from "./connect-octokit.ts";
import type { GitHub } from "./driver/github.ts";
import type { PullRequestDriver } from "./driver/pull-request-driver.ts";
import { readDocuments } from "./read-documents.ts";
import { startGitHub } from "./start-github.ts";

const document = readDocuments()["pull-request-body"]!;
const of = { owner: "acme", repo: "shop" };
let github: GitHub;
let opened: PullRequestDriver;
let octokit: Octokit;

beforeEach(async () => {
  github = await startGitHub({ record: "nothing", now: "2026-11-20T09:00:00Z" });
  const shop = github.createRepository("acme/shop");
  octokit = connectOctokit(github, github.install("acme").id);
  opened = shop.openPullRequest({ author: "alice", title: "x", body: "0" });
});
afterEach(() => github.close());

/** The pull request's body as GraphQL shows it. */
async function read(): Promise<string> {
  const answer = await octokit.graphql<{ repository: { pullRequest: { body: string } } }>(document, {
    owner: "acme",
    name: "shop",
    number: 1,
  });
  return answer.repository.pullRequest.body;
}

const comment = () => octokit.rest.issues.createComment({ ...of, issue_number: 1, body: "x" });

const outcome = (request: Promise<unknown>): Promise<unknown> =>
  request.then(
    () => "fine",
    (error: { status?: number }) => error.status,
  );

describe("faults", () => {
  const path = "/repos/:owner/:repo/issues/:number/comments";

  it("answer without carrying the request out, as often as set", async () => {
    github.faults.next({ method: "POST", path, status: 502, times: 2 });
    expect([await outcome(comment()), await outcome(comment()), await outcome(comment())]).toEqual([
      502,
      502,
      "fine",
    ]);
    expect([opened.comments.length, github.faults.left]).toEqual([1, 0]);
  });

  it("carry the request out and change the answer", async () => {
    github.faults.next({ path: /\/comments$/, after: "store", status: 502 });
    expect(await outcome(comment())).toBe(502);
    expect(opened.comments.length).toBe(1);
  });

  it("drop the connection before or after the request is carried out, or in the middle of the answer", async () => {
    await octokit.rest.repos.get(of);
    github.faults.next({ path, drop: true });
    expect(await outcome(comment())).toBe(500);
    expect(opened.comments.length).toBe(0);
    github.faults.next({ path, drop: true, after: "store" });
    expect(await outcome(comment())).toBe(500);
    expect(opened.comments.length).toBe(1);
    github.faults.next({ path, half: true, after: "store" });
    // Octokit hides the fault: it returns the status, and an empty text as data (@octokit/request,
    // fetch-wrapper.js).
    expect(await comment()).toMatchObject({ status: 201, data: "" });
    expect(opened.comments.length).toBe(2);
    expect(github.requests.all.slice(-3).map((one) => one.status)).toEqual([0, 0, 201]);
  });

  it("match GraphQL by the document's name, and can be errors with HTTP 200", async () => {
    const errors = [{ type: "RATE_LIMIT", message: "API rate limit exceeded" }];
    github.faults.next({ operation: "PullRequestBody", status: 200, body: { data: null, errors } });
    await expect(read()).rejects.toMatchObject({ errors });
    expect(await read()).toBe("0");
  });

  // sources.md §7.
  it("include GitHub's rate limits", async () => {
    github.faults.secondaryRateLimit(30, { path });
    await expect(comment()).rejects.toMatchObject({
      status: 403,
      response: { headers: { "retry-after": "30" } },
    });
    const inAnHour = Math.floor(Date.now() / 1000) + 3600;
    github.faults.primaryRateLimit(3600, { path });
    const refused = await comment().catch((error) => error);
    expect(refused).toMatchObject({ status: 403, response: { headers: { "x-ratelimit-remaining": "0" } } });
    expect(Number(refused.response.headers["x-ratelimit-reset"])).toBeGreaterThanOrEqual(inAnHour);
    github.faults.primaryRateLimit(3600, { operation: "PullRequestBody" });
    await expect(read()).rejects.toMatchObject({
      headers: { "x-ratelimit-remaining": "0" },
      errors: [{ type: "RATE_LIMITED" }],
    });
  });

  it("delay an answer, as latency does", async () => {
    await read();
    github.latency(30);
    github.faults.next({ operation: "PullRequestBody", delayMs: 30 });
    const started = performance.now();
    await read();
    expect(performance.now() - started).toBeGreaterThanOrEqual(59);
  });
});

describe("lagging reads", () => {
  it("by reads: show old state for the set number of reads after each change", async () => {
    github.reads.lag({ reads: 2 });
    expect(await read()).toBe("0");
    opened.edit({ body: "1" });
    expect([await read(), await read(), await read()]).toEqual(["0", "0", "1"]);
  });

  it("by reads: never show state that is over a minute old", async () => {
    github.reads.lag({ reads: 2 });
    opened.edit({ body: "1" });
    expect(await read()).toBe("0");
    github.clock.advance("PT61S");
    expect(await read()).toBe("1");
  });

  it("by events: stay the set number of changes behind, whoever made them", async () => {
    github.reads.lag({ events: 2 });
    opened.edit({ body: "1" });
    await octokit.rest.pulls.update({ ...of, pull_number: 1, body: "2" });
    opened.edit({ body: "3" });
    expect(await read()).toBe("1");
    github.reads.lag(null);
    expect(await read()).toBe("3");
  });

  it("by time: show the state of the set time ago", async () => {
    github.reads.lag({ ms: 60_000 });
    opened.edit({ body: "1" });
    expect(await read()).toBe("0");
    github.reads.lag({ ms: 0 });
    opened.edit({ body: "2" });
    expect(await read()).toBe("2");
  });

  it("don't affect REST and webhooks", async () => {
    github.reads.lag({ reads: 5 });
    opened.edit({ body: "1" });
    const { data } = await octokit.rest.pulls.get({ ...of, pull_number: 1 });
    expect(data.body).toBe("1");
    expect(github.deliveries.payloads("pull_request", "edited")).toMatchObject([
      { pull_request: { body: "1" } },
    ]);
  });
});

describe("the clock", () => {
  it("stops, moves and runs, in whole seconds", () => {
    github.clock.set("2026-03-29T00:59:59.900Z");
    expect(github.clock.now()).toBe("2026-03-29T00:59:59Z");
    github.clock.advance("P1DT1H");
    expect(github.clock.now()).toBe("2026-03-30T01:59:59Z");
    github.clock.advance({ minutes: 2 });
    opened.comment({ body: "x" });
    expect(opened.state.updatedAt).toBe("2026-03-30T02:01:59Z");
    github.clock.run();
    expect(Math.abs(Date.parse(github.clock.now()) - Date.now())).toBeLessThan(5000);
  });
});

describe("the request log", () => {
  it("names each request and its sender, and tells writes from reads", async () => {
    await read();
    await comment();
    await outcome(octokit.rest.issues.getLabel({ ...of, name: "a b" }));
    expect(github.requests.names).toEqual([
      "POST /app/installations/:installation/access_tokens",
      "query PullRequestBody",
      "POST /repos/:owner/:repo/issues/:number/comments",
      "GET /repos/:owner/:repo/labels/:name",
    ]);
    expect(github.requests.all.at(-1)).toEqual({
      method: "GET",
      path: "/repos/acme/shop/labels/a%20b",
      query: "",
      route: "/repos/:owner/:repo/labels/:name",
      operation: null,
      operationType: null,
      body: null,
      status: 404,
      at: "2026-11-20T09:00:00Z",
      byToken: "installation",
    });
    expect(github.requests.writes.map((one) => one.body)).toEqual([{ body: "x" }]);
    github.requests.clear();
    expect([github.requests.count, github.requests.names]).toEqual([0, []]);
  });
});

describe("tokens", () => {
  it("get 401 once they are revoked", async () => {
    await read();
    github.revokeTokens();
    const { token } = (await octokit.auth({ type: "installation" })) as { token: string };
    const response = await fetch(`${github.url}/repos/acme/shop`, {
      headers: { authorization: `token ${token}` },
    });
    expect(response.status).toBe(401);
  });
});
