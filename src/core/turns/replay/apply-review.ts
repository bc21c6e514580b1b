import type { Instant } from "../../pull-request.ts";
import type { TurnEvent } from "../record/turn-event.ts";
import { giveToAuthor, giveToReviewer, type Standing } from "./standing.ts";
import { findStanding, type State } from "./state.ts";

type Reviewed = Extract<TurnEvent, { type: "reviewed" }>;

/** After an approval only what was said to block stays open: who approves with questions does not wait for the answers. */
function approve(standing: Standing, at: Instant): void {
  for (const [id, { blocking }] of standing.asks) if (!blocking) standing.asks.delete(id);
  standing.needsPush = standing.needsPush && standing.asks.size > 0;
  if (standing.asks.size === 0) Object.assign(standing, { move: "done", since: at });
}

function judge(standing: Standing, { at, opinion, asks }: Reviewed): void {
  standing.isHeld = false;
  standing.isRemoved = false;
  if (opinion !== "none") standing.opinion = opinion;
  if (opinion === "approved") approve(standing, at);
  if (opinion !== "changes_requested") return;
  giveToAuthor(standing, at, "asked");
  // Without a thread the review itself is what the author answers, and it blocks.
  if (!asks) standing.needsPush = true;
}

/**
 * A team's turn ends with the review of any member on its behalf; from then on it is that member's. GitHub says on whose
 * behalf only while the team is asked, so whoever commented for it before speaks for it still.
 */
function applyToTeams(state: State, { at, by, onBehalfOf }: Reviewed, ends: boolean): void {
  for (const standing of state.standings.values()) {
    const { isTeam, login, move, commenters } = standing;
    const hasCommented = move === "reviewer" && commenters.includes(by);
    if (!isTeam || !(onBehalfOf.includes(login) || hasCommented)) continue;
    if (ends) Object.assign(standing, { move: "none", since: at });
    else commenters.push(by);
  }
}

/** A review that neither judges nor asks leaves the turn running, as if GitHub had not dropped the request. */
export function applyReview(state: State, event: Reviewed): void {
  const ends = event.opinion !== "none" || event.asks;
  applyToTeams(state, event, ends);
  if (ends) judge(findStanding(state, { login: event.by, isTeam: false }, event.at), event);
}

/** A dismissed review is wanted once more, unless the author still owes answers in its threads. */
export function applyDismissal(state: State, { at, by }: Extract<TurnEvent, { type: "dismissed" }>): void {
  const standing = findStanding(state, { login: by, isTeam: false }, at);
  standing.opinion = "none";
  standing.needsPush = [...standing.asks.values()].some(({ blocking }) => blocking);
  if (standing.asks.size === 0) giveToReviewer(standing, at, "dismissed");
}
