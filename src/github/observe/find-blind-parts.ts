import { GitHubError } from "../../reconcile/ports.ts";
import type { GraphqlError } from "../client/client.ts";

/** Parts that a decision can do without, by where the error says that it is. */
const optionalParts: { name: string; matches: (path: string) => boolean }[] = [
  { name: "organisation file", matches: (path) => path.startsWith("organisation") },
  { name: "teams", matches: (path) => /requestedReviewer|onBehalfOf/.test(path) },
  { name: "checks", matches: (path) => /statusCheckRollup/.test(path) },
];

/** What GitHub says of something that exists and may not be seen. Anything else may be there the next time. */
const refusals = new Set(["FORBIDDEN", "INSUFFICIENT_SCOPES"]);

/**
 * Names the optional parts that GitHub refused (without `members: read` a team is a node-level FORBIDDEN, and so on); the
 * data beside them is good. An organisation without a `.github` repository is no blindness, just "none".
 * Throws GitHubError when something that a decision needs is missing.
 */
export function findBlindParts(errors: GraphqlError[]): string[] {
  const blind = new Set<string>();
  for (const error of errors) {
    const path = (error.path ?? []).join(".");
    if (path === "organisation" && error.type === "NOT_FOUND") continue;
    const part = optionalParts.find(({ matches }) => matches(path));
    if (part && refusals.has(error.type ?? "")) blind.add(part.name);
    else if (error.type === "NOT_FOUND") continue;
    else throw toError(error, path);
  }
  return [...blind];
}

function toError(error: GraphqlError, path: string): GitHubError {
  const reason = error.type === "FORBIDDEN" ? "forbidden" : "unavailable";
  return new GitHubError(`GitHub's answer lacks ${path || "everything"}: ${error.message}`, { reason });
}
