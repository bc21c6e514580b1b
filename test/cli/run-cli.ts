import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import type { GitHub } from "../github/driver/github.ts";

const bin = new URL("../../bin/async-review.js", import.meta.url).pathname;

export interface Ran {
  status: number;
  stdout: string;
  stderr: string;
}

/** Runs the real command in a process of its own, as that person, against the local GitHub; its input is no terminal. */
export async function runCli(github: GitHub, login: string, words: string[]): Promise<Ran> {
  const child = spawn(process.execPath, [bin, ...words], {
    // Not in the project: a developer's `.env` is none of the test's business.
    cwd: tmpdir(),
    env: {
      PATH: process.env.PATH,
      GITHUB_API_URL: github.url,
      GITHUB_GRAPHQL_URL: github.graphqlUrl,
      GITHUB_TOKEN: github.createToken(login),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const written = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (written.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (written.stderr += text));
  const status = await new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? -1));
  });
  return { status, ...written };
}
