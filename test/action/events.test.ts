import { describe, expect, it } from "vitest";
import { completeBody, incomplete, readOnly, setUpStage } from "./set-up.ts";

const stage = setUpStage();
const config = (text: string) => stage.shop.pushFile(".github/async.yml", text);
const requests = () => stage.github.requests.names;
const clear = () => {
  stage.github.requests.all.length = 0;
};
const withoutDebug = (log: string) => log.replace(/^::debug::.*\n/gm, "");

describe("pull_request_target", () => {
  it("writes the check and the comment of an opened pull request, and the job concludes alike", async () => {
    const opened = stage.shop.openPullRequest(incomplete);
    const { code, log, outputs, summary } = await stage.run("pull_request_target");
    const [check] = opened.checkRuns;
    expect(check).toMatchObject({ name: "async / description", conclusion: "neutral" });
    // GitHub sends no event when a button on a workflow's check is pressed.
    expect(check!.actions).toEqual([]);
    expect(opened.comments).toMatchObject([{ author: "github-actions[bot]" }]);
    expect(opened.comments[0]!.body).toContain("/async insert");
    expect(withoutDebug(log)).toBe(`#1: ${check!.title}\n`);
    expect({ code, outputs }).toEqual({
      code: 0,
      outputs: { conclusion: "neutral", missing: "approach,risk,testing,review_focus", turn: "" },
    });
    expect(summary.trim()).toBe(`### async / description: ${check!.title}\n\n${check!.summary}`.trim());
    expect(requests()).toEqual([
      "query PullRequest",
      "POST /repos/:owner/:repo/check-runs",
      "POST /repos/:owner/:repo/issues/:number/comments",
      // Two runs may work at the same time, so a run that wrote something looks once more.
      "query PullRequest",
    ]);
  });

  it("makes one request where nothing changes", async () => {
    const opened = stage.shop.openPullRequest(incomplete);
    await stage.run("pull_request_target");
    clear();
    opened.addLabel("payments");
    await stage.run("pull_request_target");
    expect(requests()).toEqual(["query PullRequest"]);
  });

  it("updates the check and the comment in place after an edit", async () => {
    const opened = stage.shop.openPullRequest(incomplete);
    await stage.run("pull_request_target");
    opened.edit({ body: completeBody });
    const { outputs } = await stage.run("pull_request_target");
    expect(outputs).toEqual({ conclusion: "success", missing: "", turn: "" });
    expect(opened.checkRuns).toMatchObject([{ conclusion: "success" }]);
    expect(opened.comments.map(({ body }) => body.split("\n")[0])).toEqual([
      "Description complete. Thank you.",
    ]);
  });

  it("checks each pushed head, a fork's too", async () => {
    const opened = stage.shop.openPullRequest({ ...incomplete, author: "mallory", fork: true });
    await stage.run("pull_request_target");
    opened.push();
    const { code } = await stage.run("pull_request_target");
    expect({ code, checks: opened.checkRuns }).toMatchObject({
      code: 0,
      checks: [{ conclusion: "neutral" }],
    });
  });

  it("asks nothing of a draft until it is ready", async () => {
    const opened = stage.shop.openPullRequest({ ...incomplete, draft: true });
    await stage.run("pull_request_target");
    expect(opened.comments).toEqual([]);
    opened.markReady();
    await stage.run("pull_request_target");
    expect(opened.comments).toHaveLength(1);
  });

  it("leaves the comment to the schedule when `comment.after` is longer", async () => {
    config("comment: {after: 2 hours}\n");
    const opened = stage.shop.openPullRequest(incomplete);
    await stage.run("pull_request_target");
    expect(opened.comments).toEqual([]);
    stage.github.clock.advance({ hours: -3 });
    const early = stage.shop.openPullRequest({ ...incomplete, head: "other" });
    stage.github.clock.run();
    await stage.run("schedule", { payload: { schedule: "17 * * * *" } });
    expect([opened.comments.length, early.comments.length]).toEqual([0, 1]);
  });

  it("tells its own comments and checks from those that other workflows write with the same account", async () => {
    const opened = stage.shop.openPullRequest(incomplete);
    opened.comment({ by: "github-actions[bot]", body: "Coverage: 81 %" });
    stage.shop.setCheckOfOther(opened.headSha, "async / description", "failure");
    await stage.run("pull_request_target");
    expect(opened.comments).toHaveLength(2);
    const runs = stage.shop.state.checkSuites.flatMap((suite) => suite.runs);
    expect(runs.map(({ conclusion }) => conclusion)).toEqual(["failure", "neutral"]);
  });
});

describe("the action's job", () => {
  it("fails as `enforcement` says, and names the missing sections", async () => {
    config("enforcement: block\n");
    const opened = stage.shop.openPullRequest(incomplete);
    const { code, log } = await stage.run("pull_request_target");
    expect(code).toBe(1);
    expect(log).toContain(
      `::error::${opened.checkRuns.find(({ name }) => name === "async / description")!.title}`,
    );
    opened.edit({ body: completeBody });
    expect((await stage.run("pull_request_target")).code).toBe(0);
  });

  it.each([
    ["error", 1],
    ["warning", 1],
    ["never", 0],
  ])("fails or passes as `fail-on: %s` says", async (failOn, code) => {
    stage.shop.openPullRequest(incomplete);
    expect((await stage.run("pull_request_target", { failOn })).code).toBe(code);
  });

  it("refuses any other value of `fail-on`", async () => {
    stage.shop.openPullRequest(incomplete);
    const { code, log } = await stage.run("pull_request_target", { failOn: "always" });
    expect({ code, log }).toEqual({
      code: 1,
      log: '::error::fail-on is "always"; use enforcement, error, warning or never.\n',
    });
  });

  it("fails when GitHub doesn't answer on an event, because somebody waits for the verdict", async () => {
    stage.shop.openPullRequest(incomplete);
    const { code, log } = await stage.run("pull_request_target", { token: "ghs_nothing" });
    expect(code).toBe(1);
    expect(log).toContain("::error::#1 couldn't be looked at: ");
    stage.github.faults.next({
      operation: "PullRequest",
      status: 403,
      body: { message: "You have exceeded a secondary rate limit" },
      headers: { "retry-after": "600" },
    });
    const limited = await stage.run("pull_request_target");
    expect(limited.code).toBe(1);
    expect(limited.log).toContain("::error::#1 couldn't be looked at: GitHub's limits leave no room");
  });

  it("passes in a schedule's run when GitHub doesn't answer, because nothing would turn it green again", async () => {
    const { code, log } = await stage.run("schedule", { payload: {}, token: "ghs_nothing" });
    expect(code).toBe(0);
    expect(log).toContain("::error::");
  });
});

describe("pull_request_review, pull_request_review_comment and issue_comment", () => {
  it("update labels and the review check, and never fail the job", async () => {
    config("enforcement: block\n");
    const opened = stage.shop.openPullRequest({ ...incomplete, body: "" });
    await stage.run("pull_request_target");
    opened.review({
      by: "bob",
      state: "changes_requested",
      comments: [{ path: "src/import.ts", line: 1, body: "blocking: this loses rows" }],
    });
    expect((await stage.run("pull_request_review")).code).toBe(0);
    expect(opened.labels).toContain("review: blocking");
    expect(opened.checkRuns.find(({ name }) => name === "async / review")).toMatchObject({
      conclusion: "failure",
    });
    expect((await stage.run("pull_request_review_comment")).code).toBe(0);
  });

  it("insert the missing sections for the author's command, and answer with a reaction", async () => {
    const opened = stage.shop.openPullRequest(incomplete);
    await stage.run("pull_request_target");
    opened.comment({ by: "alice", body: "/async insert" });
    const { outputs } = await stage.run("issue_comment");
    expect(opened.body).toContain("## Risk");
    expect(outputs.missing).toBe("approach,risk,testing,review_focus");
    expect(opened.state.comments.at(-1)!.reactions.map(({ content }) => content)).toEqual(["rocket"]);
  });

  it("have nothing to do on a plain issue", async () => {
    const issue = { number: 3, created_at: "2026-11-20T09:00:00Z", updated_at: "2026-11-20T09:00:00Z" };
    const payload = { action: "created", issue, comment: { id: 5 } };
    const { code, log } = await stage.run("issue_comment", { payload });
    expect({ code, log, requests: requests() }).toEqual({
      code: 0,
      log: "Nothing to do: the comment is on an issue.\n",
      requests: [],
    });
  });

  it("leave writes that a fork's token may not make to the schedule, and say so in one line", async () => {
    config("review: {gate: [blocking]}\n");
    const opened = stage.shop.openPullRequest({ ...incomplete, author: "mallory", fork: true });
    await stage.run("pull_request_target");
    opened.review({
      by: "bob",
      comments: [{ path: "src/import.ts", line: 1, body: "blocking: this loses rows" }],
    });
    const token = stage.github.createWorkflowToken("acme/shop", readOnly);
    const { code, log } = await stage.run("pull_request_review", { token });
    expect(code).toBe(0);
    expect(withoutDebug(log).split("\n").slice(1)).toEqual([
      "This event's token can only read. The rest is written at the next event whose token can write, or by the schedule.",
      "",
    ]);
    expect(opened.labels).toEqual([]);
    await stage.run("schedule", { payload: { schedule: "17 * * * *" } });
    expect(opened.labels).toEqual(["review: blocking"]);
  });
});

describe("the bundled action", () => {
  it("knows the holidays of the regions that a config names", async () => {
    config("turns: {hours: {time_zone: Europe/Berlin, holidays: [DE-BY]}}\n");
    stage.shop.openPullRequest({ ...incomplete, body: completeBody });
    const known = await stage.run("pull_request_target");
    config("turns: {hours: {time_zone: Europe/Berlin, holidays: [DE-XX]}}\n");
    const unknown = await stage.run("pull_request_target");
    expect([known, unknown].map(({ code, summary }) => [code, summary.includes("DE-XX")])).toEqual([
      [0, false],
      [0, true],
    ]);
  });

  it("judges on a thread that can be killed, and gives up on a body built to be slow", async () => {
    config("enforcement: block\n");
    stage.shop.openPullRequest({ ...incomplete, body: "> - ".repeat(16_000) });
    const { code, log } = await stage.run("pull_request_target");
    expect(code).toBe(1);
    expect(log).toContain("::error::");
  });
});

describe("a token without some permissions", () => {
  it("is used for the allowed writes, and the missing permissions are named", async () => {
    const opened = stage.shop.openPullRequest(incomplete);
    const token = stage.github.createWorkflowToken("acme/shop", { ...readOnly, checks: "write" });
    const { code, log } = await stage.run("pull_request_target", { token });
    expect({ code, checks: opened.checkRuns.length, comments: opened.comments }).toEqual({
      code: 0,
      checks: 1,
      comments: [],
    });
    expect(log).toContain(
      "The token may not do this: create comment. Give the workflow `checks: write` and `pull-requests: write`.",
    );
  });
});

describe("merge_group", () => {
  it("concludes the required checks", async () => {
    config("enforcement: block\n");
    const opened = stage.shop.openPullRequest({ ...incomplete, body: completeBody });
    const { headSha } = opened.enqueue("alice");
    const { code } = await stage.run("merge_group");
    expect({ code, checks: stage.shop.checkRuns(headSha) }).toMatchObject({
      code: 0,
      checks: [
        { name: "async / description", conclusion: "success" },
        { name: "async / review", conclusion: "success" },
      ],
    });
  });
});

describe("an unhandled event", () => {
  it("gets one line that says there is nothing to do", async () => {
    const { code, log } = await stage.run("push", { payload: {} });
    expect({ code, log }).toEqual({
      code: 0,
      log: "Nothing to do: `push` isn't an event that this Action handles.\n",
    });
  });
});
