import type { Repository } from "../core/pull-request.ts";
import type { LoggedDelivery } from "../reconcile/ports.ts";
import type { GitHubClient, RestAnswer } from "./client/client.ts";

type Requester = Pick<GitHubClient, "request">;

const pageSize = 100;

/** Ids of the installations that work (a suspended one stays in GitHub's list). */
export async function* listInstallations(app: Requester): AsyncIterable<number[]> {
  type Answer = { id: number; suspended_at?: string | null }[];
  for (let page = 1; ; page += 1) {
    const { data: answer } = await app.request<Answer>("GET /app/installations", {
      per_page: pageSize,
      page,
    });
    yield answer.filter((installation) => !installation.suspended_at).map(({ id }) => id);
    if (answer.length < pageSize) return;
  }
}

/** The repositories that an installation covers, archived ones left out. */
export async function* listRepositories(installation: Requester): AsyncIterable<Repository[]> {
  type Answer = {
    repositories: { id: number; name: string; owner: { login: string }; archived?: boolean }[];
  };
  for (let page = 1; ; page += 1) {
    const { data } = await installation.request<Answer>("GET /installation/repositories", {
      per_page: pageSize,
      page,
    });
    const { repositories } = data;
    yield repositories
      .filter((repository) => repository.archived !== true)
      .map(({ id, name, owner }) => ({ id, owner: owner.login, name }));
    if (repositories.length < pageSize) return;
  }
}

/** The app's delivery log, newest first; GitHub names the next page in the `Link` header. */
export async function* listDeliveries(app: Requester): AsyncIterable<LoggedDelivery[]> {
  type Answer = { id: number; guid: string; delivered_at: string; status: string }[];
  let cursor: string | null = null;
  do {
    const answer: RestAnswer<Answer> = await app.request<Answer>("GET /app/hook/deliveries", {
      per_page: pageSize,
      ...(cursor === null ? {} : { cursor }),
    });
    yield answer.data.map(({ id, guid, delivered_at, status }) => ({
      id,
      guid,
      deliveredAt: delivered_at,
      status,
    }));
    cursor = parseNextCursor(answer.headers.link);
  } while (cursor !== null);
}

/** The `cursor` of the page that `rel="next"` points to; null on the last page. */
function parseNextCursor(link: string | undefined): string | null {
  const next = (link ?? "").split(",").find((entry) => entry.includes('rel="next"'));
  const url = /<([^>]+)>/.exec(next ?? "")?.[1];
  return url === undefined ? null : new URL(url).searchParams.get("cursor");
}
