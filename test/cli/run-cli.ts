import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { vi } from "vitest";
import type { GitHub } from "../github/driver/github.ts";

const bin = fileURLToPath(new URL("../../bin/async-review.js", import.meta.url));

export interface Ran {
  status: number | null;
  stdout: string;
  stderr: string;
}

/**
 * Runs the command line in another process, asynchronously, because the local GitHub lives in this one.
 */
export function runCli(
  args: string[],
  { cwd, env = {}, input = "" }: { cwd: string; env?: Record<string, string>; input?: string },
): Promise<Ran> {
  const child = spawn(process.execPath, [bin, ...args], { cwd, env: { PATH: "/usr/bin:/bin", ...env } });
  const ran: Ran = { status: null, stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    ran.stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    ran.stderr += text;
  });
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve({ ...ran, status }));
  });
}

/**
 * Runs one command in this process, because starting a process takes a second. `env` replaces this process's
 * variables while it runs.
 */
export async function runHere(
  command: () => Command | Promise<Command>,
  args: string[],
  { cwd, env = {} }: { cwd: string; env?: Record<string, string> },
): Promise<Ran> {
  const ran = { stdout: "", stderr: "" };
  const spies = (["stdout", "stderr"] as const).map((stream) =>
    vi.spyOn(process[stream], "write").mockImplementation((text: string | Uint8Array) => {
      ran[stream] += String(text);
      return true;
    }),
  );
  const before = process.cwd();
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  try {
    process.chdir(cwd);
    process.exitCode = 0;
    await (await command()).parseAsync(args, { from: "user" });
    return { status: Number(process.exitCode), ...ran };
  } finally {
    process.exitCode = 0;
    process.chdir(before);
    vi.unstubAllEnvs();
    for (const spy of spies) spy.mockRestore();
  }
}

/** The variables that point the command line at the local GitHub. */
export const addressesOf = (github: GitHub): Record<string, string> => ({
  GITHUB_API_URL: github.url,
  GITHUB_GRAPHQL_URL: github.graphqlUrl,
});

/**
 * Runs the command as this person against the local GitHub, outside of the project so that a developer's
 * `.env` does not matter.
 */
export function runAs(github: GitHub, login: string, args: string[]): Promise<Ran> {
  const env = { ...addressesOf(github), GITHUB_TOKEN: github.createToken(login) };
  return runCli(args, { cwd: tmpdir(), env });
}
