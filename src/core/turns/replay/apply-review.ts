import type { TurnEvent } from "../record/turn-event.ts";
import { giveToAuthor, giveToReviewer, rest, type Standing } from "./standing.ts";
import { findStanding, type State } from "./state.ts";

type Reviewed = Extract<TurnEvent, { type: "reviewed" }>;

/** After an approval only what was said to block stays open: who approves with questions does not wait for the answers. */
function approve(standing: Standing, event: Reviewed): void {
  for (const [about, { blocking }] of standing.asks) if (!blocking) standing.asks.delete(about);
  standing.needsPush = standing.needsPush && standing.asks.size > 0;
  if (standing.asks.size === 0) rest(standing, event.counts ? "done" : "none", event);
}

function judge(standing: Standing, event: Reviewed): void {
  const { at, id, opinion, asks, counts } = event;
  standing.isHeld = false;
  standing.isRemoved = false;
  if (opinion !== "none" && counts) standing.opinion = { state: opinion, at, reviewId: id };
  if (opinion === "approved") approve(standing, event);
  if (opinion !== "changes_requested") return;
  giveToAuthor(standing, event, "asked");
  // Without a thread the review itself is what the author answers, and it blocks.
  if (!asks) standing.needsPush = true;
}

/**
 * A team's turn ends with the review of any member on its behalf; from then on it is that member's. GitHub says on whose
 * behalf only while the team is asked, so whoever commented for it before speaks for it still.
 */
function applyToTeams(state: State, event: Reviewed, ends: boolean): void {
  const { by, onBehalfOf } = event;
  for (const standing of state.standings.values()) {
    const { isTeam, login, move, commenters } = standing;
    const hasCommented = move === "reviewer" && commenters.includes(by);
    if (!isTeam || !(onBehalfOf.includes(login) || hasCommented)) continue;
    if (ends) rest(standing, "none", event);
    else commenters.push(by);
  }
}

/** A review that neither judges nor asks leaves the turn running, as if GitHub had not dropped the request. */
export function applyReview(state: State, event: Reviewed): void {
  const ends = event.opinion !== "none" || event.asks;
  applyToTeams(state, event, ends);
  if (ends) judge(findStanding(state, { login: event.by, isTeam: false }, event), event);
}

/**
 * A dismissed review is wanted once more, unless the author still owes answers in its threads. One that its author has
 * replaced since is history, and dismissing it changes nothing.
 */
export function applyDismissal(state: State, event: Extract<TurnEvent, { type: "dismissed" }>): void {
  const standing = findStanding(state, { login: event.by, isTeam: false }, event);
  if (standing.opinion?.reviewId !== event.reviewId) return;
  standing.opinion = null;
  standing.needsPush = [...standing.asks.values()].some(({ blocking }) => blocking);
  if (standing.asks.size === 0) giveToReviewer(standing, event, "dismissed");
}
