import { createAppAuth } from "@octokit/auth-app";
import { type AppCredentials, GitHubError } from "../reconcile/ports.ts";
import type { Logger } from "./client/client.ts";
import { createOctokit } from "./client/create-octokit.ts";
import { toGitHubError } from "./client/to-github-error.ts";

/**
 * Exchanges the code that GitHub appends to its redirect for the new App's credentials. A code works once, within an hour.
 * Throws GitHubError.
 * https://docs.github.com/en/rest/apps/apps#create-a-github-app-from-a-manifest
 */
export async function createAppFromManifest(
  code: string,
  { apiUrl, log }: { apiUrl: string; log: Logger },
): Promise<AppCredentials> {
  const route = "POST /app-manifests/{code}/conversions";
  const { id, pem, webhook_secret } = await ask(route, async () => {
    const { data } = await createOctokit(apiUrl, log).request(route, { code });
    return data;
  });
  if (webhook_secret === null)
    throw new GitHubError("GitHub gave the App no webhook secret.", { reason: "invalid" });
  return { appId: id, privateKey: pem, webhookSecret: webhook_secret };
}

/**
 * Asks GitHub which App these credentials belong to; that fails with GitHubError when the key is another App's. `htmlUrl` is
 * the App's public page.
 */
export async function askWhichApp(
  { appId, privateKey }: Pick<AppCredentials, "appId" | "privateKey">,
  { apiUrl, log }: { apiUrl: string; log: Logger },
): Promise<{ name: string; htmlUrl: string }> {
  const octokit = createOctokit(apiUrl, log, { authStrategy: createAppAuth, auth: { appId, privateKey } });
  return ask("GET /app", async () => {
    const { data } = await octokit.request("GET /app");
    if (data === null) throw new GitHubError("GitHub answered GET /app with nothing.", { reason: "invalid" });
    return { name: data.name, htmlUrl: data.html_url };
  });
}

async function ask<T>(call: string, send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    throw toGitHubError(error, call, new Date().toISOString());
  }
}
