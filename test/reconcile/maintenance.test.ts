import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Instant } from "../../src/core/pull-request.ts";
import { createMaintenance } from "../../src/reconcile/maintenance.ts";
import type { GitHub, Look, LoggedDelivery } from "../../src/reconcile/ports.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** An app that was caught up at `caughtUpAt`; `hour` lets one pass and waits for what is done then. */
function setUp(caughtUpAt: Instant | null, log: LoggedDelivery[] = []) {
  const did: unknown[] = [];
  const world = { now: "2026-03-05T12:00:00Z", caughtUpAt, log, did, isDown: false, attempts: 0 };
  const github = {
    async *listDeliveries() {
      world.attempts += 1;
      if (world.isDown) throw new Error("down");
      yield world.log;
    },
    async *listInstallations() {
      yield [7];
    },
    redeliver: async (id: number) => void did.push(`redeliver ${id}`),
  } as unknown as GitHub;
  const maintenance = createMaintenance({
    github,
    queue: {
      look: async (looks: Look[]) => void did.push(...looks.map(({ subject }) => subject)),
      findCaughtUpAt: async () => world.caughtUpAt,
      markCaughtUp: async (at) => {
        world.caughtUpAt = at;
      },
    },
    identity: async () => {},
    clock: { now: () => world.now },
    log: { info() {}, warn() {} },
  });
  const hour = async () => {
    world.now = new Date(Date.parse(world.now) + 3_600_000).toISOString().replace(".000", "");
    await vi.advanceTimersByTimeAsync(3_600_000);
  };
  return { world, maintenance, hour };
}

const failed = (id: number, deliveredAt: Instant): LoggedDelivery => ({
  id,
  guid: `guid ${id}`,
  deliveredAt,
  status: "Service Unavailable",
});
const resynced = { kind: "installation", installationId: 7, reason: "resync" };

it("looks at everything once when the database is new", async () => {
  const { world, maintenance, hour } = setUp(null, [failed(1, "2026-03-05T11:00:00Z")]);
  await maintenance.start();
  await hour();
  maintenance.stop();
  expect(world.did).toEqual([resynced]);
});

it.each([
  [
    "to the second as long as GitHub keeps deliveries: asks for them",
    "2026-03-02T12:00:00Z",
    ["redeliver 1"],
  ],
  ["for longer: looks at everything instead", "2026-03-02T11:59:59Z", [resynced]],
])("was away %s", async (_case, caughtUpAt, expected) => {
  const { world, maintenance } = setUp(caughtUpAt, [failed(1, "2026-03-05T11:00:00Z")]);
  await maintenance.start();
  maintenance.stop();
  expect(world).toMatchObject({ did: expected, caughtUpAt: "2026-03-05T11:59:00Z" });
});

it("leaves the last minute's deliveries to the next hour, which takes them", async () => {
  const { world, maintenance, hour } = setUp("2026-03-05T11:00:00Z", [failed(1, "2026-03-05T11:59:30Z")]);
  await maintenance.start();
  expect(world.did).toEqual([]);
  await hour();
  maintenance.stop();
  expect(world.did).toEqual(["redeliver 1"]);
});

it("begins where it was when the last run failed", async () => {
  const { world, maintenance, hour } = setUp("2026-03-05T11:00:00Z", [failed(1, "2026-03-05T11:30:00Z")]);
  world.isDown = true;
  await maintenance.start();
  expect(world).toMatchObject({ did: [], caughtUpAt: "2026-03-05T11:00:00Z" });
  world.isDown = false;
  await hour();
  maintenance.stop();
  expect(world.did).toEqual(["redeliver 1"]);
});

it("tries again a minute after a failure, then with doubled pauses, at least hourly", async () => {
  const { world, maintenance } = setUp("2026-03-05T11:00:00Z");
  world.isDown = true;
  await maintenance.start();
  const attempts: number[] = [];
  for (let minute = 1; minute <= 250; minute += 1) {
    world.attempts = 0;
    await vi.advanceTimersByTimeAsync(60_000);
    if (world.attempts > 0) attempts.push(minute);
  }
  maintenance.stop();
  expect(attempts).toEqual([1, 3, 7, 15, 31, 63, 123, 183, 243]);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(vi.getTimerCount()).toBe(0);
});
