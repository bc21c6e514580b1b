import type { Instant, PullRequest } from "../../pull-request.ts";
import { isBotLogin } from "./is-person.ts";

/**
 * When the author's work arrived, oldest first. A commit's date is its own author's word (it may lie before the pull
 * request or in the future), so our check suite's creation is preferred and the date is kept within [opened, now].
 * Merges (of the base branch) and bots' commits are not the author's move.
 */
export function findPushes({ commits, createdAt }: PullRequest, now: Instant): Instant[] {
  const clamp = (instant: Instant) => (instant < createdAt ? createdAt : instant > now ? now : instant);
  return commits
    .filter(({ parents, author }) => parents < 2 && !(author !== null && isBotLogin(author)))
    .map(({ ownSuiteCreatedAt, committedDate }) => ownSuiteCreatedAt ?? clamp(committedDate))
    .sort();
}
