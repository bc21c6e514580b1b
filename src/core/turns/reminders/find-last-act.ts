import type { Instant, PullRequest } from "../../pull-request.ts";
import { findPushes } from "../record/find-pushes.ts";
import { isBotLogin, isPerson } from "../../conversation/is-person.ts";

/** When people did anything on the pull request, in no order. Bots do not count, nor do we. */
export function listActs(pullRequest: PullRequest, now: Instant): Instant[] {
  const { comments, threads, reviews, timeline } = pullRequest;
  const words = [...comments, ...threads.flatMap((thread) => thread.comments)]
    .filter(({ author, isOurs }) => !isOurs && isPerson(author))
    .map(({ createdAt }) => createdAt);
  const judged = reviews.flatMap(({ author, submittedAt }) => (isPerson(author) ? (submittedAt ?? []) : []));
  const done = timeline
    .filter(({ actor }) => actor !== null && !isBotLogin(actor))
    .filter((event) => !("actorIsOurs" in event && event.actorIsOurs))
    .map(({ createdAt }) => createdAt);
  return [...words, ...judged, ...done, ...findPushes(pullRequest, now).map(({ at }) => at)];
}

/** When a person last did anything on the pull request; null when nobody has since that instant. */
export function findLastAct(pullRequest: PullRequest, after: Instant, now: Instant): Instant | null {
  return (
    listActs(pullRequest, now)
      .filter((at) => at > after)
      .sort()
      .at(-1) ?? null
  );
}
