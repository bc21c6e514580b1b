import type { Repository } from "../core/pull-request.ts";
import type { Permission } from "../reconcile/ports.ts";
import { GitHubError } from "../reconcile/ports/github-error.ts";
import type { GitHubClient } from "./client/client.ts";

const known: Permission[] = ["admin", "write", "read"];

/**
 * What a person may do in the repository. The legacy `permission` is enough: it counts maintain as write and
 * triage as read, and a triager may not edit a pull request. A person without access has "none".
 */
export async function findPermission(
  client: GitHubClient,
  { owner, name: repo }: Repository,
  username: string,
): Promise<Permission> {
  try {
    const { data } = await client.rest.repos.getCollaboratorPermissionLevel({ owner, repo, username });
    return known.find((permission) => permission === data.permission) ?? "none";
  } catch (error) {
    if (error instanceof GitHubError && error.reason === "not_found") return "none";
    throw error;
  }
}
