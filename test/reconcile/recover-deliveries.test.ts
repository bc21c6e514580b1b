import { expect, it } from "vitest";
import type { LoggedDelivery } from "../../src/reconcile/ports.ts";
import { recoverDeliveries } from "../../src/reconcile/recover-deliveries.ts";

const now = "2026-03-05T12:00:00Z";

async function recover(pages: LoggedDelivery[][], since: string | null) {
  const redelivered: number[] = [];
  let read = 0;
  await recoverDeliveries(
    {
      async *listDeliveries() {
        for (const page of pages) {
          read += 1;
          yield page;
        }
      },
      redeliver: async (id) => {
        redelivered.push(id);
      },
    },
    { since, now },
  );
  return { redelivered, read };
}

const attempt = (
  id: number,
  guid: string,
  deliveredAt: string,
  status = "Service Unavailable",
): LoggedDelivery => ({
  id,
  guid,
  deliveredAt,
  status,
});

it("redelivers one attempt of each delivery that was never answered OK", async () => {
  const page = [
    attempt(5, "a", "2026-03-05T11:30:00Z", "OK"),
    attempt(4, "b", "2026-03-05T11:20:00Z"),
    attempt(3, "b", "2026-03-05T11:10:00Z"),
    attempt(2, "a", "2026-03-05T11:00:00Z"),
  ];
  expect(await recover([page], "2026-03-05T10:00:00Z")).toEqual({ redelivered: [4], read: 1 });
});

it("reads no further back than the last run, and leaves the last minute alone", async () => {
  const pages = [
    [attempt(9, "new", "2026-03-05T11:59:30Z"), attempt(8, "old", "2026-03-05T09:00:00Z")],
    [attempt(7, "older", "2026-03-05T08:00:00Z")],
  ];
  expect(await recover(pages, "2026-03-05T10:00:00Z")).toEqual({ redelivered: [], read: 1 });
});

it("never reads further back than GitHub keeps deliveries", async () => {
  const pages = [[attempt(2, "kept", "2026-03-03T12:00:00Z"), attempt(1, "gone", "2026-03-01T12:00:00Z")]];
  expect(await recover(pages, null)).toEqual({ redelivered: [2], read: 1 });
});
