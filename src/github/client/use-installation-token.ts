import type { InstallationAccessTokenAuthentication } from "@octokit/auth-app";
import type { Octokit } from "@octokit/core";
import type { OctokitOptions } from "@octokit/core/types";
import { GitHubError } from "../../reconcile/github-error.ts";
import type { ClientOptions, InstallationTokens } from "./options.ts";

/** The permissions that the app uses, as in `app.yml` (a test compares them). */
export const permissions = {
  metadata: "read",
  pull_requests: "write",
  issues: "read",
  checks: "write",
  contents: "read",
  statuses: "read",
  merge_queues: "read",
  members: "read",
} as const;

/**
 * `@octokit/auth-app` requests tokens, shares a request among all who wait for it, and keeps each for 59
 * minutes of the hour that GitHub's tokens live. `app` is a client that it authenticates. Nothing compares
 * GitHub's expiry with this machine's clock: on a machine an hour ahead, every token would look expired.
 *
 * A token can do only what the app uses, even where the App was granted more. It is never narrowed to a
 * repository, because it also reads the organisation's `.github`. An installation whose owner has not
 * accepted a newer permission answers 422 to a request that names it; then the token has what was granted,
 * and features that lack a permission are unavailable.
 * https://docs.github.com/en/rest/apps/apps#create-an-installation-access-token-for-an-app
 */
export function createInstallationTokens(
  app: Pick<Octokit, "auth">,
  installationId: number,
): InstallationTokens {
  let isNarrowed = true;

  async function ask(refresh = false): Promise<InstallationAccessTokenAuthentication> {
    const options = { type: "installation", installationId, refresh };
    if (refresh) isNarrowed = true;
    try {
      const authentication = await app.auth(isNarrowed ? { ...options, permissions } : options);
      // The result of the App's strategy for this type; Octokit itself says `unknown`.
      return authentication as InstallationAccessTokenAuthentication;
    } catch (error) {
      if (!(isNarrowed && error instanceof GitHubError && error.reason === "invalid")) throw error;
      isNarrowed = false;
      return (await app.auth(options)) as InstallationAccessTokenAuthentication;
    }
  }

  return {
    current: async () => (await ask()).token,
    async replace(refused) {
      // Another request may have replaced it already.
      const { token } = await ask();
      return token === refused ? (await ask(true)).token : token;
    },
  };
}

/** An Octokit plug-in: authenticates with the installation's token, and replaces a refused token once. */
export function useInstallationToken(octokit: Octokit, options: OctokitOptions): void {
  const { tokens }: ClientOptions = options.client;
  if (tokens === null) return;
  octokit.hook.wrap("request", async (request, sent) => {
    const send = (token: string) => {
      sent.headers.authorization = `token ${token}`;
      return request(sent);
    };
    const token = await tokens.current();
    try {
      return await send(token);
    } catch (error) {
      if (!(error instanceof GitHubError && error.reason === "unauthorized")) throw error;
      // A refused request was not carried out, so even a create may be sent again.
      return send(await tokens.replace(token));
    }
  });
}
