import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Queue, Subject } from "../reconcile/ports.ts";

/** What the rest of the app counts. No label ever names a repository or a person: the page is open, and they are many. */
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
  render(): Promise<{ contentType: string; body: string }>;
}

const prefix = "async_review_";

/** Figures in Prometheus' text form, with Node's own (memory, event loop lag). `queue` is asked when the page is read. */
export function createMetrics(queue: Pick<Queue, "count">): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
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
  createQueueGauge(queue, registers);

  return {
    countDelivery: ({ event, outcome }) => deliveries.inc({ event, outcome }),
    countLook({ subject, outcome, seconds }) {
      looks.inc({ subject, outcome });
      lookSeconds.observe({ subject }, seconds);
    },
    countRequest: ({ kind, status }) => requests.inc({ kind, status: toStatusClass(status) }),
    render: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
  };
}

function createQueueGauge(queue: Pick<Queue, "count">, registers: Registry[]) {
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

function toStatusClass(status: number | null): string {
  return status === null ? "none" : `${Math.floor(status / 100)}xx`;
}
