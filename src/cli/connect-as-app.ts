import { loadEnvironment, readEnvironment } from "../env.ts";
import { createGitHubClients } from "../github/client/create-github-clients.ts";
import { createGitHub } from "../github/github.ts";
import { createOwnIdentity } from "../github/own-identity.ts";
import type { GitHub } from "../reconcile/ports.ts";
import { systemClock } from "../reconcile/system-clock.ts";
import { UsageError } from "./usage-error.ts";

const quiet = { debug: () => {}, warn: () => {} };

/**
 * GitHub as the App's installation that covers a repository: what writing needs, because comments and checks are the App's.
 * Throws UsageError without the App's credentials, GitHubError "not_found" when the App is not installed there.
 */
export async function connectAsApp({ owner, name }: { owner: string; name: string }): Promise<{
  github: GitHub;
  installationId: number;
}> {
  const environment = readEnvironment(loadEnvironment());
  if (environment.mode === "setup") {
    throw new UsageError(
      "the App's credentials are not set; set APP_ID, PRIVATE_KEY and WEBHOOK_SECRET, or use --dry-run with a token",
    );
  }
  const { appId, privateKey, apiUrl, graphqlUrl } = environment;
  const clients = createGitHubClients({
    appId,
    privateKey,
    apiUrl,
    graphqlUrl,
    clock: systemClock,
    logger: quiet,
  });
  const { data } = await clients.app.request<{ id: number }>("GET /repos/{owner}/{repo}/installation", {
    owner,
    repo: name,
  });
  return { github: createGitHub(clients, createOwnIdentity(clients, appId).ask), installationId: data.id };
}
