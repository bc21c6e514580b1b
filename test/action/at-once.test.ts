import { describe, expect, it } from "vitest";
import { completeBody, incomplete, setUpStage } from "./set-up.ts";

const stage = setUpStage();

const stickies = (comments: { body: string }[]) =>
  comments.filter(({ body }) => body.includes("async-review:sticky")).length;

describe("action runs at the same time", () => {
  it("leave one comment and equal checks", async () => {
    const opened = stage.shop.openPullRequest(incomplete);
    // Long enough for both to see that there is nothing yet.
    stage.github.latency(300);
    const runs = await Promise.all([1, 2, 3].map(() => stage.run("pull_request_target")));
    stage.github.latency(0);
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0]);
    // The runs overlapped: more than one of them created the comment.
    expect(stage.github.requests.names.filter((name) => name.endsWith("/comments")).length).toBeGreaterThan(
      1,
    );
    expect(stickies(opened.comments)).toBe(1);
    const made = stage.shop.state.checkSuites.flatMap((suite) => suite.runs);
    expect(new Set(made.map(({ conclusion, summary }) => `${conclusion} ${summary}`)).size).toBe(1);

    // The next run finds nothing to change.
    stage.github.requests.all.length = 0;
    await stage.run("pull_request_target");
    expect(stage.github.requests.names).toEqual(["query PullRequest"]);
  });

  it("end with the verdict on the newer description, whichever run is slower", async () => {
    const opened = stage.shop.openPullRequest(incomplete);
    const event = stage.github.workflowEvents.at(-1)!.payload;
    // The run for the old event has already read the old body when its check is held up on the way.
    stage.github.faults.next({ path: "/repos/:owner/:repo/check-runs", delayMs: 3_000 });
    const old = stage.run("pull_request_target", { payload: event });
    while (!stage.github.requests.names.some((name) => name.endsWith("/check-runs"))) await pause();
    opened.edit({ body: completeBody });
    await stage.run("pull_request_target");
    await old;
    expect(opened.checkRuns.map(({ conclusion }) => conclusion)).toEqual(["success", "success"]);
  });
});

describe("the action where the App is installed", () => {
  it("does nothing, and says so once", async () => {
    stage.github.install("acme");
    const opened = stage.shop.openPullRequest(incomplete);
    await actAsApp(opened.headSha);
    const before = opened.see();
    stage.github.requests.all.length = 0;
    const { code, log, outputs, summary } = await stage.run("pull_request_target");
    const said = 'The App "async-review" looks after this repository, so this does nothing.';
    expect({ code, outputs, summary: summary.trim() }).toEqual({
      code: 0,
      outputs: { conclusion: "", missing: "", turn: "" },
      summary: said,
    });
    expect(log.replace(/^::debug::.*\n/gm, "")).toBe(`${said}\n`);
    expect(stage.github.requests.names).toEqual(["query PullRequest"]);
    expect(opened.see()).toEqual(before);
  });
});

describe("pull requests with one head", () => {
  it("share the check of the worst of them", async () => {
    const complete = stage.shop.openPullRequest({ ...incomplete, body: completeBody });
    await stage.run("pull_request_target");
    expect(complete.checkRuns).toMatchObject([{ conclusion: "success" }]);
    const twin = stage.shop.openPullRequest({ ...incomplete, sameHeadAs: complete, base: "main" });
    stage.github.requests.all.length = 0;
    await stage.run("pull_request_target");
    const said = complete.checkRuns.map(
      ({ conclusion, externalId }) => `${conclusion} ${externalId!.split(":")[0]}`,
    );
    expect(said).toEqual(["neutral 2", "neutral 2"]);
    expect(twin.comments).toHaveLength(1);
    expect(complete.comments).toHaveLength(0);
    // The newer pull request, the older one, whose look comes first, and the newer one again. Then once more
    // after each round of writes.
    expect(stage.github.requests.names.filter((name) => name === "query PullRequest")).toHaveLength(5);
  });
});

const pause = () => new Promise((resolve) => setTimeout(resolve, 5));

/** Creates a check run as the App does. */
async function actAsApp(headSha: string): Promise<void> {
  const { connectOctokit } = await import("../github/connect-octokit.ts");
  const octokit = connectOctokit(stage.github, stage.github.installations[0]!.id);
  await octokit.rest.checks.create({
    owner: "acme",
    repo: "shop",
    name: "async / description",
    head_sha: headSha,
    external_id: "1:0123456789abcdef",
    status: "completed",
    conclusion: "neutral",
  });
}
