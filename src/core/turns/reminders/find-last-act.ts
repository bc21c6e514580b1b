import type { Instant, PullRequest } from "../../pull-request.ts";
import { findPushes } from "../record/find-pushes.ts";
import { isBotLogin, isPerson } from "../../conversation/is-person.ts";

/** When a person last did anything on the pull request; null when nobody has since that instant. Bots do not count, nor do we. */
export function findLastAct(pullRequest: PullRequest, after: Instant, now: Instant): Instant | null {
  const { comments, threads, reviews, timeline } = pullRequest;
  const words = [...comments, ...threads.flatMap((thread) => thread.comments)]
    .filter(({ author, isOurs }) => !isOurs && isPerson(author))
    .map(({ createdAt }) => createdAt);
  const judged = reviews.flatMap(({ author, submittedAt }) => (isPerson(author) ? (submittedAt ?? []) : []));
  const done = timeline
    .filter(({ actor }) => actor !== null && !isBotLogin(actor))
    .filter((event) => !("actorIsOurs" in event && event.actorIsOurs))
    .map(({ createdAt }) => createdAt);
  const acts = [...words, ...judged, ...done, ...findPushes(pullRequest, now).map(({ at }) => at)];
  return (
    acts
      .filter((at) => at > after)
      .sort()
      .at(-1) ?? null
  );
}
