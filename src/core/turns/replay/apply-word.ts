import type { Instant } from "../../pull-request.ts";
import type { TurnEvent } from "../record/turn-event.ts";
import { giveToAuthor, giveToReviewer, passBackWhenAnswered, type Standing } from "./standing.ts";
import { isEngaged, type State } from "./state.ts";

function makeReady(standing: Standing, at: Instant): void {
  if (standing.opinion !== "approved") {
    giveToReviewer(standing, at, "ready");
    return;
  }
  standing.asks.clear();
  Object.assign(standing, { needsPush: false, isHeld: false });
  passBackWhenAnswered(standing, at);
}

/** A draft became ready, or `/async ready`: the move of everybody whose review is under way. */
export function applyReady(state: State, at: Instant): void {
  state.held = null;
  for (const standing of state.standings.values()) if (isEngaged(standing)) makeReady(standing, at);
}

/** After a break the clocks start again; whose move it is stays as it was. */
export function applyReopening(state: State, at: Instant): void {
  for (const standing of state.standings.values()) {
    if (!isEngaged(standing)) continue;
    standing.since = at;
    if (standing.move === "reviewer") standing.why = "reopened";
  }
}

/** `/async waiting`: the author's move, until they say otherwise; when somebody else said it, until a push as well. */
function applyWaiting(state: State, at: Instant, byAuthor: boolean): void {
  state.held ??= { since: at, byAuthor };
  for (const standing of state.standings.values()) {
    if (!isEngaged(standing)) continue;
    if (standing.move === "reviewer") giveToAuthor(standing, at, "waiting");
    if (byAuthor) standing.isHeld = true;
    else standing.needsPush = true;
  }
}

/** `/async ready` or `/async waiting`. */
export function applyCommand(state: State, event: Extract<TurnEvent, { type: "command" }>): void {
  if (event.command === "ready") applyReady(state, event.at);
  else applyWaiting(state, event.at, event.byAuthor);
}
