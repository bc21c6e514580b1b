import type { Permission } from "../core/conversation/people.ts";
import type { Repository } from "../core/pull-request.ts";
import { GitHubError } from "../reconcile/github-error.ts";
import type { GitHubClient } from "./client/client.ts";
import { permission } from "./enums.ts";

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
    return client.readEnum(permission, data.permission);
  } catch (error) {
    if (error instanceof GitHubError && error.reason === "not_found") return "none";
    throw error;
  }
}
