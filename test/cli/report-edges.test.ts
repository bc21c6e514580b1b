import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { report as command } from "../../src/cli/report.ts";
import { complete } from "../demo/scenario.ts";
import type { GitHub } from "../github/driver/github.ts";
import type { RepositoryDriver } from "../github/driver/repository-driver.ts";
import { startGitHub } from "../github/start-github.ts";
import { addressesOf, runHere } from "./run-cli.ts";

const period = ["--since", "2026-03-02", "--until", "2026-03-15"];
const bin = fileURLToPath(new URL("../../bin/async-review.js", import.meta.url));

let github: GitHub;
let token: string;
const folder = mkdtempSync(join(tmpdir(), "report-edges-"));

beforeAll(async () => {
  github = await startGitHub({ now: "2026-03-02T09:00:00Z" });
  github.createOrganization("acme");
  for (const login of ["alice", "bob"]) github.createUser(login);
  token = github.createToken("bob");
});
afterEach(() => {
  github.schemaLacks = [];
});
afterAll(async () => {
  expect(github.defects).toEqual([]);
  await github.close();
  rmSync(folder, { recursive: true });
});

let caches = 0;
const environment = (cache: string, own = token) => ({
  ...{ ...addressesOf(github), GITHUB_TOKEN: own, XDG_CACHE_HOME: join(folder, cache) },
});

/** Runs the report with its own cache, unless one is named. */
function report(args: string[], { cache, own }: { cache?: string; own?: string } = {}) {
  caches += 1;
  return runHere(command, [...args, ...period], {
    cwd: folder,
    env: environment(cache ?? String(caches), own),
  });
}

/** Opens pull requests that are reviewed an hour later, except every third. */
function open(repository: RepositoryDriver, count: number) {
  return Array.from({ length: count }, (_, index) => {
    const opened = repository.openPullRequest({
      ...{ author: "alice", title: "Change", body: complete, head: `branch-${index}` },
      files: [{ path: "src/a.ts", additions: 60 }],
    });
    opened.requestReview("bob", { by: "alice" });
    github.clock.advance("PT1H");
    if (index % 3 > 0) opened.review({ by: "bob", state: "approved" });
    return opened;
  });
}

const totalOf = (stdout: string) => JSON.parse(stdout.trim().split("\n").at(-1)!).total;

describe("a report on few pull requests", () => {
  it("says in each format that there is nothing", async () => {
    github.createRepository("acme/empty");
    for (const format of ["table", "csv", "markdown", "html"])
      expect(await report(["acme/empty", "--format", format])).toMatchObject({ status: 0, stderr: "" });
    const { stdout } = await report(["acme/empty"]);
    expect(stdout).toContain(
      "\n0 pull requests that became ready in the period. Weeks are ISO weeks in UTC.\n",
    );
    const json = await report(["acme/empty", "--format", "json"]);
    expect(json.stdout.trim().split("\n")).toHaveLength(2);
    expect(totalOf(json.stdout)).toMatchObject({ ready: 0, targetsMet: null, firstReview: { n: 0 } });
  });

  it("shows one pull request's outcome, and no percentile", async () => {
    open(github.createRepository("acme/one"), 1);
    const { status, stdout } = await report(["acme/one"]);
    expect(status).toBe(0);
    expect(stdout).toContain("\n1 pull request that became ready in the period.");
    const json = await report(["acme/one", "--format", "json"]);
    const none = { p50: null, p75: null, p90: null };
    expect(totalOf(json.stdout)).toMatchObject({ ready: 1, open: 1, firstReview: { n: 1, business: none } });
  });
});

describe("a report on several repositories", () => {
  it("counts them together, and leaves out pull requests by bots", async () => {
    const [one, other] = [github.createRepository("acme/web"), github.createRepository("acme/api")];
    open(one, 4);
    open(other, 4);
    other.openPullRequest({
      ...{ author: "dependabot[bot]", title: "Bump", body: "", head: "bump" },
      files: [{ path: "package.json", additions: 1 }],
    });
    const { stdout } = await report(["acme/web", "acme/api", "--format", "json"]);
    const [period] = stdout.split("\n");
    expect(JSON.parse(period!)).toMatchObject({
      ...{ repositories: ["acme/web", "acme/api"], pullRequests: 8, byBots: 1 },
    });
    // The first and the last of each four wait.
    expect(totalOf(stdout)).toMatchObject({ ready: 8, answered: 4, open: 4, firstReview: { n: 8 } });
    const table = await report(["acme/web", "acme/api"]);
    expect(table.stdout).toContain(
      "\n8 pull requests that became ready in the period; 1 that bots opened is left out.",
    );
  });
});

describe("a report on unreadable repositories", () => {
  it.each([
    ["a repository that does not exist", "acme/none", undefined],
    ["another account's private repository", "acme/secret", undefined],
  ])("names %s", async (_case, name) => {
    if (name === "acme/secret") github.createRepository(name, { private: true });
    expect(await report([name])).toEqual({
      ...{ status: 2, stdout: "" },
      stderr: `async-review: ${name} wasn't found; check the name, and that the token can read it.\n`,
    });
  });

  it("names one of several, and prints no report without it", async () => {
    github.createRepository("acme/first");
    expect(await report(["acme/first", "acme/none"])).toMatchObject({
      ...{ status: 2, stdout: "" },
      stderr: "async-review: acme/none wasn't found; check the name, and that the token can read it.\n",
    });
  });

  it("says in one line that a token isn't valid", async () => {
    github.createRepository("acme/open");
    const { status, stdout, stderr } = await report(["acme/open"], { own: "ghp_wrong" });
    expect({ status, stdout, lines: stderr.split("\n").length }).toEqual({ status: 2, stdout: "", lines: 2 });
    expect(stderr).toMatch(/^async-review: .*(token|credentials)/i);
  });

  it.each(["PullRequest.updatedAt", "Query.nodes"])(
    "says that a server without %s is too old",
    async (name) => {
      open(github.createRepository(`acme/old-${name.length}`), 1);
      github.schemaLacks = [name];
      expect(await report([`acme/old-${name.length}`])).toMatchObject({
        ...{ status: 2, stdout: "" },
        stderr: `async-review: This GitHub's schema has no ${name}, and nothing can be decided without it; update the server.\n`,
      });
    },
  );

  it.each([
    ...["Query.rateLimit", "Repository.pullRequestTemplates", "PullRequest.userContentEdits", "Team"],
    ...["PullRequest.timelineItems", "PullRequest.commits", "HeadRefForcePushedEvent"],
  ])("continues where a server lacks %s", async (name) => {
    const repository = github.createRepository(`acme/lacks-${name.replace(".", "-")}`);
    for (const opened of open(repository, 2)) opened.edit({ body: "fix bug" });
    github.schemaLacks = [name];
    const { status, stdout, stderr } = await report([repository.fullName, "--format", "json"]);
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: `async-review: This GitHub doesn't have ${name}; what depends on it is left out.\n`,
    });
    expect(totalOf(stdout)).toMatchObject({ ready: 2, answered: 1 });
  });
});

it("prints the same report after five interruptions", { timeout: 120_000 }, async () => {
  const repository = github.createRepository("acme/long");
  open(repository, 110);
  const args = [repository.fullName, "--format", "json"];
  const whole = await report(args, { cache: "whole" });
  expect(totalOf(whole.stdout)).toMatchObject({ ready: 110, answered: 73 });
  // Slow enough for an interruption in the middle.
  github.latency(50);
  for (let time = 1; time <= 5; time += 1) {
    github.requests.clear();
    const env = { PATH: process.env.PATH!, ...environment("interrupted") };
    const child = spawn(process.execPath, [bin, "report", ...args, ...period], {
      cwd: folder,
      env,
      stdio: "ignore",
    });
    const closed = new Promise((resolve) => child.on("close", (_, signal) => resolve(signal)));
    const isUnderWay = () => github.requests.names.filter((name) => name === "query History").length >= 2;
    while (!isUnderWay() && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 2));
    child.kill("SIGKILL");
    expect(await closed).toBe("SIGKILL");
  }
  github.latency(0);
  github.requests.clear();
  expect(await report(args, { cache: "interrupted" })).toEqual(whole);
  // There are eleven batches. Each interrupted run kept at least its first.
  expect(github.requests.names.filter((name) => name === "query History").length).toBeLessThanOrEqual(6);
});
