import type { OpenPullRequest } from "../../core/observation.ts";
import type { OpenPullRequestAnswer } from "../answers.ts";

/** A page of a repository's open pull requests, in core/'s words. */
export function parseOpenPullRequests(nodes: (OpenPullRequestAnswer | null)[] | null): OpenPullRequest[] {
  return (nodes ?? [])
    .filter((node) => node !== null)
    .map(({ number, headRefOid, updatedAt }) => ({ number, headSha: headRefOid, updatedAt }));
}
