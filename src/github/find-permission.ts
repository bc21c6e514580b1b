import type { Repository } from "../core/pull-request.ts";
import { GitHubError, type Permission } from "../reconcile/ports.ts";
import type { InstallationClient } from "./installation-client.ts";

/**
 * What a person may do in the repository. The legacy `permission` is enough here: maintain counts as write, triage as
 * read, and a triager may not edit a pull request. Somebody unknown to the repository has "none".
 */
export async function findPermission(
  client: Pick<InstallationClient, "request">,
  { owner, name }: Repository,
  login: string,
): Promise<Permission> {
  try {
    const answer = await client.request("GET /repos/{owner}/{repo}/collaborators/{username}/permission", {
      owner,
      repo: name,
      username: login,
    });
    return (answer as { permission: Permission }).permission;
  } catch (error) {
    if (error instanceof GitHubError && error.reason === "not_found") return "none";
    throw error;
  }
}
