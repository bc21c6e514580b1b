import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pino from "pino";
import { Temporal } from "temporal-polyfill";
import { openDatabase } from "../../../src/database/open-database.ts";
import { subjectKey } from "../../../src/reconcile/row/subject-row.ts";
import { delivery, lookAt } from "../examples.ts";
import { Link } from "../link.ts";
import { ask } from "../postgres-server.ts";
import type { OwnPostgres } from "./own-postgres.ts";

/** `freeze`: connections go silent without notice, as after a failover. */
export type Outage = "cut" | "restart" | "freeze";

export interface OutageReport {
  /** For each outage, seconds from the database's return until all due subjects had been looked at. */
  outages: { outage: Outage; seconds: number | null }[];
  looks: number;
  deliveries: { stored: number; refused: number };
  /** Subjects with two looks at once. */
  overlaps: string[];
  /** Subjects with a stored delivery and no later look. */
  forgotten: string[];
  /** The state of the queue at the end. */
  left: { pending: number; due: number };
  /** Each instance's last output, and how it ended. */
  instances: string[];
}

interface Look {
  key: string;
  from: bigint;
  to: bigint;
}

/** The number of subjects that get deliveries again and again. */
const subjects = 40;
/** The time in which all due subjects must be looked at, in milliseconds. Longer counts as never. */
const patience = 75_000;
const clock = { now: () => Temporal.Now.instant().toString() };
const script = fileURLToPath(new URL("work.ts", import.meta.url));

/**
 * Lets `instances` processes work on a queue under load, while the database's connections are cut (all of
 * them, a dozen times in a row, as they come back) and the server is restarted as after a crash.
 */
export async function runOutages(
  postgres: OwnPostgres,
  plan: { instances: number; outages: Outage[] },
  told: (line: string) => void = () => undefined,
): Promise<OutageReport> {
  const feeder = await openDatabase(
    { databaseUrl: postgres.url },
    { clock, logger: pino({ level: "silent" }) },
  );
  const looks: Look[] = [];
  const direct = new URL(postgres.url);
  const link = new Link({ host: direct.hostname, port: Number(direct.port) });
  await link.mend();
  direct.port = String(link.port);
  const instances = await Promise.all(
    Array.from({ length: plan.instances }, (_, index) => startInstance(direct.href, index + 1, looks)),
  );
  const load = startLoad(feeder.queue.accept);
  const outages: OutageReport["outages"] = [];
  for (const outage of plan.outages) {
    await sleep(1000);
    if (outage === "freeze") link.freeze();
    else await (outage === "cut" ? cutConnections(postgres.url) : postgres.restart());
    const seconds = await timeRecovery(postgres.url, looks);
    told(`${outage}: ${seconds === null ? "never" : `${seconds.toFixed(1)} s`}`);
    outages.push({ outage, seconds });
    if (seconds === null) break;
  }
  const { stored, refused, last } = await load.stop();
  const left = await untilEmpty(feeder.queue.count);
  const endings = await Promise.all(instances.map((instance) => instance.end()));
  await feeder.close();
  await link.cut();
  return {
    outages,
    looks: looks.length,
    deliveries: { stored, refused },
    overlaps: findOverlaps(looks),
    forgotten: [...last]
      .filter(([key, at]) => !looks.some((look) => look.key === key && look.from > at))
      .map(([key]) => key),
    left,
    instances: endings,
  };
}

async function startInstance(url: string, seed: number, looks: Look[]) {
  const child: ChildProcessWithoutNullStreams = spawn(process.execPath, [script, url, String(seed)]);
  child.stderr.pipe(process.stderr);
  const closed = once(child, "close");
  let said = "";
  const started = Promise.withResolvers<void>();
  createInterface({ input: child.stdout }).on("line", (line) => {
    const value = JSON.parse(line) as string | [string, string, string];
    if (typeof value === "string") said = value;
    else looks.push({ key: value[0], from: BigInt(value[1]), to: BigInt(value[2]) });
    if (value === "started") started.resolve();
  });
  await Promise.race([started.promise, closed]);
  return {
    async end() {
      child.stdin.end();
      const late = setTimeout(() => child.kill("SIGKILL"), 30_000);
      const [code] = (await closed) as [number | null];
      clearTimeout(late);
      return `${said}, exit ${code}`;
    },
  };
}

/**
 * Sends a delivery every few milliseconds, for one subject after another. Refused deliveries are not sent
 * again, as on GitHub.
 */
function startLoad(
  accept: (delivery: ReturnType<typeof example>, looks: ReturnType<typeof lookAt>[]) => Promise<unknown>,
) {
  const last = new Map<string, bigint>();
  const counts = { stored: 0, refused: 0 };
  let isStopped = false;
  const send = async (id: number) => {
    const look = lookAt(id % subjects);
    try {
      await accept(example(id), [look]);
      counts.stored += 1;
      last.set(subjectKey(look.subject), process.hrtime.bigint());
    } catch {
      counts.refused += 1;
    }
  };
  const run = async (lane: number) => {
    for (let id = lane; !isStopped; id += 2) {
      await send(id);
      await sleep(10);
    }
  };
  const lanes = [run(0), run(1)];
  return {
    async stop() {
      isStopped = true;
      await Promise.all(lanes);
      return { ...counts, last };
    },
  };
}

const example = (id: number) => delivery(`delivery-${id}`);

async function cutConnections(url: string): Promise<void> {
  for (let round = 0; round < 12; round += 1) {
    await ask(
      url,
      "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'",
    );
    await sleep(round * 5);
  }
}

/** Seconds until all subjects that are due now have been looked at; null when that took too long. */
async function timeRecovery(url: string, looks: Look[]): Promise<number | null> {
  const returned = process.hrtime.bigint();
  const { rows } = await ask(url, `select key from subjects where run_at <= ${Date.now()}`);
  const due = new Set(rows.map(({ key }) => key as string));
  let seen = 0;
  const secondsSince = () => Number(process.hrtime.bigint() - returned) / 1e9;
  while (secondsSince() * 1000 < patience) {
    for (; seen < looks.length; seen += 1) if (looks[seen]!.to > returned) due.delete(looks[seen]!.key);
    if (due.size === 0) return secondsSince();
    await sleep(20);
  }
  return null;
}

async function untilEmpty(count: () => Promise<{ pending: number; due: number }>) {
  const end = performance.now() + patience;
  let left = await count();
  while (left.pending > 0 && performance.now() < end) {
    await sleep(100);
    left = await count();
  }
  return { pending: left.pending, due: left.due };
}

function findOverlaps(looks: Look[]): string[] {
  const ordered = looks.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const endOf = new Map<string, bigint>();
  const overlaps = [];
  for (const { key, from, to } of ordered) {
    const end = endOf.get(key) ?? 0n;
    if (from < end) overlaps.push(key);
    endOf.set(key, to > end ? to : end);
  }
  return overlaps;
}
