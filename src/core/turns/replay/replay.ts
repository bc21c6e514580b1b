import type { Instant } from "../../pull-request.ts";
import type { TurnEvent } from "../record/turn-event.ts";
import { applyAnswer, applyAsk, applyPush } from "./apply-answer.ts";
import { applyRemoval, applyRequest } from "./apply-request.ts";
import { applyDismissal, applyReview } from "./apply-review.ts";
import { applyCommand, applyReadied, applyReopening } from "./apply-word.ts";
import type { Cause, Standing } from "./standing.ts";
import { isEngaged, type State } from "./state.ts";

export interface Replayed {
  /** Everybody who was asked, or who asked the author something, in the order of their first appearance. */
  standings: Standing[];
  /** `/async waiting` while nobody is to review; null when that is not so. */
  held: Cause | null;
  /** What began the stretch in which the author has been asked by anybody; null while nobody asks. */
  authorAsked: string | null;
  /** Since when nobody may have been asked: the last opening, request that was taken back, or review. */
  restedAt: Instant;
}

// Drafting and closing move nothing: nobody has a turn meanwhile, and what ends the break starts the clocks again.
const ignore = () => {};

const appliers: {
  [Type in TurnEvent["type"]]: (state: State, event: Extract<TurnEvent, { type: Type }>) => void;
} = {
  drafted: ignore,
  closed: ignore,
  readied: applyReadied,
  reopened: applyReopening,
  requested: applyRequest,
  removed: applyRemoval,
  reviewed: applyReview,
  dismissed: applyDismissal,
  asked: applyAsk,
  answered: applyAnswer,
  pushed: applyPush,
  command: applyCommand,
};

const rests: readonly TurnEvent["type"][] = ["removed", "reviewed", "readied", "reopened"];

/**
 * Plays the record from the opening to its end.
 * @param onEvent told how it stands after each event; the standings go on changing, so it keeps none of them
 */
export function replay(
  events: TurnEvent[],
  openedAt: Instant,
  onEvent?: (at: Instant, replayed: Replayed) => void,
): Replayed {
  const state: State = {
    ...{ standings: new Map(), askers: new Map(), held: null, authorAsked: null, restedAt: openedAt },
  };
  for (const event of events) {
    // Each applier takes its own event; the compiler does not follow a lookup by the event's own type.
    const apply = appliers[event.type] as (state: State, event: TurnEvent) => void;
    apply(state, event);
    if (rests.includes(event.type)) state.restedAt = event.at;
    const isAsked = [...state.standings.values()].some(({ move }) => move === "author");
    state.authorAsked = isAsked ? (state.authorAsked ?? event.id) : null;
    onEvent?.(event.at, toReplayed(state));
  }
  return toReplayed(state);
}

function toReplayed(state: State): Replayed {
  const standings = [...state.standings.values()];
  const held = standings.some(isEngaged) ? null : state.held;
  return { standings, held, authorAsked: state.authorAsked, restedAt: state.restedAt };
}
