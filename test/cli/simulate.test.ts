import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { simulate as command } from "../../src/cli/simulate.ts";
import { complete, pullRequests } from "../demo/scenario.ts";
import type { GitHub } from "../github/driver/github.ts";
import { startGitHub } from "../github/start-github.ts";
import { addressesOf, runCli, runHere } from "./run-cli.ts";

describe("simulate, against the local GitHub", () => {
  let github: GitHub;
  let token: string;
  const folder = mkdtempSync(join(tmpdir(), "simulate-"));

  beforeAll(async () => {
    github = await startGitHub({ now: "2026-03-02T09:00:00Z" });
    github.createOrganization("acme");
    github.createUser("carol");
    token = github.createToken("carol");
    const shop = github.createRepository("acme/shop");
    for (const { isDraft = false, shows: _shows, reviewer: _reviewer, ...opened } of pullRequests)
      shop.openPullRequest({ ...opened, draft: isDraft });
    github.createRepository("acme/empty");
    const many = github.createRepository("acme/many");
    for (let number = 1; number <= 12; number += 1) {
      // The oldest eight have no risk section.
      const body = number > 8 ? complete : complete.replace(/## Risk[\s\S]*?(?=## Testing)/, "");
      many.openPullRequest({
        author: "alice",
        title: `Change ${number}`,
        body,
        files: [{ path: "a.ts", additions: 50 }],
      });
    }
    await github.deliveries.settled();
  });
  afterEach(() => {
    expect(github.requests.writes).toEqual([]);
    github.requests.clear();
  });
  afterAll(async () => {
    expect(github.defects).toEqual([]);
    await github.close();
    rmSync(folder, { recursive: true });
  });

  const place = (env: Record<string, string>) => ({ cwd: folder, env: { ...addressesOf(github), ...env } });
  /** Runs the program as people do. */
  const spawn = (args: string[], env: Record<string, string> = { GITHUB_TOKEN: token }) =>
    runCli(["simulate", ...args], place(env));
  const simulate = (args: string[], env: Record<string, string> = { GITHUB_TOKEN: token }) =>
    runHere(command, args, place(env));

  it("prints a line a pull request and the totals, and exits 1 when some would not pass", async () => {
    expect(await spawn(["acme/shop"])).toEqual({
      status: 1,
      stderr: "",
      stdout: `✓ #5  Try without the second cache                        exempt: draft
✓ #4  Bump undici from 8.12.3 to 8.12.4                   exempt: opened by a bot
✗ #3  Show the delivery date in the basket                context empty, approach empty, risk empty, testing empty, review_focus empty
✗ #2  fix bug                                             context missing, approach missing, risk missing, testing missing, review_focus missing, review-order
✓ #1  Retry charges that time out                         complete

1  approach empty
1  approach missing
1  context empty
1  context missing
1  review-order
1  review_focus empty
1  review_focus missing
1  risk empty
1  risk missing
1  testing empty

3 of 5 would pass (2 exempt); most frequent finding: approach empty, 1
`,
    });
    expect(github.requests.names).toEqual([
      "query RecentPullRequests",
      ...Array.from({ length: 5 }, () => "query PullRequest"),
    ]);
  });

  it("prints one JSON object a line, the totals last", async () => {
    const { status, stdout } = await spawn(["acme/many", "--format", "json"]);
    const lines = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(status).toBe(1);
    expect(lines.slice(0, -1).map(({ number }) => number)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(lines[0]).toEqual({
      number: 12,
      title: "Change 12",
      conclusion: "success",
      passes: true,
      exempt: null,
      findings: [],
    });
    expect(lines[11]).toEqual({
      number: 1,
      title: "Change 1",
      conclusion: "neutral",
      passes: false,
      exempt: null,
      findings: [{ finding: "risk missing", level: "error", rule: "section", section: "risk" }],
    });
    expect(lines[12]).toEqual({
      totals: {
        pullRequests: 12,
        passing: 4,
        exempt: 0,
        frequent: [{ finding: "risk missing", count: 8 }],
      },
    });
  });

  it("checks as many of the newest pull requests as --last says", async () => {
    const { stdout } = await simulate(["acme/many", "--last", "5"]);
    expect(stdout.match(/#\d+/g)).toEqual(["#12", "#11", "#10", "#9", "#8"]);
    expect(stdout).toContain("\n4 of 5 would pass; most frequent finding: risk missing, 1\n");
  });

  it("prints a Markdown table", async () => {
    const { stdout } = await simulate(["acme/many", "--last", "1", "--format", "markdown"]);
    expect(stdout).toBe(`| | | Title | Findings |
|---|---|---|---|
| ✓ | #12 | Change 12 | complete |

**1 of 1 would pass.**
`);
  });

  it("tries a config from outside the repository, and exits 0 when all would pass", async () => {
    writeFileSync(join(folder, "mild.yml"), "description: {sections: [{id: context}]}\n");
    const { status, stdout, stderr } = await simulate(["acme/many", "--config", "mild.yml"]);
    expect([status, stdout.trimEnd().split("\n").at(-1), stderr]).toEqual([0, "12 of 12 would pass", ""]);
  });

  it("keeps the organisation's file below the tried file", async () => {
    github.createRepository("acme/.github", {
      files: { ".github/async.yml": "description: {exempt: {titles: ['^Change']}}\n" },
    });
    writeFileSync(join(folder, "own.yml"), "enforcement: block\n");
    const { stdout } = await simulate(["acme/many", "--config", "own.yml", "--last", "3"]);
    expect(stdout).toContain("3 of 3 would pass (3 exempt)");
  });

  it("lists the problems of the tried config, still prints the rest, and exits 2", async () => {
    writeFileSync(join(folder, "broken.yml"), "enforcement: maybe\n");
    const { status, stdout, stderr } = await simulate(["acme/empty", "--config", "broken.yml"]);
    expect([status, stdout, stderr]).toEqual([
      2,
      "There is no pull request yet\n",
      "broken.yml:1:14: enforcement can't be \"maybe\". Write advise or block. Using the default (advise) until it's fixed.\n",
    ]);
  });

  it("uses gh's login for the host when no token is set", async () => {
    const gh = join(folder, "gh");
    writeFileSync(gh, `#!/bin/sh\n[ "$*" = "auth token --hostname 127.0.0.1" ] && echo ${token}\n`);
    chmodSync(gh, 0o755);
    const { status } = await simulate(["acme/empty"], { PATH: `${folder}:/usr/bin:/bin` });
    expect(status).toBe(0);
  });

  it.each([
    [
      "an unknown repository",
      ["acme/nope"],
      {},
      "acme/nope wasn't found; check the name, and that the token can read it.",
    ],
    ["no repository", ["nope"], {}, '"nope" isn\'t a repository; write it as owner/repo.'],
    [
      "no token",
      ["acme/shop"],
      { GITHUB_TOKEN: "", PATH: "/nowhere" },
      "There is no token; set GITHUB_TOKEN, or log in with `gh auth login`.",
    ],
    [
      "a wrong number",
      ["acme/shop", "--last", "1e2"],
      {},
      '--last can\'t be "1e2". Write a whole number from 1 to 1000.',
    ],
    [
      "a number that is too large",
      ["acme/shop", "--last", "1001"],
      {},
      '--last can\'t be "1001". Write a whole number from 1 to 1000.',
    ],
  ])("exits 2 with one line: %s", async (_what, args, env, message) => {
    expect(await simulate(args, { GITHUB_TOKEN: token, ...env })).toEqual({
      status: 2,
      stdout: "",
      stderr: `async-review: ${message}\n`,
    });
  });

  it("names the path of a config that doesn't exist", async () =>
    expect(await simulate(["acme/shop", "--config", "nope.yml"])).toEqual({
      status: 2,
      stdout: "",
      stderr: "nope.yml:1:1: no such file\n",
    }));

  it("exits 2 with one line when GitHub refuses the token", async () => {
    const { status, stdout, stderr } = await spawn(["acme/shop"], { GITHUB_TOKEN: "ghp_wrong" });
    expect([status, stdout, stderr.trimEnd().split("\n").length]).toEqual([2, "", 1]);
    expect(stderr).toContain("401");
  });
});
