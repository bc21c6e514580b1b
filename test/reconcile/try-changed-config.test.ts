import { describe, expect, it } from "vitest";
import type { Observation } from "../../src/core/observation.ts";
import { type LookInput, look } from "../../src/core/plan/look.ts";
import type { Write } from "../../src/core/planned.ts";
import type { PastPullRequest } from "../../src/core/pull-request.ts";
import { GaveUpError, type Judge } from "../../src/reconcile/judge.ts";
import { emptyMemory, type Subject } from "../../src/reconcile/ports.ts";
import { createLocalJudge, localReader } from "../../src/reconcile/run-task.ts";
import { tryChangedConfig } from "../../src/reconcile/try-changed-config.ts";
import { buildObservation, user } from "../build-observation.ts";

const file = { path: ".github/async.yml", additions: 1, deletions: 0, changeType: "modified" } as const;
const subject = {
  kind: "pull_request",
  installationId: 1,
  repository: { id: 1, owner: "acme", name: "shop" },
  number: 30,
} satisfies Subject;

/** The state after the first write: the check is on the commit. */
function lookAtChange(
  head: string,
  more: Partial<Observation["pullRequest"]> = {},
  intents: LookInput["intents"] = [],
) {
  const observation = buildObservation({ number: 30, files: [file], ...more });
  Object.assign(observation.configTexts, { base: "version: 1\n", defaultBranch: "version: 1\n", head });
  const input: LookInput = {
    observation,
    intents,
    freshPermissions: new Map(),
    knownPermissions: new Map(),
    now: "2026-03-02T12:00:00Z",
    firstSeenAt: observation.pullRequest.createdAt,
    repositoryFirstSeenAt: null,
    unread: {},
  };
  const { changedConfig } = look(input, localReader);
  observation.pullRequest.ownCheckRuns = [
    {
      databaseId: 5,
      name: "async / config",
      status: "completed",
      conclusion: "neutral",
      externalId: `30:${changedConfig?.checkRun.hash}`,
    },
  ];
  return { subject, observation, changedConfig, sharing: { number: 30, twins: [], unreachable: [] } };
}

const past = (number: number, body = ""): PastPullRequest => ({
  number,
  title: `Change ${number}`,
  body,
  isDraft: false,
  createdAt: "2026-03-01T09:00:00Z",
  baseRef: "main",
  additions: 1,
  deletions: 0,
  changedFiles: 1,
  author: user("bob"),
  labels: [],
  files: [],
});

/**
 * Tries the config, again with the memory of that, and again without, as if the database had been lost.
 */
async function tryOut(head: string, numbers: number[], body = "") {
  const asked: number[] = [];
  const writes: Write[] = [];
  const github = {
    listPastPullRequests: async (_subject: unknown, count: number) => {
      asked.push(count);
      return numbers.map((number) => past(number, body));
    },
    write: async (_subject: unknown, write: Write) => {
      writes.push(write);
      return null;
    },
  };
  const dependencies = { github, judge: createLocalJudge() };
  const change = lookAtChange(head);
  const memory = await tryChangedConfig(dependencies, change, emptyMemory);
  const again = await tryChangedConfig(dependencies, change, memory);
  expect(again).toEqual(memory);
  for (const write of writes) {
    if (write.type === "update_check_run")
      change.observation.pullRequest.ownCheckRuns[0]!.externalId = write.externalId;
  }
  expect(await tryChangedConfig(dependencies, change, emptyMemory)).toEqual(memory);
  return { asked, writes };
}

describe("trying a changed config", () => {
  it("judges the last twenty other pull requests, once, and updates the existing run", async () => {
    const newest = Array.from({ length: 21 }, (_, index) => 30 - index);
    const { asked, writes } = await tryOut("enforcement: block\n", newest);
    expect(asked).toEqual([21]);
    expect(writes.map(({ type }) => type)).toEqual(["update_check_run"]);
    const [write] = writes as Extract<Write, { type: "update_check_run" }>[];
    const rows = [...write!.checkRun.summary.matchAll(/^\| #(\d+) /gm)].map(([, number]) => Number(number));
    expect([write!.id, rows]).toEqual([5, newest.slice(1)]);
    expect(write!.checkRun.annotations).toEqual([]);
  });

  it("adds the annotations that didn't fit into the first request", async () => {
    const head = Array.from({ length: 120 }, (_, index) => `key${index}: 1\n`).join("");
    const { writes } = await tryOut(head, []);
    const [write] = writes as Extract<Write, { type: "update_check_run" }>[];
    const lines = write!.checkRun.annotations.map(({ startLine }) => startLine);
    expect(lines).toEqual(Array.from({ length: 50 }, (_, index) => index + 51));
    expect(write!.checkRun.summary).toContain("There are 20 more problems in this file");
  });

  it("is repeated for each re-run, whose new check run starts empty", async () => {
    const writes: Write[] = [];
    const github = {
      listPastPullRequests: async () => [past(29)],
      write: async (_subject: unknown, write: Write) => writes.push(write),
    };
    const dependencies = { github, judge: createLocalJudge() };
    const rerun = (deliveryId: string) =>
      lookAtChange("enforcement: block\n", {}, [
        { deliveryId, identifier: "rerequested", sender: "bob", permission: "read" },
      ]);
    let memory = await tryChangedConfig(dependencies, lookAtChange("enforcement: block\n"), emptyMemory);
    const count = async (change: ReturnType<typeof lookAtChange>) => {
      const before = writes.length;
      memory = await tryChangedConfig(dependencies, change, memory);
      return writes.length - before;
    };
    expect(await count(lookAtChange("enforcement: block\n"))).toBe(0);
    expect([await count(rerun("d-1")), await count(rerun("d-1")), await count(rerun("d-2"))]).toEqual([
      1, 0, 1,
    ]);
    expect(await count(lookAtChange("enforcement: block\n"))).toBe(0);
  });

  it("makes no request once the pull request is closed", async () => {
    const nobody = {
      github: { listPastPullRequests: () => expect.unreachable(), write: () => expect.unreachable() },
      judge: { run: () => expect.unreachable(), close: async () => {} },
    };
    const change = lookAtChange("enforcement: block\n", { state: "merged" });
    expect(await tryChangedConfig(nobody, change, emptyMemory)).toEqual(emptyMemory);
  });

  it("judges only as many as the limit allows on the bodies' length times the expressions' steps", async () => {
    const newest = Array.from({ length: 20 }, (_, index) => 29 - index);
    const head = (steps: number) =>
      `description: {rules: {linked-ticket: {level: error, patterns: ["x{${steps}}"]}}}\n`;
    const count = async (steps: number, body: string) => {
      const { writes } = await tryOut(head(steps), newest, body);
      const [write] = writes as Extract<Write, { type: "update_check_run" }>[];
      return [...write!.checkRun.summary.matchAll(/^\| #(\d+) /gm)].length;
    };
    expect(await count(30, "a".repeat(60_000))).toBe(20);
    expect(await count(300, "a".repeat(60_000))).toBe(2);
    expect(await count(300, "a".repeat(3_000))).toBe(20);
  });

  it("stops at a pull request that takes too long", async () => {
    const tried: unknown[] = [];
    const judge: Judge = {
      ...createLocalJudge(),
      run: async (name, input) => {
        if (name === "tryOnPast" && tried.push(input) > 2) throw new GaveUpError("trial", "time");
        return createLocalJudge().run(name, input);
      },
    };
    const writes: Write[] = [];
    const github = {
      listPastPullRequests: async () => [29, 28, 27, 26, 25].map((number) => past(number)),
      write: async (_subject: unknown, write: Write) => writes.push(write),
    };
    await tryChangedConfig({ github, judge }, lookAtChange("enforcement: block\n"), emptyMemory);
    const [write] = writes as Extract<Write, { type: "update_check_run" }>[];
    expect([tried.length, write!.checkRun.summary.match(/^\| #\d+ /gm)]).toEqual([3, ["| #29 ", "| #28 "]]);
  });

  it("writes nothing when there is nothing to add", async () => {
    expect((await tryOut("enforcement: block\n", [30])).writes).toEqual([]);
  });
});
