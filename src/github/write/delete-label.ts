import { GitHubError } from "../../reconcile/ports/github-error.ts";
import type { GitHubClient } from "../client/client.ts";

/**
 * Deletes a label from a repository and from everything that has it; one that is gone already is what was
 * wanted.
 */
export async function deleteLabel(
  client: GitHubClient,
  { owner, name: repo }: { owner: string; name: string },
  name: string,
): Promise<void> {
  try {
    await client.rest.issues.deleteLabel({ owner, repo, name });
  } catch (error) {
    if (!(error instanceof GitHubError && error.reason === "not_found")) throw error;
  }
}
