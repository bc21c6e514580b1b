import { findEarliest, type Instant, type Repository } from "../core/pull-request.ts";
import type { List } from "./answers.ts";
import type { GitHubClient } from "./client/client.ts";
import { loadDocument } from "./load-document.ts";

const document = loadDocument("workflow-file");

interface Answer {
  repository: {
    defaultBranchRef: { target: { history?: List<{ committedDate: string }> } | null } | null;
  } | null;
}

/**
 * When a file was added to the default branch, as far as its newest hundred commits show; null when it isn't
 * there.
 */
export async function findFirstCommit(
  client: GitHubClient,
  { owner, name }: Repository,
  path: string,
): Promise<Instant | null> {
  const { data } = await client.ask<Answer>(document, { owner, name, path });
  const commits = data.repository?.defaultBranchRef?.target?.history?.nodes ?? [];
  return findEarliest(commits.map((commit) => commit?.committedDate ?? null));
}
