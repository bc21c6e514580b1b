import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Instant } from "../../src/core/pull-request.ts";
import { GitHubError } from "../../src/reconcile/github-error.ts";
import { createMaintenance } from "../../src/reconcile/maintenance.ts";
import type { GitHub, LoggedDelivery, Look } from "../../src/reconcile/ports.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** An app that was caught up at `caughtUpAt`. `pass` lets seconds pass and waits for the work then due. */
function setUp(
  caughtUpAt: Instant | null,
  log: LoggedDelivery[] = [],
  rows: { installationId: number; repositoryId: number }[] = [],
) {
  const did: unknown[] = [];
  const world = { now: "2026-03-05T12:00:00Z", caughtUpAt, log, did, isDown: false, attempts: 0 };
  const github = {
    async *listDeliveries() {
      world.attempts += 1;
      if (world.isDown) throw new Error("down");
      yield world.log;
    },
    async *listInstallations() {
      yield [7, 9];
    },
    async *listRepositories(installationId: number) {
      if (installationId === 9) throw new GitHubError("no", { reason: "forbidden" });
      yield [{ id: 1, isArchived: true }];
    },
    redeliver: async (id: number) => void did.push(`redeliver ${id}`),
  } as unknown as GitHub;
  const maintenance = createMaintenance({
    github,
    queue: {
      listRepositories: async () => rows,
      forget: async (scope) => void did.push({ forget: scope }),
      look: async (looks: Look[]) => void did.push(...looks.map(({ subject }) => subject)),
      findCaughtUpAt: async () => world.caughtUpAt,
      markCaughtUp: async (at) => {
        world.caughtUpAt = at;
      },
    },
    identity: async () => {},
    clock: { now: () => world.now },
    logger: { info() {}, warn() {} },
  });
  const pass = async (seconds: number) => {
    for (let passed = 0; passed < seconds; passed += 1) {
      world.now = new Date(Date.parse(world.now) + 1000).toISOString().replace(".000", "");
      await vi.advanceTimersByTimeAsync(1000);
    }
  };
  return { world, maintenance, pass };
}

const failed = (id: number, deliveredAt: Instant, statusCode = 503): LoggedDelivery => ({
  id,
  guid: `guid ${id}`,
  deliveredAt,
  status: "Service Unavailable",
  statusCode,
});
const resyncs = [7, 9].map((installationId) => ({ kind: "installation", installationId, reason: "resync" }));

it("looks at every repository once when the database is new", async () => {
  const { world, maintenance, pass } = setUp(null, [failed(1, "2026-03-05T11:00:00Z")]);
  await maintenance.start();
  await pass(3600);
  maintenance.stop();
  expect(world.did).toEqual(resyncs);
});

it.each([
  ["exactly as long as GitHub keeps deliveries, by redelivery", "2026-03-02T12:00:00Z", ["redeliver 1"]],
  ["longer than GitHub keeps deliveries, by looking at everything", "2026-03-02T11:59:59Z", resyncs],
])("catches up after being down %s", async (_case, caughtUpAt, expected) => {
  const { world, maintenance } = setUp(caughtUpAt, [failed(1, "2026-03-05T11:00:00Z")]);
  await maintenance.start();
  maintenance.stop();
  expect(world).toMatchObject({ did: expected, caughtUpAt: "2026-03-05T11:59:00Z" });
});

it("requests missed deliveries 15 seconds after a start", async () => {
  const { world, maintenance, pass } = setUp("2026-03-05T11:58:00Z", [failed(1, "2026-03-05T11:59:59Z")]);
  await maintenance.start();
  await pass(14);
  expect(world.did).toEqual([]);
  await pass(1);
  maintenance.stop();
  expect(world.did).toEqual(["redeliver 1"]);
});

it("requests refused deliveries once, at the start, and not every ten minutes", async () => {
  const { world, maintenance, pass } = setUp("2026-03-05T11:50:00Z", [
    failed(1, "2026-03-05T11:55:00Z", 400),
  ]);
  await maintenance.start();
  expect(world.did).toEqual(["redeliver 1"]);
  // Each redelivery is a separate attempt.
  world.log = [
    { ...failed(2, "2026-03-05T12:00:00Z", 400), guid: "guid 1" },
    failed(3, "2026-03-05T12:03:00Z", 400),
  ];
  await pass(3600);
  maintenance.stop();
  expect(world.did).toEqual(["redeliver 1"]);
});

it("reads the delivery log every ten minutes, and repeats the minute before the last time", async () => {
  const { world, maintenance, pass } = setUp("2026-03-05T11:58:00Z");
  await maintenance.start();
  await pass(15);
  world.log = [failed(1, "2026-03-05T11:59:30Z"), failed(0, "2026-03-05T11:59:14Z")];
  await pass(599);
  expect(world).toMatchObject({ did: [], attempts: 2, caughtUpAt: "2026-03-05T11:59:15Z" });
  await pass(1);
  expect(world).toMatchObject({ did: ["redeliver 1"], attempts: 3 });
  await pass(600);
  maintenance.stop();
  expect(world.attempts).toBe(4);
});

it("starts from the same instant again when the last run failed", async () => {
  const { world, maintenance, pass } = setUp("2026-03-05T11:00:00Z", [failed(1, "2026-03-05T11:30:00Z")]);
  world.isDown = true;
  await maintenance.start();
  expect(world).toMatchObject({ did: [], caughtUpAt: "2026-03-05T11:00:00Z" });
  world.isDown = false;
  await pass(15);
  maintenance.stop();
  expect(world.did).toEqual(["redeliver 1"]);
});

it("retries 15 seconds after a failure, then with doubled pauses of at most ten minutes", async () => {
  const { world, maintenance, pass } = setUp("2026-03-05T11:00:00Z");
  world.isDown = true;
  await maintenance.start();
  const attempts: number[] = [];
  for (let quarter = 1; quarter <= 160; quarter += 1) {
    world.attempts = 0;
    await pass(15);
    if (world.attempts > 0) attempts.push(quarter);
  }
  maintenance.stop();
  expect(attempts).toEqual([1, 3, 7, 15, 31, 63, 103, 143]);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(vi.getTimerCount()).toBe(0);
});

it("deletes once a day the rows that it no longer needs", async () => {
  const rows = [
    { installationId: 7, repositoryId: 1 },
    { installationId: 7, repositoryId: 2 },
    { installationId: 8, repositoryId: 3 },
    { installationId: 9, repositoryId: 4 },
  ];
  const { world, maintenance, pass } = setUp("2026-03-05T11:58:00Z", [], rows);
  await maintenance.start();
  await pass(11 * 3600);
  expect(world.did).toEqual([]);
  await pass(2 * 3600);
  const forgotten = [{ installationId: 7, repositoryId: 2 }, { installationId: 8 }];
  expect(world.did).toEqual(forgotten.map((forget) => ({ forget })));
  await pass(12 * 3600);
  maintenance.stop();
  expect(world.did).toHaveLength(2);
});
