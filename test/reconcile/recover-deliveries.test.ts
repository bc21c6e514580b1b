import { expect, it } from "vitest";
import { GitHubError, type GitHubErrorReason } from "../../src/reconcile/github-error.ts";
import { recoverDeliveries } from "../../src/reconcile/maintenance.ts";
import type { LoggedDelivery } from "../../src/reconcile/ports.ts";

const until = "2026-03-05T11:59:00Z";

/** Recovers from a delivery log of these pages. GitHub answers `refused` with an error. */
async function recover(
  pages: LoggedDelivery[][],
  since: string,
  refused: Record<number, GitHubErrorReason> = {},
  isStart = false,
) {
  const redelivered: number[] = [];
  let read = 0;
  const count = await recoverDeliveries(
    {
      async *listDeliveries() {
        for (const page of pages) {
          read += 1;
          yield page;
        }
      },
      redeliver: async (id) => {
        const reason = refused[id];
        if (reason !== undefined) throw new GitHubError("no", { reason });
        redelivered.push(id);
      },
    },
    { since, until, isStart },
  );
  return { redelivered, read, count };
}

const attempt = (
  id: number,
  guid: string,
  deliveredAt: string,
  status = "Service Unavailable",
  statusCode = status === "OK" ? 200 : 503,
): LoggedDelivery => ({ id, guid, deliveredAt, status, statusCode });

it("redelivers one attempt of each delivery that was never answered OK", async () => {
  const page = [
    attempt(5, "a", "2026-03-05T11:30:00Z", "OK"),
    attempt(4, "b", "2026-03-05T11:20:00Z"),
    attempt(3, "b", "2026-03-05T11:10:00Z"),
    attempt(2, "a", "2026-03-05T11:00:00Z"),
  ];
  expect(await recover([page], "2026-03-05T10:00:00Z")).toEqual({ redelivered: [4], read: 1, count: 1 });
});

it("reads no further back than the last run, and leaves the last minute alone", async () => {
  const pages = [
    [attempt(9, "new", "2026-03-05T11:59:30Z"), attempt(8, "old", "2026-03-05T09:00:00Z")],
    [attempt(7, "older", "2026-03-05T08:00:00Z")],
  ];
  expect(await recover(pages, "2026-03-05T10:00:00Z")).toEqual({ redelivered: [], read: 1, count: 0 });
});

it("includes both ends of its span, and reads only the pages that reach into it", async () => {
  const pages = [
    [attempt(4, "late", "2026-03-05T11:59:01Z"), attempt(3, "last", until)],
    [attempt(2, "first", "2026-03-05T10:00:00Z"), attempt(1, "early", "2026-03-05T09:59:59Z")],
    [attempt(0, "older", "2026-03-05T08:00:00Z")],
  ];
  expect(await recover(pages, "2026-03-05T10:00:00Z")).toEqual({ redelivered: [3, 2], read: 2, count: 2 });
});

it.each([
  ["a signature that is wrong", 400, [], [1]],
  ["a payload that is too large", 413, [], [1]],
  ["another content type", 415, [], [1]],
  ["a delivery that took too long", 408, [1], [1]],
  ["a proxy's 404", 404, [1], [1]],
  ["a proxy's 403", 403, [1], [1]],
  ["no answer", 0, [1], [1]],
])(
  "decides what to redeliver while running and after a start, which may have fixed the reason: %s",
  async (_, code, later, first) => {
    const page = [attempt(1, "a", "2026-03-05T11:10:00Z", "Invalid HTTP Response", code)];
    const since = "2026-03-05T10:00:00Z";
    expect((await recover([page], since)).redelivered).toEqual(later);
    expect((await recover([page], since, {}, true)).redelivered).toEqual(first);
  },
);

it("judges a delivery by its latest attempt", async () => {
  const page = [
    attempt(2, "a", "2026-03-05T11:20:00Z", "Bad Request", 400),
    attempt(1, "a", "2026-03-05T11:10:00Z"),
  ];
  expect((await recover([page], "2026-03-05T10:00:00Z")).redelivered).toEqual([]);
});

it.each(["not_found", "invalid", "conflict"] as const)(
  "continues after a delivery that GitHub refuses to redeliver: %s",
  async (reason) => {
    const page = [attempt(2, "b", "2026-03-05T11:20:00Z"), attempt(1, "a", "2026-03-05T11:10:00Z")];
    expect(await recover([page], "2026-03-05T10:00:00Z", { 2: reason })).toEqual({
      redelivered: [1],
      read: 1,
      count: 1,
    });
  },
);

it("stops once GitHub is unavailable, so that the whole span is read again", async () => {
  const page = [attempt(2, "b", "2026-03-05T11:20:00Z"), attempt(1, "a", "2026-03-05T11:10:00Z")];
  await expect(recover([page], "2026-03-05T10:00:00Z", { 2: "unavailable" })).rejects.toMatchObject({
    reason: "unavailable",
  });
});
