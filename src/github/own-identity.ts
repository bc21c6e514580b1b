import type { GitHubClients } from "./client/create-github-clients.ts";
import type { OwnIdentity } from "./observe/owner.ts";

/** Who this app is. GitHub is asked once; a failed question is asked again the next time somebody needs it. */
export function createOwnIdentity(clients: Pick<GitHubClients, "app">, appId: number) {
  let slug: string | null = null;
  let asking: Promise<OwnIdentity> | null = null;
  const ask = (): Promise<OwnIdentity> => {
    asking ??= clients.app
      .request<{ slug: string }>("GET /app")
      .then(({ data }) => {
        slug = data.slug;
        return { appId, ownLogin: `${data.slug}[bot]` };
      })
      .catch((error: unknown) => {
        asking = null;
        throw error;
      });
    return asking;
  };
  return {
    ask,
    /** What is known without asking: the slug is null until GitHub has answered. */
    known: () => ({ appId, slug }),
  };
}
