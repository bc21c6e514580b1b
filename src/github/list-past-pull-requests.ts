import type { PastPullRequest, Repository } from "../core/pull-request.ts";
import type { ActorAnswer, FileAnswer, List, Connection } from "./answers.ts";
import type { GitHubClient } from "./client/client.ts";
import { loadDocument } from "./load-document.ts";
import { parseActor } from "./observe/parse-actor.ts";
import { nodes, parseFile } from "./observe/parse-pull-request.ts";

const document = loadDocument("past-pull-requests");

interface PastAnswer extends Omit<PastPullRequest, "author" | "baseRef" | "files" | "labels"> {
  baseRefName: string;
  author: ActorAnswer | null;
  labels: List<{ name: string }> | null;
  files: Connection<FileAnswer> | null;
}

interface Answer {
  repository: { pullRequests: List<PastAnswer> } | null;
}

/**
 * A repository's newest pull requests, at most `count` (up to 100), with what their descriptions are judged
 * by.
 */
export async function listPastPullRequests(
  client: GitHubClient,
  { owner, name }: Pick<Repository, "owner" | "name">,
  count: number,
): Promise<PastPullRequest[]> {
  const { data } = await client.ask<Answer>(document, { owner, name, count });
  return nodes(data.repository?.pullRequests).map(({ author, baseRefName, files, labels, ...rest }) => ({
    ...rest,
    baseRef: baseRefName,
    author: parseActor(author),
    files: nodes(files).map((file) => parseFile(file, client.readEnum)),
    labels: nodes(labels).map((label) => label.name),
  }));
}
