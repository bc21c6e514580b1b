import type { Repository } from "../core/pull-request.ts";
import { GitHubError, type Permission } from "../reconcile/ports.ts";
import type { GitHubClient } from "./client/client.ts";

/**
 * What a person may do in the repository. The legacy `permission` is enough here: maintain counts as write, triage as
 * read, and a triager may not edit a pull request. Somebody unknown to the repository has "none".
 */
export async function findPermission(
  client: Pick<GitHubClient, "request">,
  { owner, name }: Repository,
  login: string,
): Promise<Permission> {
  try {
    const { data } = await client.request<{ permission: Permission }>(
      "GET /repos/{owner}/{repo}/collaborators/{username}/permission",
      {
        owner,
        repo: name,
        username: login,
      },
    );
    return data.permission;
  } catch (error) {
    if (error instanceof GitHubError && error.reason === "not_found") return "none";
    throw error;
  }
}
