import { GitHubError } from "../reconcile/github-error.ts";
import type { GitHubClients } from "./client/create-github-clients.ts";
import type { OwnIdentity } from "./observe/own-account.ts";

/** Who this app is. Asks GitHub once, and after a failure again at the next call. */
export function createOwnIdentity(clients: Pick<GitHubClients, "app">, appId: number) {
  let slug: string | null = null;
  let asking: Promise<OwnIdentity> | null = null;
  const ask = async (): Promise<OwnIdentity> => {
    const { data } = await clients.app.rest.apps.getAuthenticated();
    if (!data?.slug) throw new GitHubError("GitHub answered GET /app without a slug.", { reason: "invalid" });
    slug = data.slug;
    return { appId, ownLogin: `${slug}[bot]` };
  };
  return {
    ask: (): Promise<OwnIdentity> => {
      asking ??= ask().catch((error: unknown) => {
        asking = null;
        throw error;
      });
      return asking;
    },
    /** The identity as far as it is known without asking; the slug is null until GitHub has answered. */
    known: () => ({ appId, slug }),
  };
}

/**
 * Watches whether GitHub accepts the App's credentials: it sees each answer to a request that the App itself
 * signs.
 */
export function watchCredentials(logger: { error(message: string): void; info(message: string): void }) {
  let isRefused = false;
  return {
    /** Takes the status of an answer; null when there was none, which says nothing. Logs a refusal once. */
    note(status: number | null): void {
      if (status === null || status >= 500) return;
      const wasRefused = isRefused;
      isRefused = status === 401;
      if (isRefused && !wasRefused) logger.error(refusal);
      if (!isRefused && wasRefused) logger.info("GitHub accepts the App's credentials again.");
    },
    /** Throws while GitHub refuses them. */
    check(): void {
      if (isRefused) throw new Error(refusal);
    },
  };
}

const refusal =
  "GitHub refuses the App's credentials. Check APP_ID, PRIVATE_KEY and this machine's clock, then restart; until then deliveries " +
  "are only stored.";
