import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { GitHub } from "../github/driver/github.ts";
import { startGitHub } from "../github/start-github.ts";
import { runAs } from "./run-cli.ts";

describe("async-review decisions", () => {
  let github: GitHub;

  beforeAll(async () => {
    github = await startGitHub({ now: "2026-03-02T09:00:00Z" });
    const shop = github.createRepository("acme/shop");
    for (const login of ["bob", "carol"]) shop.setPermission(login, "write");

    const retries = shop.openPullRequest({ author: "alice", title: "Retry charges" });
    retries.comment({
      by: "carol",
      body: "Decision: three attempts\nOptions: three, ten\nReason: the processor asks for *at most* three\nRevisit: when it has a queue",
    });
    retries.comment({ by: "mallory", body: "Decision: ten attempts" });
    retries.merge("carol");

    github.clock.advance({ days: 1 });
    shop.openPullRequest({ author: "alice", title: "Nothing is decided here" }).comment({
      by: "bob",
      body: "The decision: is it final?",
    });
    const currency = shop.openPullRequest({ author: "alice", title: "Currencies" });
    const asked = currency.comment({ by: "mallory", body: "/async decision amounts are floats" });
    // Somebody's reaction is not an answer by the app.
    currency.react(asked, "rocket", "carol");
    currency.comment({ by: "alice", body: "/async decision amounts are integers\nReason: no rounding" });
    const closed = shop.openPullRequest({ author: "alice", title: "Given up" });
    closed.comment({ by: "alice", body: "Decision: not now" });
    closed.close("alice");
  });
  beforeEach(() => github.requests.clear());
  afterAll(async () => {
    expect(github.defects).toEqual([]);
    await github.close();
  });

  it("prints records, and fully reads only pull requests that mention a decision", async () => {
    const { status, stdout, stderr } = await runAs(github, "carol", ["decisions", "acme/shop"]);
    expect(stderr).toBe("");
    expect(status).toBe(0);
    const page = stdout.replaceAll(github.url.replace(/\/api\/v3$/, ""), "");
    await expect(page).toMatchFileSnapshot("../fixtures/decisions/records.md");
    expect(github.requests.names.toSorted()).toEqual([
      "GET /repos/:owner/:repo/collaborators/:login/permission",
      "GET /repos/:owner/:repo/collaborators/:login/permission",
      "query DiscussedPullRequests",
      "query PullRequest",
      "query PullRequest",
      "query PullRequest",
    ]);
  });

  it("prints one compact object a line, from a given day on", async () => {
    const words = ["decisions", "acme/shop", "--since", "2026-03-03", "--format", "json"];
    const { stdout } = await runAs(github, "carol", words);
    const lines = stdout.trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        text: "amounts are integers",
        options: "",
        reason: "no rounding",
        revisit: "",
        by: "alice",
        at: "2026-03-03T09:00:00Z",
        url: expect.stringMatching(/\/acme\/shop\/pull\/3#issuecomment-\d+$/),
        pullRequest: {
          number: 3,
          title: "Currencies",
          url: expect.stringMatching(/\/acme\/shop\/pull\/3$/),
          state: "open",
        },
      },
    ]);
    expect(lines[0]).not.toContain('": ');
  });

  it("says how many it left out where GitHub doesn't tell who may write, and requests no more", async () => {
    const path = "/repos/:owner/:repo/collaborators/:login/permission";
    github.faults.next({ path, status: 403, body: { message: "Must have push access" } });
    const { status, stdout, stderr } = await runAs(github, "zoe", ["decisions", "acme/shop"]);
    expect([status, stdout.match(/^## .*$/gm)]).toEqual([0, ["## amounts are integers"]]);
    expect(stderr).toMatch(
      /^async-review: 3 decisions were left out: this token may not ask who has write access \([^.]*\); use the token of somebody with write access\.\n$/,
    );
    expect(github.requests.names.filter((name) => name.startsWith("GET"))).toHaveLength(1);
  });

  it.each([
    [["--last", "0"], '--last can\'t be "0". Write a whole number from 1 to 10000.'],
    [["--last", "0x10"], '--last can\'t be "0x10". Write a whole number from 1 to 10000.'],
    [["--since", "Monday"], '--since can\'t be "Monday". Write a date such as 2026-01-31.'],
  ])("refuses %s", async (words, message) => {
    const { status, stdout, stderr } = await runAs(github, "carol", ["decisions", "acme/shop", ...words]);
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: "",
      stderr: `async-review: ${message}\n`,
    });
  });

  it("explains that a repository doesn't exist", async () => {
    const { status, stderr } = await runAs(github, "carol", ["decisions", "acme/gone"]);
    expect([status, stderr]).toEqual([
      2,
      "async-review: acme/gone wasn't found; check the name, and that the token can read it.\n",
    ]);
  });
});
