import { GitHubError } from "../../reconcile/github-error.ts";

/**
 * The id in the answer to a create. An answer that was cut off arrives as a success without a body: GitHub
 * stored something but did not say what, which the loop treats like no answer at all.
 */
export function readCreatedId(data: unknown): number {
  const id = (data as { id?: unknown } | null)?.id;
  if (typeof id === "number") return id;
  throw new GitHubError("GitHub's answer to a create was cut off", { reason: "unavailable" });
}
