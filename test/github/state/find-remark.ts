import { listPullRequests } from "./find.ts";
import type { State } from "./model.ts";
import { parseNodeId } from "./node-id.ts";
import type { PullRequest, Remark } from "./pull-request.ts";

/** The comment or review with that node id; null when there is none. */
export function findRemark(state: State, id: string): Remark | null {
  const parsed = parseNodeId(id);
  if (parsed === null) return null;
  for (const pullRequest of listPullRequests(state)) {
    const found = remarksOf(pullRequest, parsed.kind).find((one) => one.id === parsed.id);
    if (found) return found;
  }
  return null;
}

function remarksOf(pullRequest: PullRequest, kind: string): Remark[] {
  if (kind === "IssueComment") return pullRequest.comments;
  if (kind === "PullRequestReview") return pullRequest.reviews;
  if (kind === "PullRequestReviewComment") return pullRequest.threads.flatMap((thread) => thread.comments);
  return [];
}
