import { describe, expect, it } from "vitest";
import type { Observation } from "../../src/core/observation.ts";
import type { Write } from "../../src/core/planned.ts";
import { GitHubError, type GitHubErrorReason } from "../../src/reconcile/github-error.ts";
import { createLabelHistory } from "../../src/reconcile/label-history.ts";
import {
  emptyMemory,
  type GitHub,
  type Job,
  type Look,
  type Memory,
  type Subject,
} from "../../src/reconcile/ports.ts";
import { createReconcile } from "../../src/reconcile/reconcile.ts";
import { createReminderBudget } from "../../src/reconcile/reminder-budget.ts";
import { createLocalJudge } from "../../src/reconcile/run-task.ts";
import { buildComment, buildObservation, user } from "../build-observation.ts";

const now = "2026-03-02T12:00:00Z";
const repository = { id: 1, owner: "acme", name: "shop" };
const pullRequest = { kind: "pull_request", installationId: 1, repository, number: 7 } as const;
const mergeGroup = {
  kind: "merge_group",
  installationId: 1,
  repository,
  headSha: "abc",
  baseRef: "main",
} as const;

/**
 * One look at a GitHub that shows `observation`. Every write gets the next number, or the error of `refuse`.
 */
async function look(
  job: Partial<Job> & { subject?: Subject } = {},
  observation: Observation | null = buildObservation(),
  refuse: (write: Write) => void = () => {},
  unreadable: GitHubErrorReason | null = null,
  signal = new AbortController().signal,
) {
  const did: string[] = [];
  const looks: Look[] = [];
  let id = 100;
  const github = {
    observePullRequest: async () => {
      if (unreadable !== null) throw new GitHubError("no", { reason: unreadable });
      return observation;
    },
    observeMergeGroup: async () => ({ configTexts: buildObservation().configTexts, ownCheckRuns: [] }),
    findPermission: async (_subject, login) => {
      did.push(`permission of ${login}`);
      if (login === "hidden") throw new GitHubError("no", { reason: "forbidden" });
      return "write";
    },
    write: async (_subject, write) => {
      refuse(write);
      did.push(write.type === "add_reaction" ? `react ${write.content}` : write.type);
      id += 1;
      return id;
    },
  } as Partial<GitHub> as GitHub;
  const reconcile = createReconcile({
    github,
    queue: {
      look: async (more) => void looks.push(...more),
      findOnHead: async () => [],
      forget: async () => {},
    },
    judge: createLocalJudge(),
    keepsHistory: true,
    reminders: createReminderBudget(),
    labels: createLabelHistory(),
    clock: { now: () => now },
    logger: { info() {}, warn() {} },
  });
  const whole: Job = {
    subject: pullRequest,
    minimumVersion: null,
    intents: [],
    attempt: 1,
    firstSeenAt: "2026-03-02T09:00:00Z",
    repositoryFirstSeenAt: null,
    memory: emptyMemory,
    ...job,
  };
  const context = { remember: async () => {}, signal };
  const outcome = await reconcile(whole, context).catch((error: unknown) => error);
  return { outcome, did, looks };
}

describe("a look at a pull request", () => {
  it("remembers what it observed and created", async () => {
    const observation = buildObservation({ updatedAt: "2026-03-02T11:00:00Z", headSha: "c".repeat(40) });
    const { outcome, did, looks } = await look({}, observation);
    expect([did, looks]).toEqual([["create_check_run", "create_comment"], []]);
    expect(outcome).toMatchObject({
      type: "done",
      memory: {
        seenAt: "2026-03-02T11:00:00Z",
        headSha: "c".repeat(40),
        created: [
          { key: `check:async / description:${"c".repeat(40)}`, id: 101, at: now },
          { key: "comment", id: 102, at: now },
        ],
      },
    });
  });

  it("sends no further write when it is told to stop", async () => {
    const stop = new AbortController();
    const { outcome, did } = await look(
      {},
      buildObservation(),
      () => stop.abort(new Error("another process looks at it")),
      null,
      stop.signal,
    );
    expect(did).toEqual(["create_check_run"]);
    expect(outcome).toEqual(new Error("another process looks at it"));
  });

  it("keeps the id of a created part when GitHub then asks to wait", async () => {
    const observation = buildObservation();
    observation.configTexts.base = "version: 1\n";
    const retryAt = "2026-03-02T12:05:00Z";
    const { outcome } = await look({}, observation, (write) => {
      if (write.type === "create_check_run" && write.checkRun.name === "async / review")
        throw new GitHubError("slow", { reason: "rate_limited", retryAt });
    });
    expect(outcome).toMatchObject({ type: "again", at: retryAt });
    expect((outcome as { memory: Memory }).memory.created).toMatchObject([{ id: 101 }]);
  });

  it("accepts an old observation after the last pause, and looks again in a minute", async () => {
    const minimumVersion = { updatedAt: "2026-03-02T11:59:00Z", headSha: null, commentIds: [] };
    const stalePause = { until: now, expected: JSON.stringify(minimumVersion) };
    const observation = buildObservation({ updatedAt: "2026-03-02T11:00:00Z" });
    const job = { minimumVersion, memory: { ...emptyMemory, staleReads: 3, stalePause } };
    expect((await look(job, observation)).outcome).toMatchObject({
      type: "done",
      wakeAt: "2026-03-02T12:01:00Z",
      memory: { staleReads: 0 },
    });
    const early = { ...job, memory: { ...job.memory, staleReads: 2 } };
    expect((await look(early, observation)).outcome).toMatchObject({
      type: "again",
      at: "2026-03-02T12:00:10Z",
    });
  });

  it("reports a missing pull request as gone, unless a delivery named it, because reads may lag", async () => {
    const minimumVersion = { updatedAt: "2026-03-02T11:59:00Z", headSha: null, commentIds: [] };
    expect((await look({}, null)).outcome).toEqual({ type: "gone" });
    expect((await look({ minimumVersion }, null)).outcome).toMatchObject({
      type: "again",
      at: "2026-03-02T12:00:01Z",
    });
  });
});

describe("a permission request", () => {
  const press = (identifier: "insert" | "recheck", sender: string) => ({
    intents: [{ deliveryId: "d1", identifier, sender }],
  });

  it.each([
    ["whoever wants sections inserted", press("insert", "bob"), ["permission of bob"]],
    ["the author, who needs none", press("insert", "alice"), []],
    ["whoever wants a check repeated, who needs none", press("recheck", "bob"), []],
  ])("is made or not for %s", async (_case, job, expected) => {
    const { did } = await look(job, buildObservation({ author: user("alice") }));
    expect(did.filter((one) => one.startsWith("permission"))).toEqual(expected);
  });

  it("is made for whoever gives a command, who is not obeyed while GitHub doesn't answer", async () => {
    const comments = [buildComment({ author: user("hidden"), body: "/async skip a typo only" })];
    const { did, outcome } = await look({}, buildObservation({ comments }));
    expect([did, outcome]).toMatchObject([
      ["permission of hidden", "create_check_run", "create_comment"],
      { type: "done" },
    ]);
  });
});

describe("a look that fails", () => {
  const failing = (
    reason: "rate_limited" | "suspended" | "not_found" | "unavailable",
    retryAt: string | null,
  ) =>
    look({}, buildObservation(), () => {
      throw new GitHubError("no", { reason, retryAt });
    });

  it.each([
    [
      "waits as long as GitHub asks",
      "rate_limited",
      "2026-03-02T12:05:00Z",
      { type: "again", at: "2026-03-02T12:05:00Z" },
    ],
    ["never retries earlier than now", "rate_limited", "2026-03-02T11:59:00Z", { type: "again", at: now }],
    ["forgets a suspended installation's pull request", "suspended", null, { type: "gone" }],
    ["is tried again", "unavailable", null, { name: "GitHubError", reason: "unavailable" }],
  ] as const)("%s", async (_case, reason, retryAt, expected) => {
    expect((await failing(reason, retryAt)).outcome).toMatchObject(expected);
  });
});

describe("a look without read access", () => {
  it.each([
    ["forgets an installation that is gone", "not_found", { type: "gone" }],
    ["is retried without a permission, which may be granted later", "forbidden", { reason: "forbidden" }],
  ] as const)("%s", async (_case, reason, expected) => {
    const { outcome } = await look({}, null, () => {}, reason);
    expect(outcome).toMatchObject(expected);
  });
});

describe("a look at a merge group", () => {
  it("waits until it is known whether its check was created", async () => {
    const key = "check:async / description:abc";
    const created = [{ key, id: null, hash: "a", at: "2026-03-02T11:59:50Z" }];
    const unsure = await look({ subject: mergeGroup, memory: { ...emptyMemory, created } });
    expect([unsure.did, unsure.outcome]).toMatchObject([[], { type: "again", at: "2026-03-02T12:00:05Z" }]);
    const sure = await look({ subject: mergeGroup });
    expect([sure.did, sure.outcome]).toMatchObject([
      ["create_check_run"],
      { type: "done", wakeAt: null, memory: { headSha: "abc", created: [{ key, id: 101 }] } },
    ]);
  });
});
