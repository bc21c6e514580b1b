import type { IssueComment, PullRequest } from "../../../../src/core/pull-request.ts";
import { buildComment, buildPullRequest, user } from "../../../build-observation.ts";

const page = "https://github.com/acme/shop/pull/1";

/** A newly opened pull request with green checks. */
export function newPullRequest(changes: Partial<PullRequest> = {}): PullRequest {
  const createdAt = changes.createdAt ?? "2026-11-02T08:00:00Z";
  const commit = {
    sha: "c0",
    committedDate: "2026-10-30T15:00:00Z",
    author: "alice",
    ownSuiteCreatedAt: createdAt,
    parents: 1,
  };
  return buildPullRequest({
    number: 1,
    url: page,
    createdAt,
    updatedAt: createdAt,
    headSha: commit.sha,
    checksState: "success",
    commits: [commit],
    ...changes,
  });
}

export const newComment = (id: string, login: string, at: string, body: string): IssueComment =>
  buildComment({ id, author: user(login), body, url: `${page}#${id}`, createdAt: at });
