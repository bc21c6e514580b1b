import { describe, expect, it } from "vitest";
import { resolveConfig } from "../../src/core/config/effective.ts";
import { parseDescription } from "../../src/core/description/parse-description.ts";
import { planConfigCheck, resolveChangedConfig } from "../../src/core/plan/checks/plan-config-check.ts";
import type { Facts } from "../../src/core/plan/facts.ts";
import type { Write } from "../../src/core/plan/writes.ts";
import type { PastPullRequest } from "../../src/core/pull-request.ts";
import type { Subject } from "../../src/reconcile/ports.ts";
import { emptyMemory } from "../../src/reconcile/ports.ts";
import { tryChangedConfig } from "../../src/reconcile/try-changed-config.ts";
import { factsOf } from "../facts-of.ts";
import { buildObservation, user } from "../build-observation.ts";

const file = { path: ".github/async.yml", additions: 1, deletions: 0, changeType: "modified" } as const;
const subject = {
  kind: "pull_request",
  installationId: 1,
  repository: { id: 1, owner: "acme", name: "shop" },
  number: 30,
} satisfies Subject;

/** The facts after the first write: the check is on the commit. */
function factsWith(head: string): Facts {
  const observation = buildObservation({ number: 30, files: [file] });
  Object.assign(observation.configTexts, { base: "version: 1\n", defaultBranch: "version: 1\n", head });
  const effective = resolveConfig(observation.configTexts);
  const { hash } = planConfigCheck(effective, resolveChangedConfig(observation)!)!;
  observation.pullRequest.ownCheckRuns = [
    {
      databaseId: 5,
      name: "async / config",
      status: "completed",
      conclusion: "neutral",
      externalId: `30:${hash}`,
    },
  ];
  return factsOf(observation, { repositoryFirstSeenAt: null });
}

const past = (number: number): PastPullRequest => ({
  number,
  title: `Change ${number}`,
  body: "",
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

/** Tries it, and once more with the memory of that. Then once more without, as if the database had been lost. */
async function tryOut(head: string, numbers: number[]) {
  const asked: number[] = [];
  const writes: Write[] = [];
  const github = {
    listPastPullRequests: async (_subject: unknown, count: number) => {
      asked.push(count);
      return numbers.map(past);
    },
    write: async (_subject: unknown, write: Write) => {
      writes.push(write);
      return null;
    },
  };
  const texts = {
    read: async ({ body }: { body: string }) => ({ parsed: parseDescription(body), templates: [] }),
  };
  const facts = factsWith(head);
  const memory = await tryChangedConfig({ github, texts }, subject, facts, { memory: emptyMemory, sharers });
  const again = await tryChangedConfig({ github, texts }, subject, facts, { memory, sharers });
  expect(again).toEqual(memory);
  for (const write of writes) {
    if (write.type === "update_check_run")
      facts.observation.pullRequest.ownCheckRuns[0]!.externalId = write.externalId;
  }
  expect(await tryChangedConfig({ github, texts }, subject, facts, { memory: emptyMemory, sharers })).toEqual(
    memory,
  );
  return { asked, writes };
}

const sharers = { number: 7, twins: [], unseen: [] };

describe("trying a changed config", () => {
  it("judges the last twenty without the pull request itself, once, into the run that is there", async () => {
    const newest = Array.from({ length: 21 }, (_, index) => 30 - index);
    const { asked, writes } = await tryOut("enforcement: block\n", newest);
    expect(asked).toEqual([21]);
    expect(writes.map(({ type }) => type)).toEqual(["update_check_run"]);
    const [write] = writes as Extract<Write, { type: "update_check_run" }>[];
    const rows = [...write!.checkRun.summary.matchAll(/^\| #(\d+) /gm)].map(([, number]) => Number(number));
    expect([write!.id, rows]).toEqual([5, newest.slice(1)]);
    expect(write!.checkRun.annotations).toEqual([]);
  });

  it("brings the annotations that the first request had no room for", async () => {
    const head = Array.from({ length: 120 }, (_, index) => `key${index}: 1\n`).join("");
    const { writes } = await tryOut(head, []);
    const [write] = writes as Extract<Write, { type: "update_check_run" }>[];
    const lines = write!.checkRun.annotations.map(({ startLine }) => startLine);
    expect(lines).toEqual(Array.from({ length: 50 }, (_, index) => index + 51));
    expect(write!.checkRun.summary).toContain("There are 20 more problems in this file");
  });

  it("asks nothing once the pull request is closed", async () => {
    const facts = factsWith("enforcement: block\n");
    facts.observation.pullRequest.state = "merged";
    const nobody = {
      github: { listPastPullRequests: () => expect.unreachable(), write: () => expect.unreachable() },
      texts: { read: () => expect.unreachable() },
    };
    expect(await tryChangedConfig(nobody, subject, facts, { memory: emptyMemory, sharers })).toEqual(
      emptyMemory,
    );
  });

  it("writes nothing when there is nothing to add", async () => {
    expect((await tryOut("enforcement: block\n", [30])).writes).toEqual([]);
  });
});
