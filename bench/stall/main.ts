import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createEnvironment } from "../../test/e2e/start-scene.ts";
import type { GitHub } from "../../test/github/driver/github.ts";
import { startGitHub } from "../../test/github/start-github.ts";
import type { Result } from "../result.ts";
import { type Case, cases } from "./cases.ts";

/**
 * Milliseconds above which a stall is measured again, and the better try counts: another process may have had
 * the machine.
 */
const retryAboveMs = 50;

interface Seen {
  /** The longest time between two turns of the event loop. */
  stallMs: number;
  /** The most processor time of the event loop's thread in one turn. */
  workMs: number;
  /** The time until nothing was due any more. */
  tookMs: number;
}

/**
 * The longest stall of the server's event loop under attack: by descriptions, configs, expressions and
 * conversations that are built for it, each in a repository that is new to the app.
 * `STALL_CASES=text` runs only the cases whose name contains that text.
 */
export async function run(): Promise<Result[]> {
  await using github = await startGitHub();
  const dataDir = mkdtempSync(join(tmpdir(), "async-review-"));
  const child = fork(new URL("server.ts", import.meta.url), { execArgv: [] });
  try {
    const { url } = await ask<{ url: string }>(child, createEnvironment(github, { dataDir }));
    github.webhookTarget = `${url}/api/github/webhooks`;
    await attack({ github, child }, { name: "warm-up", prepare: (one) => void open(one) }, "warm-up");
    const stalls: Record<string, number> = {};
    const work: number[] = [];
    const took: number[] = [];
    const wanted = cases.filter(({ name }) => name.includes(process.env.STALL_CASES ?? ""));
    for (const [index, one] of wanted.entries()) {
      let seen = await attack({ github, child }, one, `acme-${index}`);
      if (seen.stallMs > retryAboveMs) {
        const again = await attack({ github, child }, one, `acme-${index}-again`);
        if (again.stallMs < seen.stallMs) seen = again;
      }
      stalls[one.name] = seen.stallMs;
      work.push(seen.workMs);
      took.push(seen.tookMs / 1_000);
      process.stderr.write(
        `${one.name}: ${seen.stallMs.toFixed()} ms, of it work ${seen.workMs.toFixed()} ms; ${(seen.tookMs / 1_000).toFixed(1)} s\n`,
      );
    }
    const longest = "longest of all, ms";
    return [
      {
        name: "How long the event loop stands still under hostile pull requests, ms",
        figures: {
          ...stalls,
          [longest]: Math.max(...Object.values(stalls)),
          "most work of the thread in one turn, ms": Math.max(...work),
          "until nothing is due, most, s": Math.max(...took),
        },
        aims: { [longest]: { most: 100 } },
      },
    ];
  } finally {
    child.disconnect();
    await once(child, "exit");
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const open = (repository: { openPullRequest(options: { author: string; title: string }): unknown }) =>
  repository.openPullRequest({ author: "alice", title: "Export" });

/** Prepares the repository before the app is installed, so that only looks are measured. */
async function attack(
  { github, child }: { github: GitHub; child: ChildProcess },
  { prepare, config }: Case,
  owner: string,
): Promise<Seen> {
  const files: Record<string, string> = config === undefined ? {} : { ".github/async.yml": config };
  const repository = github.createRepository(`${owner}/shop`, { files });
  prepare(repository);
  child.send("reset");
  const start = performance.now();
  github.install(owner);
  await github.deliveries.settled();
  const last = repository.pullRequests.at(-1)!;
  const isDone = () => last.see().checkRuns.some(({ status }) => status === "completed");
  for (;;) {
    await sleep(50);
    await github.deliveries.settled();
    const { due, ...seen } = await ask<{ stallMs: number; workMs: number; due: number }>(child, "read");
    if (due === 0 && isDone()) return { ...seen, tookMs: performance.now() - start };
    if (performance.now() - start > 240_000) throw new Error("The looks were not done in four minutes.");
  }
}

async function ask<Answer>(child: ChildProcess, message: object | string): Promise<Answer> {
  const answer = once(child, "message");
  child.send(message);
  return (await answer)[0] as Answer;
}
