import { findEarliest, type Instant, latestOf, type PullRequest } from "../../core/pull-request.ts";
import { loadCommandEnvironment, readEnvironment } from "../../env.ts";
import { createOwnIdentity } from "../../github/app.ts";
import { createGitHubClients, type GitHubClients } from "../../github/client/create-github-clients.ts";
import type { GitHubClient } from "../../github/client/client.ts";
import { createGitHub } from "../../github/github.ts";
import { findInstallation } from "../../github/installations.ts";
import { systemClock } from "../../reconcile/parts.ts";
import type { GitHub } from "../../reconcile/ports.ts";
import { GitHubError } from "../../reconcile/ports/github-error.ts";
import { UsageError } from "../print.ts";
import { commandLogger } from "./command-logger.ts";

/**
 * GitHub as the App's installation that covers a repository. Writing needs it, because comments and checks
 * are the App's. Throws UsageError without the App's credentials, and GitHubError "not_found" when the App is
 * not installed there; its message says what to do `instead`.
 */
export async function connectAsApp(
  { owner, name }: { owner: string; name: string },
  instead = "use --dry-run with a token that may read it",
): Promise<{ client: GitHubClient; github: GitHub; installationId: number }> {
  const environment = hasAppCredentials()
    ? readEnvironment(loadCommandEnvironment("app"), { container: true })
    : null;
  if (environment?.mode !== "serve") {
    throw new UsageError(
      "writing needs the App's own credentials, because comments and checks are the App's; set APP_ID, PRIVATE_KEY and WEBHOOK_SECRET, or use --dry-run with a token",
    );
  }
  const { appId, privateKey, apiUrl, graphqlUrl } = environment;
  const clients = createGitHubClients({
    appId,
    privateKey,
    apiUrl,
    graphqlUrl,
    clock: systemClock,
    logger: commandLogger,
  });
  const installationId = await findCovering(clients.app, { owner, name }, instead);
  const github = createGitHub(clients, createOwnIdentity(clients, appId).ask);
  return { client: clients.installation(installationId), github, installationId };
}

/** True when at least one of the App's credentials is set. */
export function hasAppCredentials(): boolean {
  const { APP_ID, PRIVATE_KEY, PRIVATE_KEY_PATH } = loadCommandEnvironment("app");
  return Boolean(APP_ID || PRIVATE_KEY || PRIVATE_KEY_PATH);
}

async function findCovering(
  app: GitHubClients["app"],
  repository: { owner: string; name: string },
  instead: string,
): Promise<number> {
  try {
    return await findInstallation(app, repository);
  } catch (error) {
    if (!(error instanceof GitHubError && error.reason === "not_found")) throw error;
    const { owner, name } = repository;
    throw new GitHubError(`the App isn't installed on ${owner}/${name}; install it there, or ${instead}`, {
      reason: "not_found",
      cause: error,
    });
  }
}

/**
 * When the app first saw a pull request, as far as GitHub shows: its own check suite on a commit is created
 * when the commit is pushed or first checked. The command line has no database to ask. Null when the app left
 * no trace.
 */
export function findFirstSeen({
  createdAt,
  commits,
}: Pick<PullRequest, "createdAt" | "commits">): Instant | null {
  const first = findEarliest(commits.map(({ ownSuiteCreatedAt }) => ownSuiteCreatedAt));
  return first === null ? null : latestOf(first, createdAt);
}
