import { describe, expect, it } from "vitest";
import { createFanOut } from "../../src/reconcile/fan-out.ts";
import {
  emptyMemory,
  type FanOutReason,
  type FanOutSubject,
  type GitHub,
  type Job,
  type Look,
} from "../../src/reconcile/ports.ts";

const now = "2026-03-02T09:00:00Z";
const repository = { id: 1, owner: "acme", name: "shop" };

async function fanOut(subject: FanOutSubject, count: number, isCovered = false) {
  const looks: Look[] = [];
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const github = {
    async *listOpenPullRequests() {
      const open = numbers.map((number) => ({ number, headSha: "a", updatedAt: now }));
      yield open.slice(0, 100);
      yield open.slice(100);
    },
    async *listRepositories() {
      yield numbers.map((id) => ({ id, owner: "acme", name: `r${id}`, isArchived: false }));
    },
    isCovered: async () => isCovered,
  } as unknown as GitHub;
  const forgotten: object[] = [];
  const queue = {
    look: async (more: Look[]) => void looks.push(...more),
    forget: async (scope: object) => void forgotten.push(scope),
  };
  const job: Job<FanOutSubject> = {
    subject,
    minimumVersion: null,
    intents: [],
    attempt: 1,
    firstSeenAt: now,
    repositoryFirstSeenAt: now,
    memory: emptyMemory,
  };
  const outcome = await createFanOut({ github, queue, clock: { now: () => now } })(job);
  return { looks, outcome, forgotten };
}

const ofRepository = (reason: FanOutReason) =>
  ({ kind: "repository", installationId: 7, repository, reason }) as const;

describe("a fan-out", () => {
  it("adds looks at 120 open pull requests from all pages, two a second", async () => {
    const { looks, outcome } = await fanOut(ofRepository("config_changed"), 120);
    expect(looks.map(({ subject }) => (subject.kind === "pull_request" ? subject.number : 0))).toEqual(
      Array.from({ length: 120 }, (_, index) => index + 1),
    );
    const instants = looks.map(({ notBefore }) => Date.parse(notBefore!) - Date.parse(now));
    expect(instants).toEqual(Array.from({ length: 120 }, (_, index) => index * 500));
    expect(outcome).toEqual({ type: "done", wakeAt: null, memory: emptyMemory });
  });

  it("adds an installation's repositories the same way, with its reason", async () => {
    const { looks } = await fanOut({ kind: "installation", installationId: 7, reason: "config_changed" }, 3);
    expect(
      looks.map(({ subject, notBefore }) => [subject.kind, "reason" in subject && subject.reason, notBefore]),
    ).toEqual([
      ["repository", "config_changed", now],
      ["repository", "config_changed", "2026-03-02T09:00:00.5Z"],
      ["repository", "config_changed", "2026-03-02T09:00:01Z"],
    ]);
  });

  it("drops pending work when the repository is gone", async () => {
    const { looks, outcome, forgotten } = await fanOut(ofRepository("stop"), 3);
    expect([looks, outcome, forgotten]).toEqual([
      [],
      { type: "gone" },
      [{ installationId: 7, repositoryId: 1 }],
    ]);
    const whole = await fanOut({ kind: "installation", installationId: 7, reason: "stop" }, 3);
    expect(whole).toEqual({ looks: [], outcome: { type: "gone" }, forgotten: [{ installationId: 7 }] });
  });

  it("looks at a repository that is back although it was reported as gone", async () => {
    const one = await fanOut(ofRepository("stop"), 1, true);
    expect([one.looks.map(({ subject }) => subject.kind), one.forgotten]).toEqual([["pull_request"], []]);
    const whole = await fanOut({ kind: "installation", installationId: 7, reason: "stop" }, 1, true);
    expect([whole.looks.map(({ subject }) => subject), whole.forgotten]).toEqual([
      [
        {
          kind: "repository",
          installationId: 7,
          repository: { ...repository, name: "r1" },
          reason: "resync",
        },
      ],
      [],
    ]);
  });
});
