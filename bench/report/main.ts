import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { KeptLife } from "../../src/core/report/history/keep-life.ts";
import type { GitHub } from "../../test/github/driver/github.ts";
import { startGitHub } from "../../test/github/start-github.ts";
import type { Result } from "../result.ts";
import { fillRepository } from "./fill.ts";
import { fillRows } from "./fill-rows.ts";

const bin = fileURLToPath(new URL("../../bin/async-review.js", import.meta.url));
const period = ["--since", "2026-01-05", "--until", "2026-03-29", "--format", "json"];

interface Run {
  github: GitHub;
  folder: string;
  repository: string;
  /** The name of the cache folder. */
  cache: string;
  env: Record<string, string>;
  /** The day before and after which the report compares. */
  mark?: string;
}

function start({ github, folder, repository, cache, env, mark }: Run): ChildProcess {
  const marked = mark === undefined ? [] : ["--mark", mark];
  const args = ["-f", "MB %M CPU %U %S", process.execPath, bin, "report", repository, ...period, ...marked];
  return spawn("/usr/bin/env", ["time", ...args], {
    cwd: folder,
    detached: true,
    env: {
      PATH: process.env.PATH,
      XDG_CACHE_HOME: join(folder, cache),
      GITHUB_API_URL: github.url,
      GITHUB_GRAPHQL_URL: github.graphqlUrl,
      ...env,
    },
  });
}

async function finish(run: Run) {
  run.github.requests.clear();
  const began = performance.now();
  const child = start(run);
  let [out, err] = ["", ""];
  child.stdout!.on("data", (text) => {
    out += text;
  });
  child.stderr!.on("data", (text) => {
    err += text;
  });
  const status = await new Promise((resolve) => child.on("close", resolve));
  if (status !== 0) throw new Error(`exit ${status}: ${err}`);
  const seconds = (performance.now() - began) / 1000;
  const [, kilobytes, user, system] = /MB (\d+) CPU ([\d.]+) ([\d.]+)/.exec(err) ?? [];
  return {
    out,
    seconds,
    megabytes: Number(kilobytes) / 1024,
    // In seconds of processor time, which depends less on other processes.
    processor: Number(user) + Number(system),
    requests: run.github.requests.names.length,
  };
}

/**
 * A repository of a thousand pull requests: requests, memory, and whether a run that is interrupted five
 * times ends in the same report. Then the rows of a server's database: ten thousand, and half of them.
 */
export async function run(): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), "bench-report-"));
  await using github = await startGitHub({ now: "2026-01-05T07:00:00Z", record: "nothing" });
  await fillRepository(github, "acme/shop", 1000);
  const person = {
    github,
    folder,
    repository: "acme/shop",
    env: { GITHUB_TOKEN: github.createToken("bob") },
  };
  const results = [
    await runAsPerson(person),
    await runOnRows(github, folder, readLives(join(folder, "whole"))),
  ];
  rmSync(folder, { recursive: true });
  return results;
}

async function runAsPerson(person: Omit<Run, "cache">): Promise<Result> {
  const { github } = person;
  const whole = await finish({ ...person, cache: "whole" });
  const again = await finish({ ...person, cache: "whole" });
  for (let time = 1; time <= 5; time += 1) {
    github.requests.clear();
    const child = start({ ...person, cache: "interrupted" });
    const closed = new Promise((resolve) => child.on("close", resolve));
    while (github.requests.names.length < 25) await new Promise((resolve) => setTimeout(resolve, 5));
    process.kill(-child.pid!, "SIGKILL");
    await closed;
  }
  const resumed = await finish({ ...person, cache: "interrupted" });
  return {
    name: "report on a repository of 1,000 pull requests",
    figures: {
      requests: whole.requests,
      "requests of the second run": again.requests,
      "requests after five interruptions": resumed.requests,
      "peak memory, MB": whole.megabytes,
      seconds: whole.seconds,
      "seconds of the second run": again.seconds,
      "same report after five interruptions": resumed.out === whole.out ? "yes" : "NO",
      "same report the second time": again.out === whole.out ? "yes" : "NO",
    },
    aims: {
      requests: { most: 130 },
      "requests of the second run": { most: 5 },
      "peak memory, MB": { most: 300 },
    },
  };
}

/** The lives of closed pull requests in a run's cache folder. */
function readLives(cache: string): KeptLife[] {
  const kept = join(cache, "async-review", "report");
  const lines = readdirSync(kept).flatMap((name) => readFileSync(join(kept, name), "utf8").split("\n"));
  const entries = lines.filter((line) => line.includes('"life"')).map((line) => JSON.parse(line) as KeptLife);
  return entries.filter(({ isOpen }) => !isOpen);
}

async function runOnRows(github: GitHub, folder: string, lives: KeptLife[]): Promise<Result> {
  github.clock.set("2026-06-01T00:00:00Z");
  github.install("acme");
  const measured = new Map<number, Awaited<ReturnType<typeof finish>>[]>();
  let compared: Awaited<ReturnType<typeof finish>> | undefined;
  for (const count of [5_000, 10_000]) {
    const [repository, dataDir] = [`acme/rows-${count}`, join(folder, `rows-${count}`)];
    await fillRows(github, repository, { count, lives, dataDir });
    const app = { APP_ID: String(github.app.id), PRIVATE_KEY: github.app.privateKey };
    const env = { ...app, WEBHOOK_SECRET: github.webhookSecret, DATA_DIR: dataDir };
    const runs = [];
    for (let time = 0; time < 4; time += 1)
      runs.push(await finish({ github, folder, repository, cache: `rows-${count}`, env }));
    const { pullRequests } = JSON.parse(runs[0]!.out.split("\n")[0]!);
    if (pullRequests < count * 0.9) throw new Error(`only ${pullRequests} of ${count} are in the report`);
    measured.set(count, runs);
    compared = await finish({ github, folder, repository, cache: `rows-${count}`, env, mark: "2026-02-16" });
  }
  const [half = [], all = []] = [...measured.values()];
  const [first, ...again] = all;
  const least = (runs: typeof all, figure: "seconds" | "processor") =>
    Math.min(...runs.map((one) => one[figure]));
  return {
    name: "report on 10,000 rows of a server's database",
    figures: {
      "seconds of the first run, which lists all of them": first!.seconds,
      "its requests": first!.requests,
      "seconds of the runs after it": least(again, "seconds"),
      "processor seconds of the runs after it": least(again, "processor"),
      "processor seconds of one that compares before and after": compared?.processor ?? Number.NaN,
      "twice the rows, the first run's processor time as a ratio": first!.processor / half[0]!.processor,
      "twice the rows, the runs' after it": least(again, "processor") / least(half.slice(1), "processor"),
      "peak memory, MB": Math.max(...all.map((one) => one.megabytes)),
    },
    aims: {
      "seconds of the runs after it": { most: 1 },
      "twice the rows, the first run's processor time as a ratio": { most: 2 },
      "twice the rows, the runs' after it": { most: 2 },
      "peak memory, MB": { most: 300 },
    },
  };
}
