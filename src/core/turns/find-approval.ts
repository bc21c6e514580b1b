import { compareInstants } from "../calendar/instant.ts";
import type { People } from "../conversation/people.ts";
import type { Instant, PullRequest } from "../pull-request.ts";
import type { Replayed } from "./replay.ts";
import { hasApproved, isAskedSince, isEngaged, type Standing } from "./standing.ts";
import type { TurnRemark } from "./turns.ts";

/**
 * Did GitHub drop a team's request without a visible review on its behalf? Then the team has answered, and we
 * cannot see how.
 */
export function isDropped({ isTeam, login, commenters }: Standing, { reviewRequests }: PullRequest): boolean {
  return isTeam && commenters.length === 0 && !reviewRequests.some((request) => request.login === login);
}

export interface Approval {
  at: Instant;
  /** GraphQL id of the approving review; the pull request's id when none is known. */
  id: string;
}

/**
 * The approval that stands; null when the pull request is not approved. Where the base branch requires
 * reviews, GitHub decides, and its approval ends everything asked before. Where it does not (`reviewDecision`
 * stays null), everybody who was asked has to answer, somebody who can push has to approve, and nobody's
 * request for changes may stand.
 */
export function findApproval(
  pullRequest: PullRequest,
  { standings }: Replayed,
  people: People,
): Approval | null {
  const { reviewDecision, reviews, createdAt, id } = pullRequest;
  const isAwaited = (standing: Standing) =>
    standing.requestedAt !== null &&
    isEngaged(standing) &&
    !isDropped(standing, pullRequest) &&
    !(standing.move === "author" && hasApproved(standing) && !isAskedSince(standing));
  const isApproved =
    reviewDecision === "approved" ||
    (reviewDecision === null &&
      standings.some(hasApproved) &&
      !standings.some(({ opinion }) => opinion?.state === "changes_requested") &&
      !standings.some(isAwaited));
  if (!isApproved) return null;
  const counting = reviews
    .filter(({ state, author }) => state === "approved" && people.canPush(author.login) !== false)
    .flatMap((review): Approval[] =>
      review.submittedAt === null ? [] : [{ at: review.submittedAt, id: review.id }],
    );
  return counting.sort((left, right) => compareInstants(left.at, right.at)).at(-1) ?? { at: createdAt, id };
}

/**
 * The approval at an earlier instant, given the standings at that time. GitHub says only whether it is
 * approved now; if it is, that counts from the last approval.
 */
export function findApprovalAt(
  at: Instant,
  pullRequest: PullRequest,
  replayed: Replayed,
  people: People,
): Approval | null {
  const reviews = pullRequest.reviews.filter(({ submittedAt }) => submittedAt !== null && submittedAt <= at);
  const own = findApproval({ ...pullRequest, reviews, reviewDecision: null }, replayed, people);
  if (own !== null || pullRequest.reviewDecision !== "approved") return own;
  const last = findApproval(pullRequest, replayed, people);
  return last !== null && last.at <= at ? last : null;
}

/**
 * Reviewers still at work although it is approved: asked again after they approved, or first asked after the
 * last approval.
 */
export function listAskedAfter({ at }: Approval, { standings }: Pick<Replayed, "standings">): Standing[] {
  return standings.filter((standing) => {
    if (!hasApproved(standing)) return isEngaged(standing) && isAskedSince(standing, at);
    const { move, requestedAt } = standing;
    return move === "reviewer" ? requestedAt !== null : isEngaged(standing) && isAskedSince(standing);
  });
}

/**
 * Open remarks that hold the merge and that the author has to settle. An approval closes none of them. While
 * the holder still has a move, the thread is theirs. Once they have approved, or no more approvals are
 * needed, only the author is left. An answered thread that only its holder can close is theirs
 * (`listClosers`).
 */
export function listOwed(
  remarks: readonly TurnRemark[],
  { standings }: Replayed,
  approval: Approval | null,
  people: People,
): TurnRemark[] {
  const asked = approval === null ? [] : listAskedAfter(approval, { standings });
  return remarks.filter((one) => {
    const { isHolding, holder } = one;
    if (!isHolding || people.isAuthor(holder) || people.isOutsider(holder)) return false;
    const standing = standings.find(({ login }) => login === holder);
    if (standing !== undefined && isLeftToClose(one, standing)) return false;
    if (approval !== null) return standing === undefined || !asked.includes(standing);
    return standing !== undefined && hasApproved(standing) && standing.move === "done";
  });
}

/**
 * Reviewers who approved and still have to close a thread of theirs that blocks: the author has answered and
 * pushed.
 */
export function listClosers(remarks: readonly TurnRemark[], { standings }: Replayed): Standing[] {
  return standings.filter((standing) =>
    remarks.some((one) => one.holder === standing.login && isLeftToClose(one, standing)),
  );
}

const isLeftToClose = (
  { id, isHolding, onlyHolderCloses }: TurnRemark,
  { move, openAsks, needsPush }: Standing,
) => isHolding && onlyHolderCloses && move === "done" && !openAsks.has(id) && !needsPush;
