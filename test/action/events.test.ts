import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from "vitest";
import type { GitHub } from "../github/driver/github.ts";
import type { RepositoryDriver } from "../github/driver/repository-driver.ts";
import { startGitHub } from "../github/start-github.ts";
import { buildBundle, type ActionEvent, runBundle } from "./run-bundle.ts";

let bundle: ReturnType<typeof buildBundle>;
let github: GitHub;
let shop: RepositoryDriver;

beforeAll(() => {
  bundle = buildBundle();
}, 60_000);
afterAll(() => bundle.remove());
beforeEach(async () => {
  github = await startGitHub();
  shop = github.createRepository("acme/shop", { files: { ".github/workflows/async.yml": "on: push\n" } });
  expect(github.workflowEvents).toEqual([]);
});
afterEach(async () => {
  expect(github.defects).toEqual([]);
  await github.close();
});

/** Runs the step for the newest event of that name. */
function run(name: string, more: Partial<ActionEvent> = {}) {
  const webhook = name === "pull_request_target" ? "pull_request" : name;
  const newest = github.workflowEvents.filter(({ event }) => event === webhook).at(-1);
  return runBundle(bundle.file, github, { name, payload: newest?.payload, ...more });
}

const incomplete = {
  author: "alice",
  title: "Import rows again",
  body: "## Context\nThe import fails on Mondays for everybody.\n",
  files: [{ path: "src/import.ts", text: "export {};\n", additions: 40 }],
};

describe("a pull request is opened", () => {
  it("gets its check and its comment, and the job says the same", async () => {
    const opened = shop.openPullRequest(incomplete);
    const { code, log, outputs, summary } = await run("pull_request_target");
    const [check] = opened.checkRuns;
    expect(check).toMatchObject({ name: "async / description", conclusion: "neutral" });
    expect(opened.comments).toMatchObject([{ author: "github-actions[bot]" }]);
    expect(opened.comments[0]!.body).toContain("/async insert");
    expect(withoutDebug(log)).toBe(`#1: ${check!.title}\n`);
    expect({ code, outputs }).toEqual({
      code: 0,
      outputs: { conclusion: "neutral", missing: "approach,risk,testing,review_focus", turn: "" },
    });
    expect(summary.trim()).toBe(`### async / description: ${check!.title}\n\n${check!.summary}`.trim());
    expect(github.requests.names).toEqual([
      "query PullRequest",
      "POST /repos/:owner/:repo/check-runs",
      "POST /repos/:owner/:repo/issues/:number/comments",
      // Two runs may be at it at once: whoever writes looks once more.
      "query PullRequest",
    ]);
  });
});

const withoutDebug = (log: string) => log.replace(/^::debug::.*\n/gm, "");
