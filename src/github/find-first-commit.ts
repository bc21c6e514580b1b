import { findEarliest, type Instant, type Repository } from "../core/pull-request.ts";
import type { GitHubClient } from "./client/client.ts";
import { nodes } from "./observe/parse-pull-request.ts";

/**
 * When a file was added to the default branch, as far as its newest hundred commits show; null when it isn't
 * there.
 */
export async function findFirstCommit(
  client: GitHubClient,
  { owner, name }: Repository,
  path: string,
): Promise<Instant | null> {
  const { data } = await client.ask("workflow-file", { owner, name, path });
  const head = data.repository?.defaultBranchRef?.target;
  const commits = nodes(head?.__typename === "Commit" ? head.history : null);
  return findEarliest(commits.map(({ committedDate }) => committedDate));
}
