import type { TurnEvent } from "../record/turn-event.ts";
import { giveToReviewer, rest } from "./standing.ts";
import { findStanding, type State } from "./state.ts";

/** Asking for a review, for the first time or again, says that it is the reviewer's move, whatever is still open. */
export function applyRequest(state: State, event: Extract<TurnEvent, { type: "requested" }>): void {
  state.held = null;
  const standing = findStanding(state, event.reviewer, event);
  Object.assign(standing, { isRemoved: false, commenters: [], requestedAt: event.at });
  giveToReviewer(standing, event, "requested");
}

/** Their questions stay questions; only nothing more is expected of them. Who has approved has. */
export function applyRemoval(state: State, event: Extract<TurnEvent, { type: "removed" }>): void {
  const standing = findStanding(state, event.reviewer, event);
  Object.assign(standing, { isRemoved: true, requestedAt: null });
  if (standing.move === "reviewer") rest(standing, "none", event);
}
