import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { report as command } from "../../src/cli/report.ts";
import { complete } from "../demo/scenario.ts";
import type { GitHub } from "../github/driver/github.ts";
import { startGitHub } from "../github/start-github.ts";
import { addressesOf, runHere } from "./run-cli.ts";

const period = ["--since", "2026-03-02", "--until", "2026-03-15"];

describe("report, against the local GitHub", () => {
  let github: GitHub;
  let token: string;
  const folder = mkdtempSync(join(tmpdir(), "report-"));

  beforeAll(async () => {
    github = await startGitHub({ now: "2026-03-02T09:00:00Z" });
    github.createOrganization("acme");
    for (const login of ["zacharias-the-author", "yolanda-the-reviewer"]) github.createUser(login);
    token = github.createToken("yolanda-the-reviewer");
    const shop = github.createRepository("acme/shop", {
      files: {
        ".github/async.yml": "version: 1\nturns: {hours: {time_zone: Europe/Berlin}}\n",
      },
    });
    // Five a week, on Monday and Tuesday: four are answered after 1 to 4 hours, the fifth is merged without a
    // review.
    for (const [week, day] of ["2026-03-02", "2026-03-09"].entries()) {
      for (let hour = 1; hour <= 5; hour += 1) {
        github.clock.set(`${day}T09:00:00Z`);
        const opened = shop.openPullRequest({
          author: "zacharias-the-author",
          title: `Change ${hour}`,
          body: week === 0 ? "fix bug" : complete,
          files: [{ path: "src/a.ts", additions: 60 }],
        });
        opened.requestReview("yolanda-the-reviewer", { by: "zacharias-the-author" });
        github.clock.set(`${day}T${String(9 + hour).padStart(2, "0")}:00:00Z`);
        if (hour < 5) opened.review({ by: "yolanda-the-reviewer", state: "approved" });
        opened.merge("zacharias-the-author");
      }
    }
    await github.deliveries.settled();
  }, 60_000);
  afterEach(() => {
    expect(github.requests.writes).toEqual([]);
    github.requests.clear();
  });
  afterAll(async () => {
    expect(github.defects).toEqual([]);
    await github.close();
    rmSync(folder, { recursive: true });
  });

  const place = (cache: string) => ({
    cwd: folder,
    env: { ...addressesOf(github), GITHUB_TOKEN: token, XDG_CACHE_HOME: join(folder, cache) },
  });
  const report = (args: string[], cache = "cache") => runHere(command, args, place(cache));

  it("prints the figures as lines of JSON, and reads only new pull requests the second time", async () => {
    const { status, stdout, stderr } = await report(["acme/shop", ...period, "--format", "json"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const [header, first, second, total, ...more] = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(more).toEqual([]);
    expect(header).toEqual({
      repositories: ["acme/shop"],
      since: "2026-03-02",
      until: "2026-03-15",
      timeZone: "Europe/Berlin",
      partial: false,
      pullRequests: 10,
      byBots: 0,
      target: 28_800,
      definitions: "https://github.com/async-review/async-review/blob/main/docs/report.md",
    });
    const waits = { p50: 10_800, p75: 14_400, p90: null };
    const none = { p50: null, p75: null, p90: null };
    const week = {
      isYoung: false,
      ...{ ready: 5, answered: 4, open: 0, mergedWithoutReview: 1, closedWithoutReview: 0 },
      firstReview: { n: 5, business: waits, wall: waits },
      requestToReview: { n: 5, business: waits, wall: waits },
      firstBotAnswer: { n: 5, business: none, wall: none },
      ...{ reviewerShare: 1, rounds: null, targetsMet: null, completeWhenReviewed: null },
      conversation: {
        threads: { blocking: 0, question: 0, suggestion: 0, nit: 0, note: 0, praise: 0, none: 0 },
        ...{ blockingPerPullRequest: 0, backAndForth: 0, decisions: 0 },
      },
      calm: { writtenPerPullRequest: 0, reminders: 0, remindersFollowed: null },
      sizes: { "below 50": 0, "50 to 249": 1, "250 to 999": 0, "1000 and more": 0 },
    };
    expect(first).toEqual({ week: "2026-W10", ...week, completeWhenReady: 0 });
    expect(second).toEqual({ week: "2026-W11", ...week, isYoung: true, completeWhenReady: 1 });
    expect(total.total).toMatchObject({ ready: 10, rounds: 0, targetsMet: 1, completeWhenReady: 0.5 });
    expect(github.requests.names).toEqual(["query HistoryList", "query History"]);

    github.requests.clear();
    expect(await report(["acme/shop", ...period, "--format", "json"])).toEqual({ status, stdout, stderr });
    expect(github.requests.names).toEqual(["query HistoryList"]);
  });

  it("reads a reopened pull request again only when it has changed", async () => {
    const toys = github.createRepository("acme/toys");
    const opened = toys.openPullRequest({
      ...{ author: "zacharias-the-author", title: "Toys", body: complete },
      files: [{ path: "src/a.ts", additions: 60 }],
    });
    opened.review({
      ...{ by: "yolanda-the-reviewer", state: "commented" },
      comments: [{ path: "src/a.ts", line: 1, body: "question: why?" }],
    });
    const [first, again] = [
      ["query HistoryList", "query History"],
      ["query HistoryList", "query HistoryState"],
    ];
    const ask = async () => {
      github.requests.clear();
      expect(await report(["acme/toys", ...period], "toys")).toMatchObject({ status: 0, stderr: "" });
      return github.requests.names;
    };
    expect(await ask()).toEqual(first);
    expect(await ask()).toEqual(again);
    const { updatedAt } = opened.state;
    opened.resolveThread(opened.state.threads[0]!, "zacharias-the-author");
    expect(opened.state.updatedAt).toBe(updatedAt);
    expect(await ask()).toEqual([...again, "query History"]);
    expect(await ask()).toEqual(again);
    github.clock.advance("PT1M");
    opened.merge("zacharias-the-author");
    expect(await ask()).toEqual(first);
    expect(await ask()).toEqual(["query HistoryList"]);
  });

  it("says that the report is partial when the points are used up, and exits 3", async () => {
    github.faults.primaryRateLimit(3600, { operation: "History" });
    const { status, stdout, stderr } = await report(["acme/shop", ...period], "limited");
    expect(status).toBe(3);
    expect(stdout).toMatch(/^Reviews in acme\/shop, 2026-03-02 to 2026-03-15 \(partial\)\n/);
    expect(stderr).toMatch(/^async-review: The report is partial: .*\.\n$/);
  });

  it("prints a table for each question", async () => {
    const { status, stdout } = await report(["acme/shop", ...period]);
    expect(status).toBe(0);
    await expect(stdout).toMatchFileSnapshot("../fixtures/report/table.txt");
  });

  it("compares the time before a day with the time from a week after it", async () => {
    const { stdout } = await report(["acme/shop", ...period, "--mark", "2026-03-04", "--format", "json"]);
    const comparison = JSON.parse(stdout.trim().split("\n").at(-1)!);
    expect(comparison).toMatchObject({
      mark: "2026-03-04",
      days: 2,
      before: { ready: 5 },
      after: { ready: 0 },
    });
    expect(comparison.note).toContain("correlation");
  });

  it("names nobody in its outputs and in its cache", async () => {
    for (const format of ["table", "json", "csv", "markdown", "html"]) {
      const output = join(folder, `report.${format}`);
      const args = ["acme/shop", ...period, "--mark", "2026-03-04", "--format", format, "--output", output];
      expect(await report(args)).toEqual({ status: 0, stdout: "", stderr: "" });
      const text = readFileSync(output, "utf8");
      expect(text).toContain("2026");
      expect(text).not.toMatch(/zacharias|yolanda/i);
    }
    const kept = join(folder, "cache", "async-review", "report");
    expect(readdirSync(kept)).toHaveLength(1);
    for (const name of readdirSync(kept))
      expect(readFileSync(join(kept, name), "utf8")).not.toMatch(/zacharias|yolanda|shop|fix bug/i);
  });

  it.each([
    [["--since", "yesterday"], '--since can\'t be "yesterday". Write a date such as 2026-01-31.'],
    [
      ["--since", "2026-03-09", "--until", "2026-03-02"],
      "--since is 2026-03-09, after the last day (2026-03-02); give an earlier day.",
    ],
    [
      [...period, "--mark", "2026-05-01"],
      "--mark is 2026-05-01; give a day between 2026-03-02 and 2026-03-15.",
    ],
    [
      [...period, "--time-zone", "Berlin"],
      '--time-zone can\'t be "Berlin". Write a name such as Europe/Berlin.',
    ],
  ])("says what is wrong with %j", async (args, message) => {
    expect(await report(["acme/shop", ...args])).toEqual({
      status: 2,
      stdout: "",
      stderr: `async-review: ${message}\n`,
    });
  });
});
