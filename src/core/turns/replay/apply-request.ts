import type { TurnEvent } from "../record/turn-event.ts";
import { giveToReviewer } from "./standing.ts";
import { findStanding, type State } from "./state.ts";

/** Asking for a review, for the first time or again, says that it is the reviewer's move, whatever is still open. */
export function applyRequest(state: State, event: Extract<TurnEvent, { type: "requested" }>): void {
  state.held = null;
  const standing = findStanding(state, event.reviewer, event.at);
  standing.isRemoved = false;
  standing.commenters = [];
  giveToReviewer(standing, event.at, "requested");
}

/** Their questions stay questions; only nothing more is expected of them. */
export function applyRemoval(state: State, event: Extract<TurnEvent, { type: "removed" }>): void {
  const standing = findStanding(state, event.reviewer, event.at);
  standing.isRemoved = true;
  if (standing.move === "reviewer") Object.assign(standing, { move: "none", since: event.at });
}
