import { describe, expect, it } from "vitest";
import { chooseWaiting } from "../../src/action/run-action.ts";
import { completeBody, incomplete, setUpStage } from "./set-up.ts";

const stage = setUpStage();
const payload = { schedule: "17 * * * *" };
/** A target in wall time is due at any hour. */
const config =
  "turns: {hours: {time_zone: UTC}, targets: {default: 30 minutes}, remind: {every: 30 minutes, at_most: 2}}\nreview: {back_and_forth: false}\n";

/** Opened three hours ago, and bob was asked. */
function openWaiting() {
  stage.github.clock.advance({ hours: -3 });
  const opened = stage.shop.openPullRequest({ ...incomplete, body: completeBody });
  opened.requestReview("bob", { by: "alice" });
  stage.github.clock.run();
  return opened;
}

const reminders = (comments: { body: string }[]) =>
  comments.filter(({ body }) => body.includes("async-review:reminder"));

describe("schedule", () => {
  it.each(["schedule", "workflow_dispatch"])("reminds by %s, and twice means nothing", async (name) => {
    stage.shop.pushFile(".github/async.yml", config);
    const opened = openWaiting();
    const { code, log } = await stage.run(name, {
      payload: name === "schedule" ? payload : { inputs: null },
    });
    expect(code).toBe(0);
    expect(log).toContain("#1: Complete");
    expect(reminders(opened.comments)).toHaveLength(1);
    expect(opened.comments[0]!.body).toContain("@bob");
    expect(opened.labels).toContain("overdue");
    stage.github.requests.all.length = 0;
    await stage.run(name, { payload: {} });
    expect(reminders(opened.comments)).toHaveLength(1);
    expect(stage.github.requests.names).toEqual(["query WorkflowFile", "query Sweep", "query PullRequest"]);
  });

  it("is the only one that reminds: events mention nobody", async () => {
    stage.shop.pushFile(".github/async.yml", config);
    const opened = openWaiting();
    opened.addLabel("payments", "bob");
    const { outputs } = await stage.run("pull_request_target");
    expect(outputs.turn).toBe("bob");
    expect(reminders(opened.comments)).toEqual([]);
  });

  it("counts a turn from when the workflow came, not from before", async () => {
    stage.shop.pushFile(".github/async.yml", config);
    stage.github.clock.advance({ days: -3 });
    const opened = stage.shop.openPullRequest({ ...incomplete, body: completeBody });
    opened.requestReview("bob", { by: "alice" });
    stage.github.clock.run();
    stage.shop.pushFile(".github/workflows/new.yml", "on: schedule\n");
    const env = { GITHUB_WORKFLOW_REF: "acme/shop/.github/workflows/new.yml@refs/heads/main" };
    await stage.run("schedule", { payload, env });
    expect(opened.labels).not.toContain("overdue");
    expect(reminders(opened.comments)).toEqual([]);
  });

  it("looks at nobody's drafts, and stops in time when the hour's points are used up", async () => {
    stage.shop.openPullRequest({ ...incomplete, draft: true });
    stage.shop.openPullRequest({ ...incomplete, head: "second" });
    stage.github.faults.next({
      operation: "Sweep",
      status: 200,
      after: "store",
      headers: { "x-ratelimit-remaining": "200" },
    });
    const { code, log, summary } = await stage.run("schedule", { payload });
    expect(code).toBe(0);
    expect(log).toContain("Left for the next run, to stay within GitHub's limits: #2.");
    expect(summary).toContain("Looked at 0 open pull requests.");
    expect(stage.github.requests.names).not.toContain("query PullRequest");
  });
});

describe("which pull requests are looked at", () => {
  const now = "2026-11-20T09:00:00Z";
  const waiting = (number: number, more = {}) => ({
    number,
    updatedAt: "2026-10-01T09:00:00Z",
    isDraft: false,
    isInReview: true,
    ...more,
  });

  it("are those in review, and those that changed a while ago, but no drafts", () => {
    const listed = [
      waiting(1),
      waiting(2, { isDraft: true }),
      waiting(3, { isInReview: false }),
      waiting(4, { isInReview: false, updatedAt: "2026-11-19T09:00:00Z" }),
    ];
    expect(chooseWaiting(listed, { now, runNumber: 1 })).toEqual([1, 4]);
  });

  it("begin elsewhere in each run where they are too many for one", () => {
    const listed = Array.from({ length: 600 }, (_, index) => waiting(index + 1));
    expect([0, 1, 2, 3].map((runNumber) => chooseWaiting(listed, { now, runNumber })[0])).toEqual([
      1, 251, 501, 151,
    ]);
    expect(new Set(chooseWaiting(listed, { now, runNumber: 2 })).size).toBe(600);
  });
});
