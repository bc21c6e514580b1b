import { execFileSync } from "node:child_process";
import { loadCommandEnvironment, readTokenEnvironment, type TokenEnvironment } from "../../env.ts";
import type { GitHubClient } from "../../github/client/client.ts";
import { createTokenClient } from "../../github/client/create-github-clients.ts";
import { createGitHub } from "../../github/github.ts";
import type { GitHub } from "../../reconcile/ports.ts";
import { systemClock } from "../../reconcile/parts.ts";
import { UsageError } from "../print.ts";
import { commandLogger } from "./command-logger.ts";

const readPersonsEnvironment = (): TokenEnvironment => readTokenEnvironment(loadCommandEnvironment("person"));

/**
 * GitHub as a person sees it, for reading: with `GITHUB_TOKEN`, else with the login of GitHub's own command
 * line. Throws UsageError when there is neither.
 */
export function connectAsPerson(): { client: GitHubClient; github: GitHub } {
  const { apiUrl, graphqlUrl } = readPersonsEnvironment();
  const token = findToken();
  if (token === null) {
    throw new UsageError("no token; set GITHUB_TOKEN, or log in with `gh auth login`");
  }
  const client = createTokenClient({ token, apiUrl, graphqlUrl, clock: systemClock, logger: commandLogger });
  // A person is not the app, so nothing on GitHub counts as "ours".
  const github = createGitHub({ app: client, installation: () => client }, async () => ({
    appId: 0,
    ownLogin: "",
  }));
  return { client, github };
}

/** `GITHUB_TOKEN`, else the login of GitHub's own command line; null when there is neither. */
export function findToken(): string | null {
  const { token, apiUrl } = readPersonsEnvironment();
  return token ?? readGhToken(apiUrl);
}

/** The host under which people and Git see GitHub: `github.com`. */
export function findWebHost(): string {
  const { host } = new URL(readPersonsEnvironment().apiUrl);
  return host === "api.github.com" ? "github.com" : host;
}

/** True when `GITHUB_TOKEN` is set. */
export const hasToken = (): boolean => readPersonsEnvironment().token !== null;

/** The login for exactly this host: a token of github.com is never sent to another server. */
function readGhToken(apiUrl: string): string | null {
  const { hostname } = new URL(apiUrl);
  const host = hostname === "api.github.com" ? "github.com" : hostname;
  try {
    return (
      execFileSync("gh", ["auth", "token", "--hostname", host], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      }).trim() || null
    );
  } catch {
    return null;
  }
}
