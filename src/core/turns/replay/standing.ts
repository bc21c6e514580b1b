import type { Instant } from "../../pull-request.ts";
import type { Reviewer } from "../record/turn-event.ts";
import type { Kind } from "../../config/schema/review-schema.ts";

/** When it became so, and GitHub's id of what made it so. */
export interface Cause {
  at: Instant;
  id: string;
}

/** Where one reviewer and the author stand with each other. */
export interface Standing extends Reviewer {
  /** `reviewer`, `author`: whose move it is. `done`: they approved. `none`: nothing is expected of them. */
  move: "reviewer" | "author" | "done" | "none";
  since: Instant;
  /**
   * What began the unbroken stretch in which it has been that move: with role and login, the turn's identity.
   */
  id: string;
  why: "requested" | "ready" | "answered" | "dismissed" | "reopened" | "asked" | "waiting";
  /** What they asked and the author has not answered. */
  asks: Map<string, { blocking: boolean; kind: Kind | null }>;
  /** Something blocking was said since the last push. */
  needsPush: boolean;
  /** The author said `/async waiting`: pushes and answers alone do not end that. */
  isHeld: boolean;
  /** The review that says what they think now; null when none does. Only of people who can push. */
  opinion: { state: "approved" | "changes_requested"; at: Instant; reviewId: string } | null;
  /** When they were last asked to review; null when never, or when that was taken back. */
  requestedAt: Instant | null;
  /** Their request was taken back. */
  isRemoved: boolean;
  /**
   * A team's members who sent a review on its behalf that asked nothing; GitHub has dropped the request all
   * the same.
   */
  commenters: string[];
}

/** Of a reviewer who has just appeared: nothing is expected of either. */
function createStanding(reviewer: Reviewer, { at, id }: Cause): Standing {
  return {
    ...reviewer,
    ...{ move: "none", since: at, id, why: "requested", asks: new Map(), needsPush: false, isHeld: false },
    ...{ opinion: null, requestedAt: null, isRemoved: false, commenters: [] },
  };
}

export const hasApproved = ({ opinion }: Standing) => opinion?.state === "approved";

/** The reviewer's move from now on, whatever was open before: the author has said so, or nothing is left. */
export function giveToReviewer(standing: Standing, { at, id }: Cause, why: Standing["why"]): void {
  if (standing.move !== "reviewer") standing.id = id;
  standing.asks.clear();
  Object.assign(standing, { move: "reviewer", since: at, why, needsPush: false, isHeld: false });
}

/** The author's move; one that runs already keeps its start. */
export function giveToAuthor(standing: Standing, { at, id }: Cause, why: "asked" | "waiting"): void {
  if (standing.move !== "author") Object.assign(standing, { since: at, id });
  Object.assign(standing, { move: "author", why });
}

/** Nobody's move between the two. */
export function rest(standing: Standing, move: "done" | "none", { at, id }: Cause): void {
  Object.assign(standing, { move, since: at, id });
}

/**
 * When the author owes nothing more, it is the reviewer's move again, or nobody's when they approved, were
 * removed or are gone.
 */
export function passBackWhenAnswered(standing: Standing, cause: Cause): void {
  const { move, asks, needsPush, isHeld, isRemoved, login } = standing;
  if (move !== "author" || asks.size > 0 || needsPush || isHeld) return;
  if (hasApproved(standing)) rest(standing, "done", cause);
  else if (isRemoved || login === "ghost") rest(standing, "none", cause);
  // What was answered is what the turn goes by: pushing again, or a rebase, makes no other turn of it.
  else giveToReviewer(standing, { at: cause.at, id: standing.id }, "answered");
}

/** Nothing is expected of who was never asked to review, has not judged, and has closed what they asked. */
export function leaveVisitor(standing: Standing, cause: Cause): void {
  const { move, requestedAt, opinion } = standing;
  if (move === "reviewer" && requestedAt === null && opinion === null) rest(standing, "none", cause);
}

/** What the replay knows so far. */
export interface State {
  /** By login, in the order of their first appearance. */
  standings: Map<string, Standing>;
  /** Who asked there, by what it is about. */
  askers: Map<string, Set<Standing>>;
  /** The newest `/async waiting` that nothing has ended. */
  held: (Cause & { byAuthor: boolean }) | null;
  /** What began the stretch in which the author has been asked by anybody; null while nobody asks. */
  authorAsked: string | null;
  /** When the pull request last became something that nobody may have been asked to look at. */
  restedAt: Instant;
}

/** The standing of that reviewer; made by `cause` when it is the first that is heard of them. */
export function findStanding(state: State, reviewer: Reviewer, cause: Cause): Standing {
  const known = state.standings.get(reviewer.login);
  if (known !== undefined) return known;
  const created = createStanding(reviewer, cause);
  state.standings.set(reviewer.login, created);
  return created;
}

/** Is the review of that person or team under way? */
export function isEngaged({ move, isRemoved }: Standing): boolean {
  return !isRemoved && (move === "reviewer" || move === "author");
}
