import type { Kind } from "../config/schema/review-schema.ts";
import type { Instant } from "../pull-request.ts";
import type { Calendar } from "../calendar/calendar.ts";

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
  /** The author's status update names them as what blocks it. */
  | { type: "blocker"; author: string }
  /** It is approved, and merging is the author's. */
  | { type: "approved" };

export interface Turn {
  /** `blocker` is somebody whom the author waits for. */
  role: "reviewer" | "author" | "blocker" | "merger";
  /** Login, or a team's combined slug. Somebody who is away and has a cover is not here: the cover is. */
  login: string;
  isTeam: boolean;
  /** Login of the person who is away and for whom this one stands in; null when nobody is. */
  coverFor: string | null;
  /** When it became their move, from GitHub's record. */
  since: Instant;
  /** `since`, or the author's newest status update that restarted the clock: with the login it is the turn's identity. */
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
  at: Instant;
  url: string;
  /** All of it, after `Status:`. */
  text: string;
}

export interface TurnsVerdict {
  /**
   * `off`: no time zone is configured. `waiting`: `turns` says for whom. `idle`: somebody who has no turn (a bot) is to
   * act. `unassigned`: nobody was asked to review.
   */
  state: "off" | "closed" | "draft" | "approved" | "unassigned" | "idle" | "waiting";
  /** Whose move it is: empty unless `waiting`. Several people can have a move at once. */
  turns: Turn[];
  /** The author's, to merge what is approved: only with `remind.merge`. It counts for reminders, never as a turn. */
  merge: Turn | null;
  /** Since when the state holds, for those that have no turns. */
  since: Instant;
  /** When nobody was asked: from when on that is worth a line; null when it never is, or in any other state. */
  unassignedFrom: Instant | null;
  /** The date by which the author would like the review, as `2026-12-03`; null when none is given. */
  deadline: string | null;
  status: StatusUpdate | null;
  /** The next instants at which the verdict changes by itself, all after `now`, earliest first. */
  changesAt: Instant[];
  /** The zone of the team's hours. */
  timeZone: string;
}
