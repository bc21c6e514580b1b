import type { TurnEvent } from "../record/turn-event.ts";
import {
  type Cause,
  giveToAuthor,
  giveToReviewer,
  hasApproved,
  passBackWhenAnswered,
  type Standing,
} from "./standing.ts";
import { isEngaged, type State } from "./state.ts";

function makeReady(standing: Standing, cause: Cause): void {
  if (!hasApproved(standing) || standing.move === "reviewer") {
    giveToReviewer(standing, cause, "ready");
    return;
  }
  standing.asks.clear();
  Object.assign(standing, { needsPush: false, isHeld: false });
  passBackWhenAnswered(standing, cause);
}

/** `/async ready`: the move of everybody whose review is under way. */
function applyReady(state: State, cause: Cause): void {
  state.held = null;
  for (const standing of state.standings.values()) if (isEngaged(standing)) makeReady(standing, cause);
}

/** A draft became ready: the same, and a break is over, so that every turn is a new one. */
export function applyReadied(state: State, cause: Cause): void {
  applyReady(state, cause);
  for (const standing of state.standings.values()) if (isEngaged(standing)) standing.id = cause.id;
}

/** After a break the clocks start again; whose move it is stays as it was. */
export function applyReopening(state: State, { at, id }: Cause): void {
  state.authorAsked = null;
  for (const standing of state.standings.values()) {
    if (!isEngaged(standing)) continue;
    Object.assign(standing, { since: at, id });
    if (standing.move === "reviewer") standing.why = "reopened";
  }
}

/** `/async waiting`: the author's move, until they say otherwise; when somebody else said it, until a push as well. */
function applyWaiting(state: State, cause: Cause, byAuthor: boolean): void {
  state.held ??= { at: cause.at, id: cause.id, byAuthor };
  for (const standing of state.standings.values()) {
    if (!isEngaged(standing)) continue;
    if (standing.move === "reviewer") giveToAuthor(standing, cause, "waiting");
    if (byAuthor) standing.isHeld = true;
    else standing.needsPush = true;
  }
}

/** `/async ready` or `/async waiting`. */
export function applyCommand(state: State, event: Extract<TurnEvent, { type: "command" }>): void {
  if (event.command === "ready") applyReady(state, event);
  else applyWaiting(state, event, event.byAuthor);
}
