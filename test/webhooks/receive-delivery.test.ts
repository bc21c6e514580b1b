import { afterEach, expect, it, vi } from "vitest";
import type { Subject } from "../../src/reconcile/ports.ts";
import { IntakeError } from "../../src/webhooks/intake-error.ts";
import { receiveDelivery } from "../../src/webhooks/receive-delivery.ts";
import { repository } from "./payloads.ts";

afterEach(() => {
  vi.useRealTimers();
});

it("gives up before @octokit/webhooks would answer 202", async () => {
  vi.useFakeTimers();
  const payload = {
    action: "opened",
    installation: { id: 3 },
    repository: { id: 7, full_name: "acme/shop" },
    pull_request: { number: 1 },
  };
  const dependencies = {
    queue: { accept: () => new Promise<never>(() => undefined), findByHead: async () => [] },
    app: () => ({ appId: 42, slug: null }),
    clock: { now: () => "2026-11-23T09:00:00Z" },
  };
  const received = receiveDelivery({ id: "d1", name: "pull_request", payload }, dependencies).catch(
    (error) => error,
  );
  await vi.advanceTimersByTimeAsync(8000);
  const error = await received;
  expect(error).toBeInstanceOf(IntakeError);
  expect(error.status).toBe(503);
  expect(vi.getTimerCount()).toBe(0);
});

/** Receives a fork's `check_suite` or the given delivery. Resolves with the calls to the queue. */
async function receive(name: string, payload: object, subjects: Subject[]) {
  const asked: unknown[] = [];
  const repository = { id: 7, name: "shop", full_name: "acme/shop", owner: { login: "acme" } };
  await receiveDelivery(
    { id: "d1", name, payload: { installation: { id: 3 }, repository, ...payload } },
    {
      queue: {
        findByHead: async (...given) => {
          asked.push(given);
          return subjects;
        },
        accept: async (...given) => {
          asked.push(given);
          return "stored";
        },
      },
      app: () => ({ appId: 42, slug: null }),
      clock: { now: () => "2026-11-23T09:00:00Z" },
    },
  );
  return asked;
}

const subject = { kind: "pull_request", installationId: 3, repository, number: 5 } as const;
const suite = { head_sha: "abc", app: { id: 42 }, pull_requests: [] };

it("finds a fork's pull request by its head, and waits ten seconds for the pull request's own event", async () => {
  expect(await receive("check_suite", { action: "requested", check_suite: suite }, [subject])).toEqual([
    [7, "abc"],
    [
      { id: "d1", event: "check_suite", action: "requested", receivedAt: "2026-11-23T09:00:00Z" },
      [
        {
          subject,
          minimumVersion: { updatedAt: null, headSha: "abc", commentIds: [] },
          intents: [],
          onlyIfUnseen: true,
          notBefore: "2026-11-23T09:00:10Z",
        },
      ],
    ],
  ]);
});

it("stores nothing for an unknown head or an ignored event", async () => {
  expect(await receive("check_suite", { action: "requested", check_suite: suite }, [])).toEqual([[7, "abc"]]);
  expect(await receive("star", { action: "created" }, [subject])).toEqual([]);
});
