import type { Kind } from "../../config/schema/review-schema.ts";
import type { Instant } from "../../pull-request.ts";
import type { Reviewer } from "../record/turn-event.ts";

/** Where one reviewer and the author stand with each other. */
export interface Standing extends Reviewer {
  /** `reviewer`, `author`: whose move it is. `done`: they approved. `none`: nothing is expected of them. */
  move: "reviewer" | "author" | "done" | "none";
  since: Instant;
  why: "requested" | "ready" | "answered" | "dismissed" | "reopened" | "asked" | "waiting";
  /** Their threads that the author has not answered. */
  asks: Map<string, { blocking: boolean; kind: Kind | null }>;
  /** Something blocking was said since the last push. */
  needsPush: boolean;
  /** The author said `/async waiting`: pushes and answers alone do not end that. */
  isHeld: boolean;
  opinion: "approved" | "changes_requested" | "none";
  /** Their request was taken back. */
  isRemoved: boolean;
  /** A team's members who sent a review on its behalf that asked nothing; GitHub has dropped the request all the same. */
  commenters: string[];
}

/** Of a reviewer who has just appeared: nothing is expected of either. */
export function createStanding(reviewer: Reviewer, at: Instant): Standing {
  return {
    ...reviewer,
    move: "none",
    since: at,
    why: "requested",
    asks: new Map(),
    needsPush: false,
    isHeld: false,
    opinion: "none",
    isRemoved: false,
    commenters: [],
  };
}

/** The reviewer's move from now on, whatever was open before: the author has said so, or nothing is left. */
export function giveToReviewer(standing: Standing, at: Instant, why: Standing["why"]): void {
  standing.asks.clear();
  Object.assign(standing, { move: "reviewer", since: at, why, needsPush: false, isHeld: false });
}

/** The author's move; one that runs already keeps its start. */
export function giveToAuthor(standing: Standing, at: Instant, why: "asked" | "waiting"): void {
  if (standing.move !== "author") standing.since = at;
  Object.assign(standing, { move: "author", why });
}

/** When the author owes nothing more, it is the reviewer's move again, or nobody's when they approved or were removed. */
export function passBackWhenAnswered(standing: Standing, at: Instant): void {
  const { move, asks, needsPush, isHeld, opinion, isRemoved } = standing;
  if (move !== "author" || asks.size > 0 || needsPush || isHeld) return;
  if (opinion === "approved") Object.assign(standing, { move: "done", since: at });
  else if (isRemoved) Object.assign(standing, { move: "none", since: at });
  else giveToReviewer(standing, at, "answered");
}
