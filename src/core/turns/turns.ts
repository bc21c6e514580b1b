import type { Calendar } from "../calendar/calendar.ts";
import type { Span } from "../calendar/span.ts";
import type { Kind } from "../config/schema/review-schema.ts";
import type { TurnsConfig } from "../config/schema/turns-schema.ts";
import type { KnownPermissions } from "../conversation/people.ts";
import type { Remark } from "../conversation/remark.ts";
import type { Instant, PullRequest } from "../pull-request.ts";
import type { QueueReason } from "./queue-reason.ts";

/**
 * What somebody said in the review: all that asks an author something, and who answered. The conversation's
 * own list.
 */
export type Said = Pick<Remark, "source" | "id" | "opener" | "kind" | "isOpen" | "asks" | "words"> & {
  /** Open, and of a kind that holds the merge. */
  holds: boolean;
};

/** Commands that were accepted and still count. What a command says about permission was decided before. */
export interface TurnCommands {
  /** `/async ready`: the reviewers' move; `/async waiting`: the author's. */
  moves: { command: "ready" | "waiting"; at: Instant; by: string; id: string }[];
  /**
   * `/async snooze …`: the clocks of turns that run at `at` stand still that long, or until that day's
   * opening; only the speaker's own when it is their move, else all.
   */
  snoozes: {
    at: Instant;
    by: string;
    span: Span /** When `/async unsnooze` ended it. */;
    endedAt?: Instant | null;
  }[];
  /**
   * The newest `/async due`: the day by whose closing time the author would like the review; null when there
   * is none.
   */
  due: { at: Instant; by: string; span: Span } | null;
}

export interface TurnsInput {
  pullRequest: PullRequest;
  turns: TurnsConfig;
  /** When the app first saw the pull request; a turn that is older counts from then. */
  firstSeenAt: Instant;
  now: Instant;
  commands: TurnCommands;
  said: readonly Said[];
  /**
   * Who may do what here, as far as it is known: a bot's pull request belongs to an assignee who can push.
   */
  permissions: KnownPermissions;
  /** When threads that were resolved were opened again, by GraphQL id. */
  reopened: ReadonlyMap<string, Instant>;
  /** The text of the description's review focus section, as written; null when there is none. */
  reviewFocus: string | null;
}

/** Why it is somebody's move. */
export type TurnReason =
  /** Their review was requested, for the first time or again. */
  | { type: "requested" }
  /** The author said so: a draft became ready, or `/async ready`. */
  | { type: "ready" }
  /** The author has answered all that they asked. */
  | { type: "answered" }
  /** Their review was dismissed, so it is wanted once more. */
  | { type: "dismissed" }
  /** The pull request was reopened. */
  | { type: "reopened" }
  /** Reviewers wait for the author: open threads by kind, and who requested changes. */
  | { type: "asked"; kinds: (Kind | null)[]; changesRequestedBy: string[] }
  /** `/async waiting`. */
  | { type: "waiting" }
  /** Thrown out of the merge queue. `text`: GitHub's, where the reason is not known; "" when it says none. */
  | { type: "queue"; known: QueueReason | null; text: string }
  /** It conflicts with its base branch, and so that reviewer cannot go on. */
  | { type: "conflict"; reviewer: string; base: string }
  /** The author's status update names them as what blocks it. */
  | { type: "blocker"; author: string }
  /** It is approved, and merging is the author's. */
  | { type: "approved" };

/**
 * `blocker` is somebody whom the author waits for. `merger`, `queue` and `conflict` are the author's: to
 * merge, to see why the merge queue threw it out, to mend what keeps a reviewer from reviewing.
 */
export type TurnRole = "reviewer" | "author" | "blocker" | "merger" | "queue" | "conflict";

export interface Turn {
  role: TurnRole;
  /** Login, or a team's combined slug. Somebody who is away and has a cover is not here: the cover is. */
  login: string;
  isTeam: boolean;
  /** Login of the person who is away and for whom this one stands in; null when nobody is. */
  coverFor: string | null;
  /** They are away, and nobody is there to stand in for them. */
  isAway: boolean;
  /** When it became their move, from GitHub's record. */
  since: Instant;
  /**
   * GitHub's id of what began the unbroken stretch in which they are asked: the request, the review, the
   * comment. With role and login it is the turn's identity; no instant is, so that a push that changes when
   * it began changes no turn.
   */
  id: string;
  /** `since`, or the author's newest status update that restarted the clock. */
  start: Instant;
  why: TurnReason;
  /** Null when the calendar never gets there. */
  due: Instant | null;
  /** The length that led to `due`, as the config writes it; null when the author's own date came first. */
  target: string | null;
  /** The target counts wall time, so nights and weekends count too. */
  isWallTime: boolean;
  /** The instant from which the clock counts. */
  clockFrom: Instant;
  /** Its clock stands still until then; null when it runs. */
  snoozedUntil: Instant | null;
  /** Past `due`, and not snoozed. */
  isOverdue: boolean;
  calendar: Calendar;
}

/** An update by the author: the newest comment that starts with `Status:`. */
export interface StatusUpdate {
  /** GraphQL id of the comment. */
  id: string;
  at: Instant;
  url: string;
  /** All of it, after `Status:`. */
  text: string;
}

/** Why it is nobody's turn. */
export type Nobody =
  | { type: "closed" | "merged" | "draft" | "approved" | "queued" }
  /** What is open waits for a bot whose pull request it is. */
  | { type: "bot"; login: string }
  /** Nobody was asked, or nobody is any more. */
  | { type: "nobody asked" }
  /** Only bots were asked. */
  | { type: "bots asked"; logins: string[] }
  /** All who were asked have answered; `isUnderRule`: GitHub wants more approvals than there are. */
  | { type: "answered"; isUnderRule: boolean };

export interface TurnsVerdict {
  /** Whose pull request it is, as a person with a turn: the author, or a bot's assignee; null when nobody. */
  owner: string | null;
  /**
   * `off`: no time zone is configured. `waiting`: `turns` says for whom. `idle`: somebody who has no turn (a
   * bot) is to act. `unassigned`: nobody was asked to review.
   */
  state: "off" | "closed" | "draft" | "approved" | "unassigned" | "idle" | "waiting";
  /** Whose move it is: empty unless `waiting`. Several people can have a move at once. */
  turns: Turn[];
  /**
   * The author's, to merge what is approved: only with `remind.merge`. It counts for reminders, never as a
   * turn.
   */
  merge: Turn | null;
  /** Since when the state holds, for those that have no turns. */
  since: Instant;
  /**
   * When nobody was asked: from when on that is worth a line; null when it never is, or in any other state.
   */
  unassignedFrom: Instant | null;
  /** The date by which the author would like the review, as `2026-12-03`; null when none is given. */
  deadline: string | null;
  status: StatusUpdate | null;
  /** Why it is nobody's turn, and so what would change that; null when it is somebody's, or turns are off. */
  nobody: Nobody | null;
  /**
   * Who moves next for each remark, by its id, as the turns have it: a login, "reviewers", or null for
   * nobody.
   */
  next: ReadonlyMap<string, string | null>;
  /** The next instants at which the verdict changes by itself, all after `now`, earliest first. */
  changesAt: Instant[];
  /** The zone of the team's hours. */
  timeZone: string;
}
