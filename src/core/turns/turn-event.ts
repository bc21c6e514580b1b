import { compareInstants } from "../calendar/instant.ts";
import type { SnoozeCommand } from "../commands/evaluate-commands.ts";
import type { Kind } from "../config/schema/review-schema.ts";
import type { Instant } from "../pull-request.ts";

/** A user or team who can have a turn. */
export interface UserOrTeam {
  login: string;
  isTeam: boolean;
}

/** An event, reduced to what can move a turn. `id` is GitHub's (GraphQL), of the event, review or comment. */
export type TurnEvent = { at: Instant; id: string } & (
  | { type: "drafted" }
  | { type: "readied" }
  | { type: "closed" }
  | { type: "reopened" }
  | { type: "requested"; reviewer: UserOrTeam }
  | { type: "removed"; reviewer: UserOrTeam }
  /**
   * A submitted review. `hasQuestion`: a comment in it asks the author something. `isCounted`: its author can
   * push. `onBehalfOf`: teams, and the people whom its author covers for.
   */
  | {
      type: "reviewed";
      by: string;
      opinion: "approved" | "changes_requested" | "none";
      isCounted: boolean;
      hasQuestion: boolean;
      onBehalfOf: string[];
    }
  | { type: "dismissed"; by: string; reviewId: string }
  /**
   * A reviewer asks the author for something. `about` is the thread, review or comment that they belong to.
   * `blockedByReview`: it blocked until their request for changes was replaced or dismissed.
   */
  | {
      type: "asked";
      by: string;
      about: string;
      kind: Kind | null;
      isBlocking: boolean;
      blockedByReview: boolean;
    }
  /**
   * The author's reply, or an answer without words: resolved, outdated. `isWaived`: the asker resolved it and
   * wants no push either.
   */
  | { type: "answered"; about: string; isWaived: boolean }
  /** The asker is content with the answer. */
  | { type: "thanked"; by: string; about: string }
  | { type: "pushed" }
  | { type: "command"; command: "ready" | "waiting"; byAuthor: boolean }
  /** `/async snooze`: moves nothing, but stops the turns that run when it is said. */
  | { type: "snoozed"; snooze: SnoozeCommand }
);

/**
 * The order within one second, GitHub's precision: a review before its threads, an answer after its question.
 */
const ranks: Record<TurnEvent["type"], number> = {
  reopened: 0,
  drafted: 1,
  dismissed: 2,
  reviewed: 3,
  asked: 4,
  answered: 5,
  thanked: 6,
  pushed: 7,
  removed: 8,
  requested: 9,
  readied: 10,
  command: 11,
  closed: 12,
  snoozed: 13,
};

/** Oldest first. */
export function sortEvents(events: TurnEvent[]): TurnEvent[] {
  return events.toSorted(
    (left, right) => compareInstants(left.at, right.at) || ranks[left.type] - ranks[right.type],
  );
}
