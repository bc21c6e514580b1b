import type { TurnEvent } from "../record/turn-event.ts";
import { giveToAuthor, leaveVisitor, passBackWhenAnswered } from "./standing.ts";
import { findStanding, type State } from "./state.ts";

/** A reviewer asked something: the author's move. */
export function applyAsk(state: State, event: Extract<TurnEvent, { type: "asked" }>): void {
  const { by, about, blocking, kind } = event;
  const standing = findStanding(state, { login: by, isTeam: false }, event);
  state.askers.set(about, (state.askers.get(about) ?? new Set()).add(standing));
  standing.asks.set(about, { blocking, kind });
  if (blocking) standing.needsPush = true;
  giveToAuthor(standing, event, "asked");
}

/** It was answered, for everybody who asked there; what no longer counts (`isWaived`) needs no push either. The last answer may pass the move back. */
export function applyAnswer(state: State, event: Extract<TurnEvent, { type: "answered" }>): void {
  for (const standing of state.askers.get(event.about) ?? []) {
    standing.asks.delete(event.about);
    if (event.isWaived) standing.needsPush = [...standing.asks.values()].some(({ blocking }) => blocking);
    passBackWhenAnswered(standing, event);
    if (event.isWaived) leaveVisitor(standing, event);
  }
}

/** New commits: what was blocking has been worked on, for everybody at once. */
export function applyPush(state: State, event: Extract<TurnEvent, { type: "pushed" }>): void {
  // Who waits for somebody else's work has got it; who said that they are not ready decides that themselves.
  if (state.held?.byAuthor === false) state.held = null;
  for (const standing of state.standings.values()) {
    standing.needsPush = false;
    passBackWhenAnswered(standing, event);
  }
}
