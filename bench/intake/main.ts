import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { spreadOf } from "../statistics.ts";
import { createPayload } from "./payload.ts";

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const rounds = 5;
const seconds = 2;

interface Measured {
  perSecond: number;
  median: number;
  slowest: number;
  /** All deliveries, including the warm-up. */
  posted: number;
  /** The server's processor time for each delivery, in microseconds. */
  cpu: number;
}

/**
 * Durable intake: acknowledged deliveries per second on the embedded database, as a share of a Probot server
 * whose handler does nothing. Server and client are separate processes, and the two kinds alternate, so that
 * a busy machine slows both.
 */
export async function run(): Promise<{ name: string; figures: Record<string, number | string> }[]> {
  const measured: Record<"empty" | "intake", Measured[]> = { empty: [], intake: [] };
  for (let index = 0; index < rounds; index += 1) {
    for (const mode of ["empty", "intake"] as const) measured[mode].push(await measure(mode));
  }
  const shares = measured.intake.map(({ perSecond }, index) => perSecond / measured.empty[index]!.perSecond);
  const empty = medianOf(measured.empty);
  const intake = medianOf(measured.intake);
  const { median: share, min: least, max: greatest } = spreadOf(shares);
  const figures = {
    "share of an empty Probot server": share,
    "least and greatest share": `${least.toFixed(2)}–${greatest.toFixed(2)}`,
    "acknowledged a second": intake.perSecond,
    "empty server, a second": empty.perSecond,
    "processor time a delivery, µs": spreadOf(measured.intake.map(({ cpu }) => cpu)).median,
    "empty server, µs": spreadOf(measured.empty.map(({ cpu }) => cpu)).median,
    "median answer, ms": intake.median,
    "slowest answer, ms": spreadOf(measured.intake.map(({ slowest }) => slowest)).max,
    "payload, bytes": createPayload(1).body.length,
    connections: 32,
  };
  return [{ name: "Durable intake", figures }];
}

async function measure(mode: string): Promise<Measured> {
  const server = spawn(process.execPath, [file("server.ts"), mode], { stdio: ["pipe", "pipe", "inherit"] });
  const port = (await firstLine(server)).trim();
  const before = await askProcessorTime(server);
  const client = spawn(process.execPath, [file("client.ts"), port, String(seconds)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const result = JSON.parse(await firstLine(client)) as Omit<Measured, "cpu">;
  const after = await askProcessorTime(server);
  const closed = once(server, "close");
  server.stdin.end();
  await closed;
  return { ...result, cpu: (after - before) / result.posted };
}

async function askProcessorTime(server: ChildProcess): Promise<number> {
  server.stdin!.write("\n");
  return Number(await firstLine(server));
}

async function firstLine(child: ChildProcess): Promise<string> {
  const [chunk] = (await once(child.stdout!, "data")) as [Buffer];
  return chunk.toString();
}

function medianOf(all: Measured[]): Measured {
  return [...all].sort((a, b) => a.perSecond - b.perSecond)[all.length >> 1]!;
}
