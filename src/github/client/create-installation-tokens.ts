import { Temporal } from "temporal-polyfill";
import type { Instant } from "../../core/pull-request.ts";
import { type Clock, GitHubError } from "../../reconcile/ports.ts";
import type { RestAnswer } from "./client.ts";
import { permissions } from "./permissions.ts";

/** Access tokens of installations: one request for each installation and hour, however many look at once. */
export interface InstallationTokens {
  current(installationId: number): Promise<string>;
  /** Forgets that token, if it is still the current one: GitHub refused it. */
  drop(installationId: number, token: string): void;
}

type AskForToken = (
  installationId: number,
  body: { permissions?: typeof permissions },
) => Promise<RestAnswer>;

interface Entry {
  token: Promise<string>;
  /** Known once the token is there. */
  value: string | null;
  useUntil: Instant | null;
}

/** GitHub's tokens live for an hour; a request that is under way when they end would fail. */
const margin = Temporal.Duration.from({ minutes: 1 });

/** @param ask makes the request `POST /app/installations/{installation_id}/access_tokens`; what it throws is thrown to all who wait. */
export function createInstallationTokens(ask: AskForToken, clock: Clock): InstallationTokens {
  const entries = new Map<number, Entry>();

  function request(installationId: number): Entry {
    const entry: Entry = { token: Promise.resolve(""), value: null, useUntil: null };
    entry.token = askNarrowed(ask, installationId).then(
      ({ data }) => {
        const { token, expires_at: expiresAt } = data as { token: string; expires_at: string };
        entry.value = token;
        entry.useUntil = Temporal.Instant.from(expiresAt).subtract(margin).toString();
        return token;
      },
      (error: unknown) => {
        if (entries.get(installationId) === entry) entries.delete(installationId);
        throw error;
      },
    );
    entries.set(installationId, entry);
    return entry;
  }

  return {
    current(installationId) {
      const entry = entries.get(installationId);
      const usable = entry !== undefined && (entry.useUntil === null || clock.now() < entry.useUntil);
      return (usable ? entry : request(installationId)).token;
    },
    drop(installationId, token) {
      if (entries.get(installationId)?.value === token) entries.delete(installationId);
    },
  };
}

/**
 * A token can do only what the app uses, even where the App was granted more; never narrowed to a repository, because it
 * reads the organisation's `.github` too. An installation whose owner has not accepted a newer permission yet answers 422
 * to a request that names it: then the token has what was granted, and features that lack a permission are blind.
 * https://docs.github.com/en/rest/apps/apps#create-an-installation-access-token-for-an-app
 */
async function askNarrowed(ask: AskForToken, installationId: number): Promise<RestAnswer> {
  try {
    return await ask(installationId, { permissions });
  } catch (error) {
    if (error instanceof GitHubError && error.reason === "invalid") return ask(installationId, {});
    throw error;
  }
}
