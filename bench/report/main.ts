import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startGitHub } from "../../test/github/start-github.ts";
import type { Result } from "../result.ts";
import { fillRepository } from "./fill.ts";

const bin = new URL("../../bin/async-review.js", import.meta.url).pathname;
const args = ["acme/shop", "--since", "2026-01-05", "--until", "2026-03-29", "--format", "json"];

/**
 * A repository of a thousand pull requests: requests, memory, and whether a run that is interrupted five
 * times ends in the same report.
 */
export async function run(): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), "bench-report-"));
  await using github = await startGitHub({ now: "2026-01-05T07:00:00Z", record: "nothing" });
  await fillRepository(github, "acme/shop", 1000);
  const token = github.createToken("bob");
  const start = (cache: string): ChildProcess =>
    spawn("/usr/bin/env", ["time", "-f", "MB %M", process.execPath, bin, "report", ...args], {
      cwd: folder,
      detached: true,
      env: {
        ...{ PATH: process.env.PATH, GITHUB_TOKEN: token, XDG_CACHE_HOME: join(folder, cache) },
        ...{ GITHUB_API_URL: github.url, GITHUB_GRAPHQL_URL: github.graphqlUrl },
      },
    });
  const finish = async (cache: string) => {
    github.requests.clear();
    const began = performance.now();
    const child = start(cache);
    let [out, err] = ["", ""];
    child.stdout!.on("data", (text) => {
      out += text;
    });
    child.stderr!.on("data", (text) => {
      err += text;
    });
    const status = await new Promise((resolve) => child.on("close", resolve));
    if (status !== 0) throw new Error(`exit ${status}: ${err}`);
    const megabytes = Number(/MB (\d+)/.exec(err)?.[1]) / 1024;
    const seconds = (performance.now() - began) / 1000;
    return { out, megabytes, seconds, requests: github.requests.names.length };
  };
  const whole = await finish("whole");
  const again = await finish("whole");
  for (let time = 1; time <= 5; time += 1) {
    github.requests.clear();
    const child = start("interrupted");
    const closed = new Promise((resolve) => child.on("close", resolve));
    while (github.requests.names.length < 25) await new Promise((resolve) => setTimeout(resolve, 5));
    process.kill(-child.pid!, "SIGKILL");
    await closed;
  }
  const resumed = await finish("interrupted");
  rmSync(folder, { recursive: true });
  return [
    {
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
    },
  ];
}
