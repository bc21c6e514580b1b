import type { Instant } from "../pull-request.ts";
import type { TurnEvent, UserOrTeam } from "./turn-event.ts";

/** When it began, and GitHub's id of what began it. */
export interface Cause {
  at: Instant;
  id: string;
}

type Ask = Extract<TurnEvent, { type: "asked" }>;

/** Where one reviewer's review stands: who moves, and what is still open between them and the author. */
export interface Standing extends UserOrTeam {
  /** `reviewer`, `author`: whose move it is. `done`: they approved. `none`: nothing is expected of them. */
  move: "reviewer" | "author" | "done" | "none";
  since: Instant;
  /** What began the unbroken stretch of this move: with role and login, the turn's identity. */
  id: string;
  why: "requested" | "ready" | "answered" | "dismissed" | "reopened" | "asked" | "waiting";
  /** What they asked and the author has not answered. */
  openAsks: Map<string, Pick<Ask, "kind" | "isBlocking" | "blockedByReview">>;
  /** Something blocking was said since the last push. */
  needsPush: boolean;
  /** The author said `/async waiting`; pushes and answers alone do not end that. */
  isWaitingSaid: boolean;
  /** The review with their current opinion; null when they have none, or cannot push. */
  opinion: { state: "approved" | "changes_requested"; at: Instant; reviewId: string } | null;
  /** When they were last asked to review; null when never, or when the request was withdrawn. */
  requestedAt: Instant | null;
  /** Their request was withdrawn. */
  isRemoved: boolean;
  /** Members of the team whose review on its behalf asked nothing. GitHub drops the request all the same. */
  commenters: string[];
}

/** A newly seen reviewer: nothing is expected of either side. */
function createStanding(reviewer: UserOrTeam, { at, id }: Cause): Standing {
  return {
    ...reviewer,
    move: "none",
    since: at,
    id,
    why: "requested",
    openAsks: new Map(),
    needsPush: false,
    isWaitingSaid: false,
    opinion: null,
    requestedAt: null,
    isRemoved: false,
    commenters: [],
  };
}

export const hasApproved = ({ opinion }: Standing) => opinion?.state === "approved";

/** Were they asked after that instant? Without one: after they last gave an opinion? */
export const isAskedSince = ({ requestedAt, opinion }: Standing, at: Instant = opinion?.at ?? "") =>
  requestedAt !== null && requestedAt > at;

/** Makes it the reviewer's move, whatever is open: the author said so, or nothing is left. */
export function giveToReviewer(standing: Standing, { at, id }: Cause, why: Standing["why"]): void {
  if (standing.move !== "reviewer") standing.id = id;
  standing.openAsks.clear();
  Object.assign(standing, { move: "reviewer", since: at, why, needsPush: false, isWaitingSaid: false });
}

/** Makes it the author's move. If it already is, its start stays. */
export function giveToAuthor(standing: Standing, { at, id }: Cause, why: "asked" | "waiting"): void {
  if (standing.move !== "author") Object.assign(standing, { since: at, id });
  Object.assign(standing, { move: "author", why });
}

/** Makes it nobody's move between the two. */
export function giveToNobody(standing: Standing, move: "done" | "none", { at, id }: Cause): void {
  Object.assign(standing, { move, since: at, id });
}

/**
 * When the author owes nothing more, it is the reviewer's move again; nobody's if they approved, were removed
 * or are gone.
 */
export function passBackWhenAnswered(standing: Standing, cause: Cause): void {
  const { move, openAsks, needsPush, isWaitingSaid, isRemoved, login } = standing;
  if (move !== "author" || openAsks.size > 0 || needsPush || isWaitingSaid) return;
  if (hasApproved(standing) && !isAskedSince(standing)) giveToNobody(standing, "done", cause);
  else if (isRemoved || login === "ghost") giveToNobody(standing, "none", cause);
  // What was answered identifies the turn, so another push or a rebase does not make a new one.
  else giveToReviewer(standing, { at: cause.at, id: standing.id }, "answered");
}

/**
 * Expects nothing more of a visitor: somebody never asked to review, without an opinion, whose questions are
 * closed.
 */
export function leaveVisitor(standing: Standing, cause: Cause): void {
  const { move, requestedAt, opinion } = standing;
  if (move === "reviewer" && requestedAt === null && opinion === null) giveToNobody(standing, "none", cause);
}

/** What the replay knows so far. */
export interface State {
  /** By login, in the order of their first appearance. */
  standings: Map<string, Standing>;
  /** Who asked, by the thread, review or comment. */
  askers: Map<string, Set<Standing>>;
  /** The newest `/async waiting` that nothing has ended. */
  waitingSaid: (Cause & { byAuthor: boolean }) | null;
  /** What began the unbroken period of open asks to the author; null while nobody asks. */
  authorAsked: string | null;
  /**
   * When it was last opened or reviewed, or a request was withdrawn. If nobody is asked now, nobody has been
   * since.
   */
  restedAt: Instant;
}

/** The reviewer's standing, created with `cause` when they appear for the first time. */
export function findStanding(state: State, reviewer: UserOrTeam, cause: Cause): Standing {
  const known = state.standings.get(reviewer.login);
  if (known !== undefined) return known;
  const created = createStanding(reviewer, cause);
  state.standings.set(reviewer.login, created);
  return created;
}

/** Is this person's or team's review under way? */
export function isEngaged({ move, isRemoved }: Standing): boolean {
  return !isRemoved && (move === "reviewer" || move === "author");
}
