import { type Instant, isSameLogin } from "../pull-request.ts";
import {
  type Cause,
  findStanding,
  giveToAuthor,
  giveToNobody,
  giveToReviewer,
  hasApproved,
  isEngaged,
  leaveVisitor,
  passBackWhenAnswered,
  type Standing,
  type State,
} from "./standing.ts";
import type { TurnEvent } from "./turn-event.ts";

export interface Replayed {
  /** Everybody who was asked, or who asked the author something, in the order of their first appearance. */
  standings: Standing[];
  /** `/async waiting` while nobody is to review; null otherwise. */
  waitingSaid: Cause | null;
  /** What began the unbroken period of open asks to the author; null while nobody asks. */
  authorAsked: string | null;
  /**
   * When it was last opened or reviewed, or a request was withdrawn. If nobody is asked now, nobody has been
   * since.
   */
  restedAt: Instant;
}

// Drafting and closing move nothing: nobody has a turn during the break, and its end restarts the clocks.
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
  thanked: applyThanks,
  pushed: applyPush,
  command: applyCommand,
  snoozed: ignore,
};

const rests: readonly TurnEvent["type"][] = ["removed", "reviewed", "readied", "reopened"];

/**
 * Plays the record from the opening to its end.
 * @param onEvent called with the state after each event. Do not keep the standings: later events change them.
 */
export function replay(
  events: TurnEvent[],
  openedAt: Instant,
  onEvent?: (event: TurnEvent, replayed: Replayed) => void,
): Replayed {
  const state: State = {
    standings: new Map(),
    askers: new Map(),
    waitingSaid: null,
    authorAsked: null,
    restedAt: openedAt,
  };
  for (const event of events) {
    // Each handler takes its own event, but the compiler cannot follow a lookup by the event's type.
    const apply = appliers[event.type] as (state: State, event: TurnEvent) => void;
    apply(state, event);
    if (rests.includes(event.type)) state.restedAt = event.at;
    const isAsked = [...state.standings.values()].some(({ move }) => move === "author");
    state.authorAsked = isAsked ? (state.authorAsked ?? event.id) : null;
    onEvent?.(event, toReplayed(state));
  }
  return toReplayed(state);
}

function toReplayed(state: State): Replayed {
  const standings = [...state.standings.values()];
  const waitingSaid = standings.some(isEngaged) ? null : state.waitingSaid;
  return { standings, waitingSaid, authorAsked: state.authorAsked, restedAt: state.restedAt };
}

/** A reviewer asked something: the author's move. */
function applyAsk(state: State, event: Extract<TurnEvent, { type: "asked" }>): void {
  const { by, about, kind, blockedByReview } = event;
  const standing = findStanding(state, { login: by, isTeam: false }, event);
  state.askers.set(about, (state.askers.get(about) ?? new Set()).add(standing));
  const isBlocking =
    event.isBlocking && (!blockedByReview || standing.opinion?.state === "changes_requested");
  standing.openAsks.set(about, { isBlocking, kind, blockedByReview });
  if (isBlocking) standing.needsPush = true;
  giveToAuthor(standing, event, "asked");
}

/**
 * Answers everybody who asked there. If it is waived, no push is needed either. The last answer may pass the
 * move back.
 */
function applyAnswer(state: State, event: Extract<TurnEvent, { type: "answered" }>): void {
  for (const standing of state.askers.get(event.about) ?? []) {
    standing.openAsks.delete(event.about);
    if (event.isWaived)
      standing.needsPush = [...standing.openAsks.values()].some(({ isBlocking }) => isBlocking);
    passBackWhenAnswered(standing, event);
    if (event.isWaived) leaveVisitor(standing, event);
  }
}

/** A visitor who is content expects nothing more. A requested reviewer still has to review. */
function applyThanks(state: State, event: Extract<TurnEvent, { type: "thanked" }>): void {
  for (const standing of state.askers.get(event.about) ?? [])
    if (standing.login === event.by) leaveVisitor(standing, event);
}

/** New commits: everything blocking has been worked on, for all reviewers at once. */
function applyPush(state: State, event: Extract<TurnEvent, { type: "pushed" }>): void {
  // Reviewers who waited for the author's work now have it. An author who said that they are not ready
  // decides when they are.
  if (state.waitingSaid?.byAuthor === false) state.waitingSaid = null;
  for (const standing of state.standings.values()) {
    standing.needsPush = false;
    passBackWhenAnswered(standing, event);
  }
}

/** A review request, the first or a further one, makes it the reviewer's move, whatever is still open. */
function applyRequest(state: State, event: Extract<TurnEvent, { type: "requested" }>): void {
  state.waitingSaid = null;
  const standing = findStanding(state, event.reviewer, event);
  Object.assign(standing, { isRemoved: false, commenters: [], requestedAt: event.at });
  giveToReviewer(standing, event, "requested");
}

/** A withdrawn request: nothing more is expected of the reviewer. Their questions and approval stand. */
function applyRemoval(state: State, event: Extract<TurnEvent, { type: "removed" }>): void {
  const standing = findStanding(state, event.reviewer, event);
  Object.assign(standing, { isRemoved: true, requestedAt: null });
  if (standing.move === "reviewer") giveToNobody(standing, "none", event);
}

type Reviewed = Extract<TurnEvent, { type: "reviewed" }>;

/**
 * After an approval only what was said to block stays open: a reviewer who approves with questions does not
 * wait for the answers.
 */
function approve(standing: Standing, event: Reviewed): void {
  for (const [about, { isBlocking, blockedByReview }] of standing.openAsks)
    if (!isBlocking || blockedByReview) standing.openAsks.delete(about);
  standing.needsPush = standing.needsPush && standing.openAsks.size > 0;
  if (standing.openAsks.size === 0) giveToNobody(standing, event.isCounted ? "done" : "none", event);
}

function applyOpinion(standing: Standing, event: Reviewed): void {
  const { at, id, opinion, hasQuestion, isCounted } = event;
  standing.isWaitingSaid = false;
  standing.isRemoved = false;
  if (opinion !== "none" && isCounted) standing.opinion = { state: opinion, at, reviewId: id };
  if (opinion === "approved") approve(standing, event);
  if (opinion !== "changes_requested") return;
  giveToAuthor(standing, event, "asked");
  // Without a thread, the author answers the review itself, and it blocks.
  if (!hasQuestion) standing.needsPush = true;
}

/**
 * A team's turn ends with any member's review on its behalf, and becomes that member's. The turn of somebody
 * who is away ends with their cover's review, unless the cover has one of their own to give. GitHub names the
 * team only while it is asked, so a member who commented on its behalf before still speaks for it.
 */
function applyToRepresented(state: State, event: Reviewed, ends: boolean): void {
  const { by, onBehalfOf } = event;
  const isAsked = state.standings.get(by)?.requestedAt != null;
  for (const standing of state.standings.values()) {
    const { isTeam, login, move, commenters } = standing;
    const isMeant = onBehalfOf.some((one) => isSameLogin(one, login)) && (isTeam || !isAsked);
    const hasCommented = move === "reviewer" && commenters.includes(by);
    if (!isMeant && !(isTeam && hasCommented)) continue;
    if (ends) giveToNobody(standing, "none", event);
    else commenters.push(by);
  }
}

/** A review without opinion or ask leaves the turn running, as if GitHub had not dropped the request. */
function applyReview(state: State, event: Reviewed): void {
  const ends = event.opinion !== "none" || event.hasQuestion;
  applyToRepresented(state, event, ends);
  if (ends) applyOpinion(findStanding(state, { login: event.by, isTeam: false }, event), event);
}

/**
 * A dismissed review is wanted again, unless the author still owes answers in its threads. Dismissing one
 * that its author has since replaced changes nothing.
 */
function applyDismissal(state: State, event: Extract<TurnEvent, { type: "dismissed" }>): void {
  const standing = findStanding(state, { login: event.by, isTeam: false }, event);
  if (standing.opinion?.reviewId !== event.reviewId) return;
  standing.opinion = null;
  for (const ask of standing.openAsks.values()) if (ask.blockedByReview) ask.isBlocking = false;
  standing.needsPush = [...standing.openAsks.values()].some(({ isBlocking }) => isBlocking);
  if (standing.openAsks.size === 0) giveToReviewer(standing, event, "dismissed");
}

function makeReady(standing: Standing, cause: Cause): void {
  if (!hasApproved(standing) || standing.move === "reviewer") {
    giveToReviewer(standing, cause, "ready");
    return;
  }
  standing.openAsks.clear();
  Object.assign(standing, { needsPush: false, isWaitingSaid: false });
  passBackWhenAnswered(standing, cause);
}

/** `/async ready`: the move passes to every reviewer whose review is under way. */
function applyReady(state: State, cause: Cause): void {
  state.waitingSaid = null;
  for (const standing of state.standings.values()) if (isEngaged(standing)) makeReady(standing, cause);
}

/** A draft became ready: the same, but after a break every turn is a new one. */
function applyReadied(state: State, cause: Cause): void {
  applyReady(state, cause);
  for (const standing of state.standings.values()) if (isEngaged(standing)) standing.id = cause.id;
}

/** After a break the clocks restart; whose move it is stays the same. */
function applyReopening(state: State, { at, id }: Cause): void {
  state.authorAsked = null;
  for (const standing of state.standings.values()) {
    if (!isEngaged(standing)) continue;
    Object.assign(standing, { since: at, id });
    if (standing.move === "reviewer") standing.why = "reopened";
  }
}

/**
 * `/async waiting`: the author's move until they say otherwise; if somebody else said it, a push ends it too.
 */
function applyWaiting(state: State, cause: Cause, byAuthor: boolean): void {
  state.waitingSaid ??= { at: cause.at, id: cause.id, byAuthor };
  for (const standing of state.standings.values()) {
    if (!isEngaged(standing)) continue;
    if (standing.move === "reviewer") giveToAuthor(standing, cause, "waiting");
    if (byAuthor) standing.isWaitingSaid = true;
    else standing.needsPush = true;
  }
}

/** `/async ready` or `/async waiting`. */
function applyCommand(state: State, event: Extract<TurnEvent, { type: "command" }>): void {
  if (event.command === "ready") applyReady(state, event);
  else applyWaiting(state, event, event.byAuthor);
}
