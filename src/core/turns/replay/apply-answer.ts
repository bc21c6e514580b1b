import type { TurnEvent } from "../record/turn-event.ts";
import { giveToAuthor, passBackWhenAnswered } from "./standing.ts";
import { findStanding, type State } from "./state.ts";

/** A reviewer asked something in a thread: the author's move. */
export function applyAsk(state: State, event: Extract<TurnEvent, { type: "asked" }>): void {
  const { at, by, threadId, ask } = event;
  const standing = findStanding(state, { login: by, isTeam: false }, at);
  state.threads.set(threadId, standing);
  standing.asks.set(threadId, { blocking: ask.blocking, kind: ask.kind });
  if (ask.blocking) standing.needsPush = true;
  giveToAuthor(standing, at, "asked");
}

/** A thread was answered; one that no longer counts (`isWaived`) needs no push either. The last answer may pass the move back. */
export function applyAnswer(state: State, event: Extract<TurnEvent, { type: "answered" }>): void {
  const standing = state.threads.get(event.threadId);
  if (standing === undefined) return;
  standing.asks.delete(event.threadId);
  if (event.isWaived) standing.needsPush = [...standing.asks.values()].some(({ blocking }) => blocking);
  passBackWhenAnswered(standing, event.at);
}

/** New commits: what was blocking has been worked on, for everybody at once. */
export function applyPush(state: State, { at }: Extract<TurnEvent, { type: "pushed" }>): void {
  // Who waits for somebody else's work has got it; who said that they are not ready decides that themselves.
  if (state.held?.byAuthor === false) state.held = null;
  for (const standing of state.standings.values()) {
    standing.needsPush = false;
    passBackWhenAnswered(standing, at);
  }
}
