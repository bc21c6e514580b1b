import type { Repository } from "../core/pull-request.ts";
import type { LoggedDelivery } from "../reconcile/ports.ts";
import type { GitHubClient } from "./client/client.ts";

const pages = { per_page: 100 };

/** Ids of the installations that work (a suspended one stays in GitHub's list). */
export async function* listInstallations({ paginate, rest }: GitHubClient): AsyncIterable<number[]> {
  for await (const { data } of paginate.iterator(rest.apps.listInstallations, pages)) {
    yield data.filter((installation) => !installation.suspended_at).map(({ id }) => id);
  }
}

/** The repositories that an installation covers, archived ones left out. */
export async function* listRepositories({ paginate, rest }: GitHubClient): AsyncIterable<Repository[]> {
  for await (const { data } of paginate.iterator(rest.apps.listReposAccessibleToInstallation, pages)) {
    yield data
      .filter((repository) => !repository.archived)
      .map(({ id, name, owner }) => ({ id, owner: owner.login, name }));
  }
}

/** The app's delivery log, newest first. */
export async function* listDeliveries({ paginate, rest }: GitHubClient): AsyncIterable<LoggedDelivery[]> {
  for await (const { data } of paginate.iterator(rest.apps.listWebhookDeliveries, pages)) {
    yield data.map(({ id, guid, delivered_at, status }) => ({ id, guid, deliveredAt: delivered_at, status }));
  }
}
