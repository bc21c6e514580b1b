import { findEarliest } from "../core/calendar/instant.ts";
import type { Instant, Repository } from "../core/pull-request.ts";
import type { GitHubClient } from "./client/client.ts";
import { nodes } from "./read-pages.ts";

/**
 * When a file was added to the default branch, as far as its newest hundred commits show; null when there is
 * no such file.
 */
export async function findFirstCommit(
  client: GitHubClient,
  { owner, name }: Pick<Repository, "owner" | "name">,
  path: string,
): Promise<Instant | null> {
  const { data } = await client.ask("workflow-file", { owner, name, path });
  const head = data.repository?.defaultBranchRef?.target;
  const commits = nodes(head?.__typename === "Commit" ? head.history : null);
  return findEarliest(commits.map(({ committedDate }) => committedDate));
}
