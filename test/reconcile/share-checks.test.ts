import { describe, expect, it } from "vitest";
import { emptyPlan, type PlannedCheckRun } from "../../src/core/planned.ts";
import {
  emptyMemory,
  type Job,
  type KnownPullRequest,
  type Look,
  type Memory,
} from "../../src/reconcile/ports.ts";
import { leaveHead, lookAtTwins, shareChecks } from "../../src/reconcile/share-checks.ts";

const repository = { id: 1, owner: "acme", name: "shop" };
const subject = { kind: "pull_request", installationId: 1, repository, number: 7 } as const;
const conclusions = (isOpen: boolean) => ({
  headSha: "a",
  isOpen,
  checks: [{ name: "c", conclusion: "failure" as const }],
  twins: [],
});
const row = (number: number, memory: Partial<Memory>): KnownPullRequest => ({
  number,
  headSha: "a",
  toldAt: null,
  runAt: null,
  failures: 0,
  memory: { ...emptyMemory, ...memory },
});

/** The memory and the looks that follow when #7 is gone. */
async function leave(own: Partial<Memory>) {
  const looks: Look[] = [];
  const remembered: Memory[] = [];
  const known = [7, 8].map((number) => row(number, { conclusions: conclusions(true) }));
  const queue = {
    look: async (more: Look[]) => void looks.push(...more),
    findOnHead: async () => [...known, row(9, { conclusions: conclusions(false) })],
    forget: () => expect.unreachable(),
  };
  const memory = { ...emptyMemory, ...own };
  await leaveHead(memory, {
    dependencies: { queue, github: {} as never, clock: { now: () => "2026-03-02T12:00:00Z" } },
    job: { subject, intents: [], minimumVersion: null, memory } as unknown as Job & {
      subject: typeof subject;
    },
    context: {
      remember: async (next) => void remembered.push(next),
      signal: new AbortController().signal,
    },
  });
  return {
    looks: looks.map((look) => (look.subject.kind === "pull_request" ? look.subject.number : null)),
    remembered: remembered.map((next) => next.conclusions),
  };
}

it("stops counting a pull request that is gone, and then looks at its twins", async () => {
  expect(await leave({ conclusions: conclusions(true) })).toEqual({
    looks: [8],
    remembered: [{ headSha: "a", isOpen: false, checks: [], twins: [] }],
  });
});

it("does nothing when the pull request was closed already, or never looked at", async () => {
  const nothing = { looks: [], remembered: [] };
  expect(await leave({ conclusions: conclusions(false) })).toEqual(nothing);
  expect(await leave({})).toEqual(nothing);
});

/**
 * #7 and #8 were neutral, #7 wrote the run, and both have just become good. #8's row shows that from the
 * `betterAt`th read on.
 */
async function improve(betterAt: number) {
  const rows = new Map(
    [7, 8].map((number) => [number, row(number, { seenAt: told, conclusions: was(number) })]),
  );
  const looks: number[] = [];
  let readings = 0;
  const queue = {
    look: async (more: Look[]) =>
      void looks.push(...more.map(({ subject }) => ("number" in subject ? subject.number : 0))),
    findOnHead: async () => {
      readings += 1;
      if (readings === betterAt) rows.set(8, row(8, { seenAt: told, conclusions: is(8) }));
      return [...rows.values()];
    },
    forget: () => expect.unreachable(),
  };
  const observation = {
    repository,
    pullRequest: { number: 7, headSha: "a", state: "open", updatedAt: told, ownCheckRuns: [ownRun] },
    openPullRequests: [7, 8].map((number) => ({ number, headSha: "a", updatedAt: told })),
    hasMoreOpen: false,
  } as never;
  const memory = rows.get(7)!.memory;
  const head = {
    dependencies: { queue, github: {} as never, clock: { now: () => told } },
    job: { subject, intents: [], minimumVersion: null, memory: { ...memory, headSha: "a" } } as never,
    observation,
    context: {
      remember: async (next: Memory) => void rows.set(7, row(7, next)),
      signal: new AbortController().signal,
    },
  };
  const plan = { ...emptyPlan, checkRuns: [good] };
  const shared = await shareChecks(plan, memory, head);
  if ("type" in shared) return expect.unreachable();
  await lookAtTwins(shared.memory, shared.runs, head);
  return {
    written: shared.plan.checkRuns.map(({ name }) => name),
    leftToOthers: rows.get(7)!.memory.conclusions?.leftToOthers,
    looks,
  };
}

const told = "2026-03-02T12:00:00Z";
const is = (number: number, conclusion: PlannedCheckRun["conclusion"] = "success") => ({
  ...conclusions(true),
  checks: [{ name: "c", conclusion }],
  twins: [15 - number],
});
const was = (number: number) => is(number, "neutral");
const good = {
  name: "c",
  language: "en",
  conclusion: "success",
  title: "",
  summary: "",
  hash: "1",
} as PlannedCheckRun;
const ownRun = { databaseId: 1, name: "c", status: "completed", conclusion: "neutral", externalId: "7:0" };

describe("a pull request that improves while another at its head does", () => {
  it("is looked at again when the other, to which it left the check, improved meanwhile", async () =>
    expect(await improve(2)).toEqual({ written: [], leftToOthers: ["c"], looks: [7] }));

  it("records the check that it left first, so that the other is looked at when it improves later", async () =>
    expect(await improve(3)).toEqual({ written: [], leftToOthers: ["c"], looks: [8] }));

  it("writes the check itself when the other had improved before", async () =>
    expect(await improve(1)).toEqual({ written: ["c"], leftToOthers: [], looks: [] }));
});
