import { compareInstants, earliestOf, latestOf } from "../../calendar/instant.ts";
import { listComments } from "../../conversation/comments.ts";
import { isBotLogin, isUser } from "../../conversation/people.ts";
import type { Commit, Instant, PullRequest } from "../../pull-request.ts";

/** When work arrived, and its id: the commit's SHA, or GitHub's id of the forced push. */
export interface Push {
  at: Instant;
  id: string;
}

/**
 * When the author's work arrived, oldest first. A commit's date is what its author claims (it may lie before
 * the pull request or in the future), so the creation of our check suite is preferred, and the date is
 * clamped to [opened, now]. A forced push counts too, even back to an older head; so does the head that it
 * replaced, which is no longer among the commits. Merges of the base branch are not the author's move, nor
 * are bots' commits on a person's pull request.
 */
export function listPushes(
  pullRequest: Pick<PullRequest, "commits" | "createdAt" | "timeline" | "author">,
  now: Instant,
): Push[] {
  const { commits, createdAt, timeline, author } = pullRequest;
  const isForeign = (login: string | null) =>
    login !== null && isBotLogin(login) && login !== author.login && author.type === "user";
  const arrive = ({ ownSuiteCreatedAt, committedDate }: Commit, until: Instant) =>
    earliestOf(ownSuiteCreatedAt ?? latestOf(earliestOf(committedDate, now), createdAt), until);
  const isWork = (commit: Commit) => commit.parents < 2 && !isForeign(commit.author);
  const forced = timeline.filter((event) => event.type === "head_ref_force_pushed");
  return [
    ...commits.filter(isWork).map((commit) => ({ at: arrive(commit, now), id: commit.sha })),
    ...forced.flatMap(({ before, createdAt: until }) =>
      before !== null && isWork(before) ? [{ at: arrive(before, until), id: before.sha }] : [],
    ),
    ...forced.filter(({ actor }) => !isForeign(actor)).map(({ createdAt: at, id }) => ({ at, id })),
  ].sort((left, right) => compareInstants(left.at, right.at));
}

/**
 * When people did anything on the pull request, in no order. Bots and this app do not count; deleted accounts
 * do.
 */
export function listActs(pullRequest: PullRequest, now: Instant): Instant[] {
  const said = listComments(pullRequest)
    .filter(({ author, isOurs }) => !isOurs && isUser(author))
    .map(({ createdAt }) => createdAt);
  const done = pullRequest.timeline
    .filter(({ actor }) => actor !== null && !isBotLogin(actor))
    .filter((event) => !("actorIsOurs" in event && event.actorIsOurs))
    .map(({ createdAt }) => createdAt);
  return [...said, ...done, ...listPushes(pullRequest, now).map(({ at }) => at)];
}

/** When a person last did anything on the pull request after that instant; null when nobody did. */
export function findLastAct(pullRequest: PullRequest, after: Instant, now: Instant): Instant | null {
  return (
    listActs(pullRequest, now)
      .filter((at) => at > after)
      .sort()
      .at(-1) ?? null
  );
}
