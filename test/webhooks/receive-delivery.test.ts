import { afterEach, expect, it, vi } from "vitest";
import { IntakeError } from "../../src/webhooks/intake-error.ts";
import { receiveDelivery } from "../../src/webhooks/receive-delivery.ts";

afterEach(() => {
  vi.useRealTimers();
});

it("gives up before @octokit/webhooks would answer that all is well", async () => {
  vi.useFakeTimers();
  const payload = {
    action: "opened",
    installation: { id: 3 },
    repository: { id: 7, full_name: "acme/shop" },
    pull_request: { number: 1 },
  };
  const parts = {
    queue: { accept: () => new Promise<never>(() => undefined), findByHead: async () => [] },
    app: () => ({ appId: 42, slug: null }),
    clock: { now: () => "2026-11-23T09:00:00Z" },
  };
  const received = receiveDelivery({ id: "d1", name: "pull_request", payload }, parts).catch(
    (error) => error,
  );
  await vi.advanceTimersByTimeAsync(8000);
  const error = await received;
  expect(error).toBeInstanceOf(IntakeError);
  expect(error.status).toBe(503);
  expect(vi.getTimerCount()).toBe(0);
});
