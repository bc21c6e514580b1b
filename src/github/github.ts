import type { Permission } from "../core/conversation/people.ts";
import type { Repository } from "../core/pull-request.ts";
import { GitHubError } from "../reconcile/github-error.ts";
import type { GitHub } from "../reconcile/ports.ts";
import type { GitHubClient } from "./client/client.ts";
import type { GitHubClients } from "./client/create-github-clients.ts";
import { permission } from "./enums.ts";
import { listBodyEdits } from "./history/list-history.ts";
import { isCovered, listDeliveries, listInstallations, listRepositories } from "./installations.ts";
import { listOpenPullRequests, listPastPullRequests } from "./list-pull-requests.ts";
import { observeMergeGroup } from "./observe/observe-merge-group.ts";
import { observePullRequest } from "./observe/observe-pull-request.ts";
import type { OwnIdentity } from "./observe/own-account.ts";
import { sendWrite } from "./write/write.ts";

/** GitHub as the reconcile loop needs it, over Octokit. `identity` is asked once, when first needed. */
export function createGitHub(clients: GitHubClients, identity: () => Promise<OwnIdentity>): GitHub {
  return {
    observePullRequest: async (subject) =>
      observePullRequest(clients.installation(subject.installationId), subject, await identity()),
    observeMergeGroup: async (subject) =>
      observeMergeGroup(clients.installation(subject.installationId), subject, await identity()),
    listBodyEdits: (subject) => listBodyEdits(clients.installation(subject.installationId), subject),
    findPermission: (subject, login) =>
      findPermission(clients.installation(subject.installationId), subject.repository, login),
    write: (subject, write) => sendWrite(clients.installation(subject.installationId), subject, write),
    listPastPullRequests: (subject, count) =>
      listPastPullRequests(clients.installation(subject.installationId), subject.repository, count),
    listOpenPullRequests: (subject) =>
      listOpenPullRequests(clients.installation(subject.installationId), subject.repository),
    listRepositories: (installationId) => listRepositories(clients.installation(installationId)),
    isCovered: (subject) => isCovered(clients.app, subject),
    listInstallations: () => listInstallations(clients.app),
    listDeliveries: () => listDeliveries(clients.app),
    redeliver: async (id) => {
      await clients.app.rest.apps.redeliverWebhookDelivery({ delivery_id: id });
    },
  };
}

/** GitHub as one token sees it, for every installation. */
export const createTokenGitHub = (client: GitHubClient, identity: OwnIdentity): GitHub =>
  createGitHub({ app: client, installation: () => client }, async () => identity);

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
