import type { ReviewConfig } from "../config/schema/review-schema.ts";
import { byTime, type Decision, findDecisions } from "../conversation/find-decisions.ts";
import type { KnownPermissions } from "../conversation/people.ts";
import { changeComments, type PullRequest } from "../pull-request.ts";
import { evaluateCommands } from "./evaluate-commands.ts";

interface RecordedDecisions {
  /** Oldest first; empty with `review.decisions: false`. */
  decisions: Decision[];
  /** Logins whose unknown permission matters here. */
  needsPermission: string[];
  /** How many more decisions there would be if all of these people were allowed to decide. */
  undecided: number;
}

/**
 * The decisions of one pull request, by comment and by command, as the app reads them, for a reader with a
 * person's token. Ignores reactions: "the viewer has reacted" would mean that person, not the app.
 */
export function findRecordedDecisions(
  pullRequest: PullRequest,
  { decisions: isOn }: Pick<ReviewConfig, "decisions">,
  permissions: KnownPermissions,
): RecordedDecisions {
  if (!isOn) return { decisions: [], needsPermission: [], undecided: 0 };
  const unanswered = withoutReactions(pullRequest);
  const { decisions, needsPermission } = find(unanswered, permissions);
  const all = new Map([...permissions, ...needsPermission.map((login) => [login, "write"] as const)]);
  return { decisions, needsPermission, undecided: find(unanswered, all).decisions.length - decisions.length };
}

function find(pullRequest: PullRequest, permissions: KnownPermissions) {
  const commands = evaluateCommands({ pullRequest, permissions });
  const said = findDecisions(pullRequest, permissions);
  return {
    decisions: [...said.decisions, ...commands.state.decisions].sort(byTime),
    needsPermission: [...new Set([...said.needsPermission, ...commands.needsPermission])].sort(),
  };
}

/** The pull request as if nobody had reacted to anything on it. */
export function withoutReactions(pullRequest: PullRequest): PullRequest {
  const reactions = { rocket: false, rocketAt: null, thumbsDown: false, confused: false };
  return {
    ...pullRequest,
    comments: pullRequest.comments.map((comment) => ({ ...comment, reactions })),
    reviews: pullRequest.reviews.map((review) => ({ ...review, reactions })),
    threads: pullRequest.threads.map((thread) =>
      changeComments(thread, (comment) => ({ ...comment, reactions })),
    ),
  };
}
