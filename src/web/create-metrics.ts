import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { Temporal } from "temporal-polyfill";
import type { Clock, Handler, Queue, Subject } from "../reconcile/ports.ts";

/**
 * The figures that the rest of the app reports. No label names a repository or a person: the page is open to
 * everybody.
 */
export interface Metrics {
  /** A verified delivery was answered. */
  countDelivery(delivery: { event: string; outcome: "stored" | "known" | "ignored" | "failed" }): void;
  /** A look ended after `seconds`. */
  countLook(look: {
    subject: Subject["kind"];
    outcome: "done" | "again" | "gone" | "failed";
    seconds: number;
  }): void;
  /** A request was sent to GitHub; null: no answer came. */
  countRequest(request: { kind: string; status: number | null }): void;
  /** A look started this many seconds after the instant for which it was planned. */
  countLate(seconds: number): void;
  /** A judging thread took too long and was killed. */
  countKilledThread(): void;
  /** The points that GitHub said one installation has left for one of its APIs, and until when. */
  noteQuota(quota: { installationId: number; resource: string; remaining: number; resetAt: Date }): void;
  render(): Promise<{ contentType: string; body: string }>;
}

const prefix = "async_review_";

/**
 * Figures in Prometheus' text format, with Node's own (memory, event loop lag). `queue` is asked when the
 * page is read.
 */
export function createMetrics(queue: Pick<Queue, "count" | "findOldestDue">, clock: Clock): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const deliveries = new Counter({
    name: `${prefix}deliveries_total`,
    help: "Verified deliveries that were answered",
    labelNames: ["event", "outcome"] as const,
    registers,
  });
  const looks = new Counter({
    name: `${prefix}looks_total`,
    help: "Subjects that were looked at, by how the look ended",
    labelNames: ["subject", "outcome"] as const,
    registers,
  });
  const lookSeconds = new Histogram({
    name: `${prefix}look_seconds`,
    help: "How long a look took: observe, decide, act",
    labelNames: ["subject"] as const,
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  });
  const requests = new Counter({
    name: `${prefix}github_requests_total`,
    help: "Requests to GitHub by kind and class of the answer's status",
    labelNames: ["kind", "status"] as const,
    registers,
  });
  const wakeUpLag = new Histogram({
    name: `${prefix}wake_up_lag_seconds`,
    help: "Delay between a look's due time and its start",
    buckets: [1, 2, 5, 10, 30, 60, 300, 900, 3600],
    registers,
  });
  const killedThreads = new Counter({
    name: `${prefix}readers_killed_total`,
    help: "Threads that were killed because a text took too long to read",
    registers,
  });
  createQueueGauges(queue, clock, registers);
  const noteQuota = createQuotaGauge(clock, registers);

  return {
    countDelivery: ({ event, outcome }) => deliveries.inc({ event, outcome }),
    countLook({ subject, outcome, seconds }) {
      looks.inc({ subject, outcome });
      lookSeconds.observe({ subject }, seconds);
    },
    countLate: (seconds) => wakeUpLag.observe(seconds),
    countKilledThread: () => killedThreads.inc(),
    noteQuota,
    countRequest: ({ kind, status }) => requests.inc({ kind, status: toStatusClass(status) }),
    render: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
  };
}

function createQueueGauges(
  queue: Pick<Queue, "count" | "findOldestDue">,
  clock: Clock,
  registers: Registry[],
) {
  new Gauge({
    name: `${prefix}oldest_due_seconds`,
    help: "How long the oldest due subject has waited for a worker; 0: none waits",
    registers,
    async collect() {
      const oldest = await queue.findOldestDue();
      const due = oldest === null ? 0 : Temporal.Instant.from(oldest).until(clock.now()).total("seconds");
      this.set(Math.max(0, due));
    },
  });
  new Gauge({
    name: `${prefix}queue_subjects`,
    help: "Subjects in the queue: pending (a wake-up is planned), due (waiting for a worker), failed (given up)",
    labelNames: ["state"] as const,
    registers,
    async collect() {
      const counts = await queue.count();
      for (const [state, count] of Object.entries(counts)) this.set({ state }, count);
    },
  });
}

/** Shows only the lowest figure of all installations, because a label for each would name its owner. */
function createQuotaGauge(clock: Clock, registers: Registry[]): Metrics["noteQuota"] {
  const quotas = new Map<string, { resource: string; remaining: number; resetAt: Date }>();
  new Gauge({
    name: `${prefix}github_remaining_points`,
    help: "What is left until GitHub's next reset, by its resource (core, graphql): the lowest of all installations",
    labelNames: ["resource"] as const,
    registers,
    collect() {
      this.reset();
      const now = Temporal.Instant.from(clock.now()).epochMilliseconds;
      const lowest = new Map<string, number>();
      for (const [key, { resource, remaining, resetAt }] of quotas) {
        if (resetAt.getTime() <= now) quotas.delete(key);
        else lowest.set(resource, Math.min(remaining, lowest.get(resource) ?? Number.POSITIVE_INFINITY));
      }
      for (const [resource, remaining] of lowest) this.set({ resource }, remaining);
    },
  });
  return ({ installationId, ...quota }) => {
    quotas.set(`${installationId} ${quota.resource}`, quota);
  };
}

function toStatusClass(status: number | null): string {
  return status === null ? "none" : `${Math.floor(status / 100)}xx`;
}

/** The same handler, with each look counted and timed. */
export function measureLooks(handler: Handler, metrics: Pick<Metrics, "countLook">): Handler {
  return async (job, context) => {
    const startedAt = performance.now();
    const count = (outcome: "done" | "again" | "gone" | "failed") =>
      metrics.countLook({
        subject: job.subject.kind,
        outcome,
        seconds: (performance.now() - startedAt) / 1000,
      });
    try {
      const outcome = await handler(job, context);
      count(outcome.type);
      return outcome;
    } catch (error) {
      count("failed");
      throw error;
    }
  };
}
