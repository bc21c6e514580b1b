import { GitHubError } from "../reconcile/ports/github-error.ts";
import type { GitHubClients } from "./client/create-github-clients.ts";
import type { OwnIdentity } from "./observe/owner.ts";

/**
 * Who this app is. GitHub is asked once; a failed question is asked again the next time somebody needs it.
 */
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
    /** What is known without asking: the slug is null until GitHub has answered. */
    known: () => ({ appId, slug }),
  };
}
