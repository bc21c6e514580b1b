import type { Day } from "../config/schema/hours-schema.ts";
import type { Kind } from "../config/schema/review-schema.ts";
import type { TurnsConfig } from "../config/schema/turns-schema.ts";
import type { Instant, PullRequest } from "../pull-request.ts";

/** What a review thread is, by its effective kind. A thread that is not listed asks the author something and does not block. */
export interface ThreadAsk {
  kind: Kind | null;
  /** It wants a push, not only an answer. */
  blocking: boolean;
  /** Does it want anything from the author? Praise, notes and nits do not. */
  asksAuthor: boolean;
}

/** A prefixed review body or comment on the conversation page, by its effective kind. Nothing on GitHub resolves it. */
export interface AskingRemark {
  /** Those with source "thread" are ignored: `threads` tells of them. */
  source: "thread" | "review" | "comment";
  /** GraphQL id of the review or comment. */
  id: string;
  /** Login of who said it. */
  opener: string;
  kind: Kind | null;
  since: Instant;
  isOpen: boolean;
  /** Does it want anything from the author? */
  asks: boolean;
}

/** How long, or until when, as said; whose Thursday it is depends on whose turn it is. */
export type Span =
  /** In the config's grammar: `3 hours`, `1 business day`. */
  | { type: "duration"; duration: string }
  /** `2026-11-30`. */
  | { type: "date"; date: string }
  /** The next such day. */
  | { type: "weekday"; weekday: Day };

/** Commands that were accepted and still count. What a command says about permission was decided before. */
export interface TurnCommands {
  /** `/async ready`: the reviewers' move; `/async waiting`: the author's. */
  moves: { command: "ready" | "waiting"; at: Instant; by: string }[];
  /**
   * `/async snooze …`: the clocks of turns that run at `at` stand still that long, or until that day's opening; only the
   * speaker's own when it is their move, else all.
   */
  snoozes: { at: Instant; by: string; span: Span }[];
  /** The newest `/async due`: the day by whose closing time the author would like the review; null when there is none. */
  due: { at: Instant; by: string; span: Span } | null;
}

export interface TurnsInput {
  pullRequest: PullRequest;
  turns: TurnsConfig;
  /** When the app first saw the pull request; a turn that is older counts from then. */
  firstSeenAt: Instant;
  now: Instant;
  commands: TurnCommands;
  /** By GraphQL id of the thread. */
  threads: ReadonlyMap<string, ThreadAsk>;
  /** None when it is left out. */
  remarks?: readonly AskingRemark[];
  /** The text of the description's review focus section, as written; null when there is none. */
  reviewFocus: string | null;
}
