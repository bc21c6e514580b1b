import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { reconcile as command } from "../../src/cli/reconcile.ts";
import type { GitHub } from "../github/driver/github.ts";
import type { PullRequestDriver } from "../github/driver/pull-request-driver.ts";
import { startGitHub } from "../github/start-github.ts";
import { addressesOf, runCli, runHere } from "./run-cli.ts";

describe("reconcile, against the local GitHub", () => {
  let github: GitHub;
  let token: string;
  let app: Record<string, string>;
  let opened: PullRequestDriver;
  const folder = mkdtempSync(join(tmpdir(), "reconcile-"));

  beforeAll(async () => {
    github = await startGitHub({ now: "2026-03-02T09:00:00Z" });
    github.createUser("carol");
    token = github.createToken("carol");
    app = {
      APP_ID: String(github.app.id),
      PRIVATE_KEY: github.app.privateKey,
      WEBHOOK_SECRET: "a secret for webhooks",
    };
    const shop = github.createRepository("acme/shop", {
      files: { ".github/async.yml": "turns: {hours: {time_zone: Europe/Berlin}, remind: {at_most: 0}}\n" },
    });
    github.createRepository("other/shop");
    github.install("acme");
    shop.setPermission("bob", "write");
    opened = shop.openPullRequest({
      author: "alice",
      title: "Retry charges",
      body: "## Context\nCharges that time out are not tried again (INC-412).\n",
      files: [{ path: "src/retry.ts", additions: 90 }],
    });
    opened.review({
      by: "bob",
      state: "changes_requested",
      comments: [{ path: "src/retry.ts", line: 1, body: "question: why three?" }],
    });
    await github.deliveries.settled();
  });
  beforeEach(() => github.requests.clear());
  afterAll(async () => {
    expect(github.defects).toEqual([]);
    await github.close();
    rmSync(folder, { recursive: true });
  });

  const place = (env: Record<string, string>) => ({ cwd: folder, env: { ...addressesOf(github), ...env } });
  /** Runs the program as people do. */
  const spawn = (args: string[], env: Record<string, string>) => runCli(["reconcile", ...args], place(env));
  const reconcile = (args: string[], env: Record<string, string>) => runHere(command, args, place(env));

  it("prints the plan and its reasons with a person's token, and writes nothing", async () => {
    const { status, stdout, stderr } = await spawn(["acme/shop#1", "--dry-run"], { GITHUB_TOKEN: token });
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(
      "async / description: neutral, 1 of 5 sections: approach, risk, testing and review focus are missing\n",
    );
    expect(stdout).toContain('label "review: question": on\n');
    const why = stdout.slice(stdout.indexOf("why:"));
    expect(why).toBe(`why:
  config: findings never fail the check (enforcement: advise, default)
  description:
    context (error): filled; "Context" on line 1
    approach (error): missing; no heading matched
    risk (error): missing; no heading matched
    testing (error): missing; no heading matched
    review_focus (warning): missing; no heading matched
    error: Approach is missing: What did you change, and why this way rather than another? (approach, section)
    error: Risk is missing: What could go wrong, and how would we undo it? (risk, section)
    error: Testing is missing: How do you know that it works? (testing, section)
    warning: Review focus is missing: Where should a reviewer start, and what kind of feedback helps most (architecture, correctness, naming)? By when? (review_focus, section)
  review: src/retry.ts:1 by bob: question, by its prefix; open
  turns:
    Waiting for \`alice\` to answer one question, since Monday 2 March, 10:00 (UTC+1), due Wednesday 4 March, 10:00 (UTC+1).
    alice: open threads ask (question); target 2 business days; no reminder, because remind.at_most is 0
  comment: wanted, for 3 findings

looked at again: at the next event
to write: create check run "async / description", create check run "async / review", create comment, create label "review: question", add label "review: question", create label "waiting: author", add label "waiting: author", create label "overdue", add label "overdue"
(a person's token can't tell what the app has already written, so everything is listed)
`);
    expect(github.requests.names).toEqual(["query PullRequest"]);
  });

  it("prints plan, reasons and writes as one object", async () => {
    const args = ["acme/shop#1", "--dry-run", "--format", "json"];
    const { stdout } = await reconcile(args, { GITHUB_TOKEN: token });
    expect(stdout.trimEnd().split("\n")).toHaveLength(1);
    const { plan, why, writes } = JSON.parse(stdout);
    expect(Object.keys(plan)).toContain("wakeAt");
    expect(why.map(({ about }: { about: string }) => about)).toEqual([
      "config",
      "description",
      "review",
      "turns",
      "comment",
    ]);
    expect(writes[0].type).toBe("create_check_run");
    expect(Object.keys(writes[0])).toContain("part");
    expect(github.requests.writes).toEqual([]);
  });

  it("says which credentials it needs to write when there is only a person's token", async () => {
    expect(await spawn(["acme/shop#1"], { GITHUB_TOKEN: token })).toEqual({
      status: 2,
      stdout: "",
      stderr:
        "async-review: Writing needs the App's own credentials, because comments and checks are the App's; set APP_ID, PRIVATE_KEY and WEBHOOK_SECRET, or use --dry-run with a token.\n",
    });
    expect(github.requests.names).toEqual([]);
  });

  it.each([
    [
      "acme/shop#99",
      ["--dry-run"],
      "acme/shop#99 wasn't found; check the number, and that the token can read it.",
    ],
    ["acme/shop", ["--dry-run"], '"acme/shop" isn\'t a pull request; write it as owner/repo#123.'],
    [
      "other/shop#1",
      [],
      "The App isn't installed on other/shop; install it there, or use --dry-run with a token that may read it.",
    ],
  ])("exits 2 with one line: %s %j", async (name, args, message) => {
    const env = args.length > 0 ? { GITHUB_TOKEN: token } : app;
    expect(await reconcile([name, ...args], env)).toEqual({
      status: 2,
      stdout: "",
      stderr: `async-review: ${message}\n`,
    });
  });

  it("lists only missing writes with the App's credentials, makes them once, and then has nothing to do", async () => {
    const dry = await reconcile(["acme/shop#1", "--dry-run"], app);
    expect([dry.status, dry.stdout.includes("person's token")]).toEqual([0, false]);
    expect(github.requests.writes).toEqual([]);

    expect((await spawn(["acme/shop#1"], app)).status).toBe(0);
    const seen = opened.see();
    expect(seen.checkRuns.map(({ name, conclusion }) => [name, conclusion])).toEqual([
      ["async / description", "neutral"],
      ["async / review", "success"],
    ]);
    expect([seen.comments.length, seen.labels]).toEqual([
      1,
      ["review: question", "waiting: author", "overdue"],
    ]);

    github.requests.clear();
    const again = await reconcile(["acme/shop#1"], app);
    expect([again.status, github.requests.writes]).toEqual([0, []]);
    expect(again.stdout).toContain("nothing to write: everything is as it should be\n");
  });
});
