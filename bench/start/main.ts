import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createEnvironment } from "../../test/e2e/start-scene.ts";
import { findFreePort } from "../../test/find-free-port.ts";
import type { RepositoryDriver } from "../../test/github/driver/repository-driver.ts";
import { startGitHub } from "../../test/github/start-github.ts";
import type { Result } from "../result.ts";
import { spreadOf } from "../statistics.ts";

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const rounds = 7;
/** Milliseconds at rest before the memory is read. */
const rest = 3_000;

/**
 * `async-review serve` as a process: the time from its start until /readyz answers 200, with an existing
 * embedded database; its memory at rest; and its memory with the thread that has just judged a pull request.
 * An empty Probot server runs beside it, so that both use the same machine.
 */
export async function run(): Promise<Result[]> {
  await using github = await startGitHub();
  const repository = github.createRepository("acme/shop");
  github.install("acme");
  const dataDir = mkdtempSync(join(tmpdir(), "async-review-"));
  const port = await findFreePort();
  const environment = { ...createEnvironment(github, { dataDir }), port };
  const variables = {
    PATH: process.env.PATH ?? "",
    APP_ID: String(environment.appId),
    PRIVATE_KEY: environment.privateKey,
    WEBHOOK_SECRET: environment.webhookSecret,
    GITHUB_API_URL: environment.apiUrl,
    GITHUB_GRAPHQL_URL: environment.graphqlUrl,
    HOST: "127.0.0.1",
    PORT: String(port),
    DATA_DIR: dataDir,
    LOG_LEVEL: "error",
    LOG_FORMAT: "json",
  };
  const serve = () => start([file("../../bin/async-review.js"), "serve"], variables, () => isReady(port));
  const empty = () => start([file("empty-probot.ts")], variables, null);
  try {
    // The first start creates the database and fills Node's compile cache.
    await stop((await serve()).child);
    const starts: { ours: number; empty: number; processor: number }[] = [];
    const memory: Memory[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const ours = await serve();
      const processor = readProcessorTime(ours.child);
      const other = await empty();
      starts.push({ ours: ours.milliseconds, empty: other.milliseconds, processor });
      await sleep(rest);
      const rested = { ours: readMemory(ours.child), empty: readMemory(other.child) };
      github.webhookTarget = `http://127.0.0.1:${port}/api/github/webhooks`;
      await judge(repository);
      memory.push({ ...rested, judging: readMemory(ours.child) });
      github.webhookTarget = null;
      await Promise.all([stop(ours.child), stop(other.child)]);
    }
    return [describeStart(starts), describeMemory(memory)];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function describeStart(starts: { ours: number; empty: number; processor: number }[]): Result {
  const { median, min, max } = spreadOf(starts.map(({ ours }) => ours));
  return {
    name: "From the process's start to ready, with an existing embedded database",
    figures: {
      "median, ms": median,
      "least, ms": min,
      "most, ms": max,
      "processor time of it, ms (median)": spreadOf(starts.map(({ processor }) => processor)).median,
      "empty Probot server, ms (median)": spreadOf(starts.map(({ empty }) => empty)).median,
      starts: starts.length,
    },
    aims: { "median, ms": { most: 1000 } },
  };
}

/** Resident memory in MB. `judging` is the memory when the first pull request has its check. */
interface Memory {
  ours: number;
  judging: number;
  empty: number;
}

function describeMemory(memory: Memory[]): Result {
  const ratio = spreadOf(memory.map(({ ours, empty }) => ours / empty));
  return {
    name: "Memory at rest, and with a thread that judges",
    figures: {
      "ratio to an empty Probot server, median": ratio.median,
      "ratio, least": ratio.min,
      "ratio, most": ratio.max,
      "ours, MB (median)": spreadOf(memory.map(({ ours }) => ours)).median,
      "ours with a thread, MB (median)": spreadOf(memory.map(({ judging }) => judging)).median,
      "ratio with a thread, median": spreadOf(memory.map(({ judging, empty }) => judging / empty)).median,
      "empty server, MB (median)": spreadOf(memory.map(({ empty }) => empty)).median,
    },
    aims: { "ratio to an empty Probot server, median": { most: 1.75 } },
  };
}

/** Opens a pull request and waits for its check. */
async function judge(repository: RepositoryDriver): Promise<void> {
  const body = "## Context\nLarge shops cannot export their orders any more, see #311.\n";
  const pullRequest = repository.openPullRequest({ author: "alice", title: "Export", body });
  while (pullRequest.see().checkRuns[0]?.status !== "completed") await sleep(10);
}

/** Starts a process. Resolves when `isUp` is true, or when it has printed a line if `isUp` is null. */
async function start(
  command: string[],
  env: Record<string, string>,
  isUp: (() => Promise<boolean>) | null,
): Promise<{ child: ChildProcess; milliseconds: number }> {
  const started = performance.now();
  const child = spawn(process.execPath, command, { env, stdio: ["ignore", "pipe", "inherit"] });
  if (isUp === null) await once(child.stdout!, "data");
  else while (!(await isUp())) await sleep(10);
  return { child, milliseconds: performance.now() - started };
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  await once(child, "exit");
}

async function isReady(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
  return answer?.ok === true;
}

/**
 * Milliseconds of processor time so far, in all threads, which a busy machine does not change. Linux counts
 * in hundredths of a second.
 */
function readProcessorTime({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Resident memory in MB, as Linux counts it. */
function readMemory({ pid }: ChildProcess): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes) / 1024;
}
