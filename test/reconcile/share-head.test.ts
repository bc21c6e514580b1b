import { expect, it } from "vitest";
import {
  emptyMemory,
  type Job,
  type KnownPullRequest,
  type Look,
  type Memory,
} from "../../src/reconcile/ports.ts";
import { leaveHead } from "../../src/reconcile/share-head.ts";

const repository = { id: 1, owner: "acme", name: "shop" };
const subject = { kind: "pull_request", installationId: 1, repository, number: 7 } as const;
const standing = (isOpen: boolean) => ({
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

/** What is remembered, and who is looked at, when #7 is gone. */
async function leave(own: Partial<Memory>) {
  const looks: Look[] = [];
  const remembered: Memory[] = [];
  const known = [7, 8].map((number) => row(number, { standing: standing(true) }));
  const queue = {
    look: async (more: Look[]) => void looks.push(...more),
    findOnHead: async () => [...known, row(9, { standing: standing(false) })],
    forget: () => expect.unreachable(),
  };
  const memory = { ...emptyMemory, ...own };
  await leaveHead(memory, {
    parts: { queue, github: {} as never, clock: { now: () => "2026-03-02T12:00:00Z" } },
    job: { subject, intents: [], fence: null, memory } as unknown as Job & { subject: typeof subject },
    context: {
      remember: async (next) => void remembered.push(next),
      signal: new AbortController().signal,
    },
  });
  return {
    looks: looks.map((look) => (look.subject.kind === "pull_request" ? look.subject.number : null)),
    remembered: remembered.map((next) => next.standing),
  };
}

it("frees the others on its head when a pull request is gone: it counts no more, then they are looked at", async () => {
  expect(await leave({ standing: standing(true) })).toEqual({
    looks: [8],
    remembered: [{ headSha: "a", isOpen: false, checks: [], twins: [] }],
  });
});

it("says nothing when it was closed already, or never looked at", async () => {
  const nothing = { looks: [], remembered: [] };
  expect(await leave({ standing: standing(false) })).toEqual(nothing);
  expect(await leave({})).toEqual(nothing);
});
