import nock from "nock";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { describeCall } from "../../src/github/client/describe-call.ts";
import { createGate } from "../../src/github/client/keep-pace.ts";
import { defaultLimits } from "../../src/github/client/limits.ts";
import { RateLimitError } from "../../src/github/client/rate-limits.ts";
import { createTestClients, createTestTime, tokenAnswer } from "./create-test-clients.ts";
import { onlyExpectedRequests } from "./only-expected-requests.ts";

const read = describeCall({ method: "GET", url: "/x" });
const query = describeCall({ query: "query { viewer { login } }" });
const create = describeCall({ method: "POST", url: "/repos/{owner}/{repo}/check-runs" });
const comment = describeCall({ method: "POST", url: "/repos/{owner}/{repo}/issues/{issue_number}/comments" });
const answer = { status: 200, headers: {}, data: null };

function createTestGate(limits = {}) {
  const time = createTestTime();
  return { ...time, gate: createGate({ ...defaultLimits, ...limits }, time.clock, time.timing) };
}

/** Tasks that end when told, with a count of parallel ones. */
function createTasks() {
  const ends: (() => void)[] = [];
  let running = 0;
  let most = 0;
  const task = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise<void>((resolve) => ends.push(resolve));
    running -= 1;
    return answer;
  };
  const settle = async () => {
    for (let turn = 0; turn < 1_000; turn += 1) {
      ends.splice(0).forEach((end) => {
        end();
      });
      await Promise.resolve();
    }
  };
  return { task, settle, most: () => most };
}

describe("GitHub's limits", () => {
  it("let reads run in parallel, up to their limit", async () => {
    const { gate, slept } = createTestGate();
    const { task, settle, most } = createTasks();
    const all = Promise.all(Array.from({ length: 200 }, () => gate.pass(query, task)));
    await settle();
    await all;
    expect(most()).toBe(90);
    expect(slept).toEqual([]);
  });

  it("let writes run one at a time, and a few without a pause", async () => {
    const { gate, slept } = createTestGate();
    const { task, settle, most } = createTasks();
    const all = Promise.all(Array.from({ length: 30 }, () => gate.pass(create, task)));
    await settle();
    await all;
    expect(most()).toBe(1);
    expect(slept).toEqual([]);
  });

  it("hold back waiting requests when an earlier one is told to wait, until the latest instant", async () => {
    const { gate, clock } = createTestGate();
    const limit = (seconds: string) =>
      new RateLimitError("slow", { status: 403, headers: { "retry-after": seconds }, now: clock.now() });
    let sent = 0;
    const refused = (seconds: string) => async () => {
      sent += 1;
      throw limit(seconds);
    };
    // Two reads are on their way together, and the second is told a shorter wait. Writes go one by one.
    const reads = [gate.pass(query, refused("300")), gate.pass(query, refused("60"))];
    const writes = [gate.pass(create, refused("1")), gate.pass(create, refused("1"))];
    await Promise.allSettled([...reads, ...writes]);
    expect(sent).toBe(3);
    await expect(gate.pass(read, refused("1"))).rejects.toMatchObject({ retryAt: "2026-11-22T09:05:00Z" });
    expect(sent).toBe(3);
  });

  it("don't delay a write behind reads", async () => {
    const { gate } = createTestGate();
    const { task, settle } = createTasks();
    const reads = Array.from({ length: 200 }, () => gate.pass(query, task));
    expect(await gate.pass(create, async () => answer)).toBe(answer);
    await settle();
    await Promise.all(reads);
  });

  it("space many writes by a second, and refuse writes that would wait too long", async () => {
    const { gate, timing, slept } = createTestGate();
    // Time stands still here: each admitted request says how long it must wait.
    timing.sleep = async (milliseconds) => void slept.push(milliseconds);
    const results = await Promise.allSettled(
      Array.from({ length: 38 }, () => gate.pass(create, async () => answer)),
    );
    expect(slept).toEqual([1_000, 2_000, 3_000, 4_000, 5_000]);
    expect(results.slice(35).map((result) => result.status === "rejected" && result.reason.retryAt)).toEqual([
      "2026-11-22T09:00:06Z",
      "2026-11-22T09:00:07Z",
      "2026-11-22T09:00:08Z",
    ]);
  });

  it("recover after quiet time", async () => {
    const { gate, slept, advance } = createTestGate();
    for (let n = 0; n < 30; n += 1) await gate.pass(create, async () => answer);
    advance(30_000);
    for (let n = 0; n < 30; n += 1) await gate.pass(create, async () => answer);
    expect(slept).toEqual([]);
  });

  it("limit writes that notify people per minute and per hour", async () => {
    const { gate, advance } = createTestGate({ writeBurst: 1_000 });
    for (let n = 0; n < 75; n += 1) await gate.pass(comment, async () => answer);
    await expect(gate.pass(comment, async () => answer)).rejects.toMatchObject({
      reason: "rate_limited",
      retryAt: "2026-11-22T09:01:00Z",
    });
    // Check runs notify nobody.
    await gate.pass(create, async () => answer);
    for (let n = 75; n < 480; n += 1) {
      if (n % 75 === 0) advance(60_000);
      await gate.pass(comment, async () => answer);
    }
    advance(60_000);
    await expect(gate.pass(comment, async () => answer)).rejects.toMatchObject({
      retryAt: "2026-11-22T10:00:00Z",
    });
  });

  it("limit points per minute, one for a read and five for a write, separately for each API", async () => {
    const { gate } = createTestGate({ restPoints: 12, graphqlPoints: 2 });
    await gate.pass(create, async () => answer);
    await gate.pass(create, async () => answer);
    await gate.pass(read, async () => answer);
    await gate.pass(read, async () => answer);
    await expect(gate.pass(read, async () => answer)).rejects.toMatchObject({ reason: "rate_limited" });
    await gate.pass(query, async () => answer);
    await gate.pass(query, async () => answer);
    await expect(gate.pass(query, async () => answer)).rejects.toMatchObject({ reason: "rate_limited" });
  });
});

describe("after GitHub asks to wait", () => {
  const github = () => nock("https://github.test");
  const tokens = () =>
    github().post("/api/v3/app/installations/1/access_tokens").reply(201, tokenAnswer("t1"));

  onlyExpectedRequests();

  it("sends nothing for that installation until a secondary limit ends", async () => {
    tokens();
    github().get("/api/v3/x").reply(403, {}, { "retry-after": "30" });
    const { clients, sent, slept, advance } = createTestClients();
    const client = clients.installation(1);
    const limited = { reason: "rate_limited", retryAt: "2026-11-22T09:00:30Z" };
    await expect(client.request("GET /x")).rejects.toMatchObject(limited);
    await expect(client.request("GET /x")).rejects.toMatchObject(limited);
    await expect(client.ask("history-state", { ids: [] })).rejects.toMatchObject(limited);
    expect(sent.map(({ kind }) => kind)).toEqual(["token", "rest_read"]);
    expect(slept).toEqual([]);

    advance(30_000);
    github().get("/api/v3/x").reply(200, {});
    expect((await client.request("GET /x")).status).toBe(200);
  });

  it("keeps using REST while a GraphQL quota is used up (HTTP 200)", async () => {
    tokens();
    const reset = String(Date.UTC(2026, 10, 22, 9, 20) / 1000);
    github()
      .post("/api/graphql")
      .reply(
        200,
        { errors: [{ type: "RATE_LIMITED", message: "API rate limit exceeded" }] },
        { "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset },
      );
    github().get("/api/v3/x").reply(200, {});
    const { clients, sent } = createTestClients();
    const client = clients.installation(1);
    const limited = { reason: "rate_limited", retryAt: "2026-11-22T09:20:01Z" };
    await expect(client.ask("history-state", { ids: [] })).rejects.toMatchObject(limited);
    await expect(client.ask("history-state", { ids: [] })).rejects.toMatchObject(limited);
    expect((await client.request("GET /x")).status).toBe(200);
    expect(sent.filter(({ kind }) => kind === "graphql_query")).toHaveLength(1);
  });

  it("stops already after the last answer of a quota", async () => {
    tokens();
    const reset = String(Date.UTC(2026, 10, 22, 9, 20) / 1000);
    github().get("/api/v3/x").reply(200, {}, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset });
    const { clients } = createTestClients();
    const client = clients.installation(1);
    await client.request("GET /x");
    await expect(client.request("GET /x")).rejects.toMatchObject({ retryAt: "2026-11-22T09:20:01Z" });
  });

  describe("while this machine's clock is wrong", () => {
    it.each(["PT2H", "-PT2H"])(
      "waits as long as GitHub asked, despite a jump of %s meanwhile",
      async (jumped) => {
        tokens();
        github().get("/api/v3/x").reply(403, {}, { "retry-after": "30" });
        const { clients, clock, advance, jump } = createTestClients();
        const client = clients.installation(1);
        await expect(client.request("GET /x")).rejects.toMatchObject({ reason: "rate_limited" });
        jump(jumped);
        advance(20_000);
        const retryAt = Temporal.Instant.from(clock.now()).add({ seconds: 10 }).toString();
        await expect(client.request("GET /x")).rejects.toMatchObject({ reason: "rate_limited", retryAt });
        advance(10_000);
        github().get("/api/v3/x").reply(200, {});
        expect((await client.request("GET /x")).status).toBe(200);
      },
    );

    it.each([
      ["an hour ahead", "PT1H", "2026-11-22T10:20:01Z"],
      ["an hour behind", "-PT1H", "2026-11-22T08:20:01Z"],
    ])("counts a quota's reset from the answer's date: %s", async (_how, off, retryAt) => {
      tokens();
      const headers = {
        "x-ratelimit-resource": "core",
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset": String(Date.UTC(2026, 10, 22, 9, 20) / 1000),
        date: "Sun, 22 Nov 2026 09:00:00 GMT",
      };
      github().get("/api/v3/x").reply(200, {}, headers);
      const quotas: object[] = [];
      const { clients, advance, jump } = createTestClients({ onQuota: (quota) => quotas.push(quota) });
      jump(off);
      const client = clients.installation(1);
      await client.request("GET /x");
      const limited = { reason: "rate_limited", retryAt };
      await expect(client.request("GET /x")).rejects.toMatchObject(limited);
      const resetAt = new Date(Date.parse(retryAt) - 1000);
      expect(quotas).toEqual([{ installationId: 1, resource: "core", remaining: 0, resetAt }]);
      advance(20 * 60_000);
      await expect(client.request("GET /x")).rejects.toMatchObject(limited);
      advance(1_000);
      github().get("/api/v3/x").reply(200, {});
      expect((await client.request("GET /x")).status).toBe(200);
    });
  });

  it("keeps sending for other installations", async () => {
    tokens();
    github().post("/api/v3/app/installations/2/access_tokens").reply(201, tokenAnswer("t2"));
    github()
      .get("/api/v3/x")
      .matchHeader("authorization", "token t1")
      .reply(429, {}, { "retry-after": "30" });
    github().get("/api/v3/x").matchHeader("authorization", "token t2").reply(200, {});
    const { clients } = createTestClients();
    await expect(clients.installation(1).request("GET /x")).rejects.toMatchObject({ reason: "rate_limited" });
    expect((await clients.installation(2).request("GET /x")).status).toBe(200);
  });
});
