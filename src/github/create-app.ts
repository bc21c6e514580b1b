import { createAppAuth } from "@octokit/auth-app";
import { GitHubError } from "../reconcile/github-error.ts";
import type { AppCredentials } from "../reconcile/ports.ts";
import { createClient } from "./client/client.ts";
import type { Logger } from "./client/options.ts";

interface Address {
  apiUrl: string;
  logger: Logger;
}

/**
 * Exchanges the code that GitHub appends to its redirect for the new App's credentials. A code works once,
 * within an hour. Throws GitHubError.
 * https://docs.github.com/en/rest/apps/apps#create-a-github-app-from-a-manifest
 */
export async function createAppFromManifest(code: string, where: Address): Promise<AppCredentials> {
  const { data } = await connect(where).rest.apps.createFromManifest({ code });
  const { id, pem, webhook_secret } = data;
  if (webhook_secret === null)
    throw new GitHubError("GitHub gave the App no webhook secret.", { reason: "invalid" });
  return { appId: id, privateKey: pem, webhookSecret: webhook_secret };
}

/**
 * Asks GitHub which App these credentials belong to. Throws GitHubError when the key is another App's.
 * `htmlUrl` is the App's public page.
 */
export async function askWhichApp(
  { appId, privateKey }: Pick<AppCredentials, "appId" | "privateKey">,
  where: Address,
): Promise<{ name: string; htmlUrl: string }> {
  const app = connect(where, { authStrategy: createAppAuth, auth: { appId, privateKey } });
  const { data } = await app.rest.apps.getAuthenticated();
  if (data === null) throw new GitHubError("GitHub answered GET /app with nothing.", { reason: "invalid" });
  return { name: data.name, htmlUrl: data.html_url };
}

function connect({ apiUrl, logger }: Address, signs: { authStrategy?: unknown; auth?: unknown } = {}) {
  return createClient({ apiUrl, logger, clock: { now: () => new Date().toISOString() }, ...signs });
}
