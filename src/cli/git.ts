import { execFileSync } from "node:child_process";

/**
 * Git's standard output in the working folder; null when Git is missing or fails. Uses no shell and no lock,
 * and starts no program that a repository names.
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

/**
 * The repository of the remote `origin`, and its host (`github.com`, with the port if there is one); null
 * without such a remote.
 */
export function findOrigin(): { host: string; owner: string; name: string } | null {
  const address = git("remote", "get-url", "origin")?.trim() ?? "";
  const [match, host = "", owner = "", name = ""] =
    /^(?:\w+:\/\/)?(?:[^@/]*@)?([^/:]+(?::\d+)?)[/:]([\w-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(address) ?? [];
  return match === undefined ? null : { host, owner, name };
}
