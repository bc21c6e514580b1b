import type { OptionalPart } from "../../core/observation.ts";
import { GitHubError } from "../../reconcile/github-error.ts";
import type { GraphqlError } from "../client/graphql-answer.ts";

/** Parts that a decision can do without, by the path of GitHub's error. */
const optionalParts: { name: OptionalPart; matches: (path: string) => boolean }[] = [
  { name: "organisation file", matches: (path) => path.startsWith("organisation") },
  { name: "teams", matches: (path) => /requestedReviewer|onBehalfOf/.test(path) },
  { name: "checks", matches: (path) => /statusCheckRollup/.test(path) },
];

/** The same parts, by what this server's schema lacks. Anything else can be absent without a notice. */
const lackingParts: { name: OptionalPart; matches: RegExp }[] = [
  { name: "merge queues", matches: /MergeQueue|MERGE_QUEUE/ },
  { name: "teams", matches: /^Team$|\.(onBehalfOf|requestedReviewer|reviewRequests|combinedSlug)$/ },
  { name: "checks", matches: /\.(statusCheckRollup|checkSuites|checkRuns)$/ },
  { name: "deleted comments", matches: /CommentDeletedEvent|COMMENT_DELETED_EVENT/ },
  { name: "review threads", matches: /\.(reviewThreads|isResolved)$|^PullRequestReviewThread$/ },
  { name: "reviews", matches: /\.reviewDecision$/ },
  { name: "commands that were answered", matches: /\.(reactionGroups|viewerHasReacted)$/ },
  { name: "templates", matches: /\.pullRequestTemplates$/ },
];

/** Nothing can be decided without these. Every server has them. */
const essentialParts =
  /^PullRequest\.(id|number|title|body|state|isDraft|author|createdAt|updatedAt|baseRefName|headRefOid|files|changedFiles|additions|deletions)$|^Repository\.(pullRequests?|object|name)$|^Query\.nodes$/;

/** True for a field that every decision needs, such as `PullRequest.body`. */
export const isEssential = (name: string): boolean => essentialParts.test(name);

/** GitHub's types for something that we may not see. Other failures may pass. */
const refusals = new Set(["FORBIDDEN", "INSUFFICIENT_SCOPES"]);

/**
 * Names the optional parts that GitHub refused (a team, for example, is a node-level FORBIDDEN without
 * `members: read`) or that this server's schema lacks. The data beside them is good. An organisation without
 * a `.github` repository is not unavailable; it has none. Throws GitHubError when something is missing that a
 * decision needs.
 */
export function listUnavailableParts(errors: GraphqlError[], leftOut: string[] = []): OptionalPart[] {
  const missing = leftOut.find(isEssential);
  if (missing !== undefined) {
    const message = `This GitHub's schema has no ${missing}, and nothing can be decided without it; update the server.`;
    throw new GitHubError(message, { reason: "invalid" });
  }
  const unavailable = new Set<OptionalPart>();
  for (const { name, matches } of lackingParts)
    if (leftOut.some((one) => matches.test(one))) unavailable.add(name);
  for (const error of errors) {
    const path = (error.path ?? []).join(".");
    const part = optionalParts.find(({ matches }) => matches(path));
    if (part && refusals.has(error.type ?? "")) unavailable.add(part.name);
    else if (error.type === "NOT_FOUND") continue;
    else throw toError(error, path);
  }
  return [...unavailable];
}

function toError(error: GraphqlError, path: string): GitHubError {
  const reason = error.type === "FORBIDDEN" ? "forbidden" : "unavailable";
  return new GitHubError(
    `GitHub's answer lacks ${path || "everything"}: ${error.message.replace(/\.$/, "")}.`,
    { reason },
  );
}
