import type { Repository } from "../core/pull-request.ts";
import { GitHubError } from "../reconcile/github-error.ts";
import type { FanOutSubject, LoggedDelivery } from "../reconcile/ports.ts";
import type { GitHubClient } from "./client/client.ts";

const pages = { per_page: 100 };

/** Ids of the installations that work; GitHub also lists suspended ones. */
export async function* listInstallations({ paginate, rest }: GitHubClient): AsyncIterable<number[]> {
  for await (const { data } of paginate.iterator(rest.apps.listInstallations, pages)) {
    yield data.filter((installation) => !installation.suspended_at).map(({ id }) => id);
  }
}

/** The repositories that an installation covers. */
export async function* listRepositories({
  paginate,
  rest,
}: GitHubClient): AsyncIterable<(Repository & { isArchived: boolean })[]> {
  for await (const { data } of paginate.iterator(rest.apps.listReposAccessibleToInstallation, pages)) {
    yield data.map(({ id, owner, name, archived: isArchived }) => ({
      id,
      owner: owner.login,
      name,
      isArchived,
    }));
  }
}

/** The app's delivery log, newest first. */
export async function* listDeliveries({ paginate, rest }: GitHubClient): AsyncIterable<LoggedDelivery[]> {
  for await (const { data } of paginate.iterator(rest.apps.listWebhookDeliveries, pages)) {
    yield data.map(({ id, guid, delivered_at, status, status_code }) => ({
      id,
      guid,
      deliveredAt: delivered_at,
      status,
      statusCode: status_code,
    }));
  }
}

/**
 * Does the installation work, and does it cover the repository, if one is named? Only the App itself can
 * tell, because installations can read public repositories that they do not cover.
 * https://docs.github.com/en/rest/apps/apps#get-a-repository-installation-for-the-authenticated-app
 */
export async function isCovered(app: GitHubClient, subject: FanOutSubject): Promise<boolean> {
  try {
    const { data } =
      subject.kind === "installation"
        ? await app.rest.apps.getInstallation({ installation_id: subject.installationId })
        : await app.rest.apps.getRepoInstallation({
            owner: subject.repository.owner,
            repo: subject.repository.name,
          });
    return data.id === subject.installationId && !data.suspended_at;
  } catch (error) {
    if (error instanceof GitHubError && error.reason === "not_found") return false;
    throw error;
  }
}

/** The installation that covers a repository. Throws GitHubError "not_found" when there is none. */
export async function findInstallation(
  app: GitHubClient,
  { owner, name }: { owner: string; name: string },
): Promise<number> {
  const { data } = await app.rest.apps.getRepoInstallation({ owner, repo: name });
  return data.id;
}
