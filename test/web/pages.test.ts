import pino from "pino";
import { Probot, Server } from "probot";
import { afterEach, describe, expect, it } from "vitest";
import { createMetrics, type Metrics } from "../../src/web/create-metrics.ts";
import { createHealthPage, createHomePage, createMetricsPage, createReadyPage } from "../../src/web/pages.ts";
import { listen } from "./listen.ts";

let close = () => {};
afterEach(() => close());

/** Starts a server with all pages over a queue with the given behaviour. */
async function start(queue: { check?: () => Promise<void>; count?: () => Promise<unknown> } = {}) {
  const warnings: string[] = [];
  const logger = {
    warn: (_: object, message: string) => void warnings.push(message),
    info: (message: string) => void warnings.push(message),
  };
  const count = (queue.count ?? (async () => ({ pending: 5, due: 2, failed: 1 }))) as () => Promise<never>;
  const clock = { now: () => "2026-11-23T09:00:00Z" };
  const findOldestDue = async () => "2026-11-23T08:58:55Z";
  const metrics: Metrics = createMetrics({ count, findOldestDue }, clock);
  const server = await listen([
    createHomePage(),
    createHealthPage(),
    createReadyPage({ check: queue.check ?? (async () => {}), logger, timeout: 20 }),
    createMetricsPage(metrics, logger),
  ]);
  close = server.close;
  const get = async (path: string, method = "GET") => {
    const response = await fetch(server.url + path, { method });
    return {
      status: response.status,
      body: await response.text(),
      type: response.headers.get("content-type"),
    };
  };
  return { get, metrics, warnings };
}

describe("the pages", () => {
  it.each([
    ["info", ["GET /nowhere 404"]],
    ["debug", ["GET /healthz 200", "GET /nowhere 404"]],
  ])("work in Probot's server, leave other paths to it, and log nothing: level %s", async (level, logged) => {
    const requests: string[] = [];
    const write = (line: string) => {
      const [request] = /GET \/\w+ \d+/.exec(JSON.parse(line).msg) ?? [];
      if (request !== undefined) requests.push(request);
    };
    const log = pino({ level }, { write });
    // The key is read only to sign something, so never here.
    const server = new Server({
      Probot: Probot.defaults({ appId: 7, privateKey: "none", secret: "s", log }),
      // Probot takes the number 0 for "not set".
      port: "0" as unknown as number,
      host: "127.0.0.1",
      log,
    });
    server.addHandler(createHealthPage());
    await server.start();
    const url = `http://127.0.0.1:${server.port}`;
    const statuses: number[] = [];
    for (const path of ["/healthz", "/nowhere"]) statuses.push((await fetch(url + path)).status);
    await server.stop();
    expect({ statuses, requests }).toEqual({ statuses: [200, 404], requests: logged });
  });
});

describe("GET /", () => {
  it("says what to do next, where the set-up page was", async () => {
    const { get } = await start();
    expect(await get("/")).toEqual({
      status: 200,
      body: "Async Review is running. Install the App on a repository, and open a pull request there.\n",
      type: "text/plain",
    });
    expect((await get("//")).status).toBe(404);
  });
});

describe("GET /healthz", () => {
  it("is 200 while the process is up, whatever the database does", async () => {
    const { get } = await start({ check: () => Promise.reject(new Error("gone")) });
    expect(await get("/healthz")).toEqual({ status: 200, body: "ok\n", type: "text/plain" });
    expect(await get("/healthz?probe=1", "HEAD")).toEqual({ status: 200, body: "", type: "text/plain" });
  });

  it("leaves other paths and methods alone", async () => {
    const { get } = await start();
    expect((await get("/healthz/")).status).toBe(404);
    expect((await get("/healthz", "POST")).status).toBe(404);
  });
});

describe("GET /readyz", () => {
  it("is 200 while the queue works", async () => {
    const { get } = await start();
    expect(await get("/readyz")).toEqual({ status: 200, body: "ready\n", type: "text/plain" });
  });

  it.each([
    ["fails", () => Promise.reject(new Error("connect ECONNREFUSED db.internal:5432"))],
    ["gets no answer", () => new Promise<void>(() => {})],
  ])("is 503 when its check %s, with the reason in the log only", async (_, check) => {
    const { get, warnings } = await start({ check });
    expect(await get("/readyz")).toEqual({
      status: 503,
      body: "not ready; the log says why\n",
      type: "text/plain",
    });
    expect(warnings).toEqual(["Not ready"]);
  });

  it("logs once why it isn't ready, again for another reason, and when that is over", async () => {
    let problem: string | null = "due for 61 s";
    const check = async () => {
      if (problem !== null) throw new Error(problem);
    };
    const { get, warnings } = await start({ check });
    for (const next of ["due for 71 s", "refused", "refused", null, null]) {
      await get("/readyz");
      problem = next;
    }
    await get("/readyz");
    expect(warnings).toEqual(["Not ready", "Not ready", "Ready again"]);
  });
});

describe("GET /metrics", () => {
  it("has the app's figures, and no label that names a repository or a person", async () => {
    const { get, metrics } = await start();
    metrics.countDelivery({ event: "pull_request", outcome: "stored" });
    metrics.countDelivery({ event: "pull_request", outcome: "stored" });
    metrics.countLook({ subject: "pull_request", outcome: "done", seconds: 0.03 });
    metrics.countRequest({ kind: "graphql_query", status: 200 });
    metrics.countRequest({ kind: "rest_write", status: 502 });
    metrics.countRequest({ kind: "rest_write", status: null });
    metrics.countLate(7);
    metrics.countKilledThread();
    const quota = { resource: "graphql", resetAt: new Date("2026-11-23T09:30:00Z") };
    metrics.noteQuota({ ...quota, installationId: 1, remaining: 4000 });
    metrics.noteQuota({ ...quota, installationId: 2, remaining: 250 });
    metrics.noteQuota({ ...quota, installationId: 1, remaining: 3999 });
    const isOver = { ...quota, resetAt: new Date("2026-11-23T09:00:00Z") };
    metrics.noteQuota({ ...isOver, installationId: 3, remaining: 2 });
    const { status, body, type } = await get("/metrics");
    expect({ status, type }).toEqual({ status: 200, type: "text/plain; version=0.0.4; charset=utf-8" });
    const own = body.split("\n").filter((line) => line.startsWith("async_review_"));
    expect(own.filter((line) => !/look_seconds|lag_seconds_(bucket|count)/.test(line))).toEqual([
      'async_review_deliveries_total{event="pull_request",outcome="stored"} 2',
      'async_review_looks_total{subject="pull_request",outcome="done"} 1',
      'async_review_github_requests_total{kind="graphql_query",status="2xx"} 1',
      'async_review_github_requests_total{kind="rest_write",status="5xx"} 1',
      'async_review_github_requests_total{kind="rest_write",status="none"} 1',
      "async_review_wake_up_lag_seconds_sum 7",
      "async_review_readers_killed_total 1",
      "async_review_oldest_due_seconds 65",
      'async_review_queue_subjects{state="pending"} 5',
      'async_review_queue_subjects{state="due"} 2',
      'async_review_queue_subjects{state="failed"} 1',
      'async_review_github_remaining_points{resource="graphql"} 250',
    ]);
    expect(own).toContain('async_review_look_seconds_bucket{le="0.025",subject="pull_request"} 0');
    expect(own).toContain('async_review_look_seconds_bucket{le="0.05",subject="pull_request"} 1');
    expect(body).toContain("process_resident_memory_bytes");
  });

  it("is 503 when the queue can't be counted", async () => {
    const { get, warnings } = await start({ count: () => Promise.reject(new Error("gone")) });
    expect((await get("/metrics")).status).toBe(503);
    expect(warnings).toEqual(["Can't read the figures"]);
  });
});
