import { describe, expect, it } from "vitest";
import { chooseWaiting } from "../../src/action/run-action.ts";
import { completeBody, incomplete, setUpStage } from "./set-up.ts";

const stage = setUpStage();
const payload = { schedule: "17 * * * *" };
/** A target in wall time is due at any hour. */
const config =
  "turns: {hours: {time_zone: UTC}, targets: {default: 30 minutes}, remind: {every: 30 minutes, at_most: 2}}\nreview: {back_and_forth: false}\n";

/** A pull request of three hours ago on which bob was asked. */
function openWaiting() {
  stage.github.clock.advance({ hours: -3 });
  const opened = stage.shop.openPullRequest({ ...incomplete, body: completeBody });
  opened.requestReview("bob", { by: "alice" });
  stage.github.clock.run();
  return opened;
}

const reminders = (comments: { body: string }[]) =>
  comments.filter(({ body }) => body.includes("async-review:reminder"));

describe("a scheduled run", () => {
  it.each(["schedule", "workflow_dispatch"])(
    "reminds on %s, and a second run changes nothing",
    async (name) => {
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
    },
  );

  it("is the only run that reminds: events mention nobody", async () => {
    stage.shop.pushFile(".github/async.yml", config);
    const opened = openWaiting();
    opened.addLabel("payments", "bob");
    const { outputs } = await stage.run("pull_request_target");
    expect(outputs.turn).toBe("bob");
    expect(reminders(opened.comments)).toEqual([]);
  });

  it("counts turns from the instant at which the workflow was added", async () => {
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

  it("skips drafts, and stops before the hour's points are used up", async () => {
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

describe("a scheduled run with more pull requests than the token's points allow", () => {
  it("stops in time, lists what it left, and reaches every pull request within a few runs", async () => {
    stage.github.givePoints(270);
    for (let number = 1; number <= 12; number += 1) {
      stage.shop.openPullRequest({ ...incomplete, head: `branch-${number}` });
    }
    const seen = new Set<string>();
    for (let run = 1; run <= 8; run += 1) {
      const { code, log, summary } = await stage.run("schedule", {
        payload,
        env: { GITHUB_RUN_NUMBER: String(run) },
      });
      const [, left = ""] =
        /^Left for the next run, to stay within GitHub's limits: (.+)\.$/m.exec(log) ?? [];
      const looked = [...log.matchAll(/^(#\d+): /gm)].map(([, number]) => number!);
      expect({ code, all: new Set([...looked, ...left.split(", ")]).size }).toEqual({ code: 0, all: 12 });
      expect(summary).toMatch(new RegExp(`^- Looked at ${looked.length} open pull requests?\\.`));
      for (const number of looked) seen.add(number);
    }
    expect(seen.size).toBe(12);
    const answered = [...stage.shop.state.pullRequests.values()].filter((one) => one.comments.length > 0);
    expect(answered).toHaveLength(12);
  });
});

describe("the pull requests of a scheduled run", () => {
  const now = "2026-11-20T09:00:00Z";
  const waiting = (number: number, more = {}) => ({
    number,
    updatedAt: "2026-10-01T09:00:00Z",
    isDraft: false,
    isInReview: true,
    ...more,
  });

  it("are those in review and those that changed lately, but no drafts", () => {
    const listed = [
      waiting(1),
      waiting(2, { isDraft: true }),
      waiting(3, { isInReview: false }),
      waiting(4, { isInReview: false, updatedAt: "2026-11-19T09:00:00Z" }),
    ];
    expect(chooseWaiting(listed, { now, runNumber: 1, room: 2 })).toEqual([1, 4]);
  });

  it.each([
    [600, 200],
    [250, 60],
    [100, 20],
    [12, 3],
  ])(
    "start elsewhere in each run when there are %d and room for %d, so that none is forgotten",
    (count, room) => {
      const listed = Array.from({ length: count }, (_, index) => waiting(index + 1));
      const seen = new Set<number>();
      const runs = 2 * Math.ceil(count / room);
      for (let runNumber = 1_000; runNumber < 1_000 + runs; runNumber += 1) {
        const chosen = chooseWaiting(listed, { now, runNumber, room });
        expect(new Set(chosen).size).toBe(count);
        for (const number of chosen.slice(0, room)) seen.add(number);
      }
      expect(seen.size).toBe(count);
      expect(chooseWaiting(listed, { now, runNumber: 7, room: count })[0]).toBe(1);
    },
  );
});
