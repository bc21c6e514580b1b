import { execFileSync } from "node:child_process";

/**
 * Git's standard output in the working folder; null when Git is not there, or says no. No shell, no lock, and
 * no program is started that a repository names.
 */
export function git(...args: string[]): string | null {
  try {
    return execFileSync("git", ["--no-optional-locks", "-c", "core.fsmonitor=false", ...args], {
      encoding: "utf8",
      maxBuffer: 2 ** 28,
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch {
    return null;
  }
}
