import type { Calendar } from "../calendar/calendar.ts";
import type { TurnCommands } from "../commands/evaluate-commands.ts";
import type { Kind, ReviewConfig } from "../config/schema/review-schema.ts";
import type { TurnsConfig } from "../config/schema/turns-schema.ts";
import type { KnownPermissions } from "../conversation/people.ts";
import type { Remark } from "../conversation/remark.ts";
import type { Instant, PullRequest } from "../pull-request.ts";
import type { UserOrTeam } from "./turn-event.ts";

/** A remark of the conversation, reduced to what turns need: who asked, who answered, and what it holds. */
export type TurnRemark = Pick<
  Remark,
  "source" | "id" | "holder" | "kind" | "isOpen" | "canHold" | "isHolding" | "isAsking" | "exchange"
> & {
  /** Can only its holder close it (`resolve: opener`)? */
  onlyHolderCloses: boolean;
  /** Has it no prefix, and would a review that requests changes make it block (`unprefixed: by-review`)? */
  mayBlockByReview: boolean;
};

export const toTurnRemark = (
  remark: Remark,
  { resolve, unprefixed }: Pick<ReviewConfig, "resolve" | "unprefixed">,
): TurnRemark => ({
  ...remark,
  onlyHolderCloses: resolve === "opener" && remark.kind === "blocking",
  mayBlockByReview: unprefixed === "by-review" && remark.because === "nothing",
});

export interface TurnsInput {
  pullRequest: PullRequest;
  turns: TurnsConfig;
  /** When the app first saw the pull request. An older turn counts from then. */
  firstSeenAt: Instant;
  now: Instant;
  commands: TurnCommands;
  remarks: readonly TurnRemark[];
  /** What people may do here, as far as known: a bot's pull request belongs to an assignee who can push. */
  permissions: KnownPermissions;
  /** When resolved threads were reopened, by GraphQL id. */
  reopened: ReadonlyMap<string, Instant>;
  /** The text of the description's review focus section, as written; null when there is none. */
  reviewFocus: string | null;
}

/** Why a pull request left the merge queue, if GitHub's word for it is known. */
export type QueueReason =
  | "checks failed"
  | "checks timed out"
  | "conflict"
  | "rules"
  | "no merge commit"
  | "cleared"
  | "rolled back"
  | "removed";

/** Why it is somebody's move. */
export type TurnReason =
  /** Their review was requested, for the first time or again. */
  | { type: "requested" }
  /** The author said so: a draft became ready, or `/async ready`. */
  | { type: "ready" }
  /** The author has answered everything they asked. */
  | { type: "answered" }
  /** Their review was dismissed, so it is wanted again. */
  | { type: "dismissed" }
  /** The pull request was reopened. */
  | { type: "reopened" }
  /** Reviewers wait for the author: kinds of the open threads, and who requested changes. */
  | { type: "asked"; kinds: (Kind | null)[]; changesRequestedBy: string[] }
  /** `/async waiting`. */
  | { type: "waiting" }
  /** Removed from the merge queue. `text` is GitHub's wording of an unknown reason; "" when it gives none. */
  | { type: "queue"; known: QueueReason | null; text: string }
  /** It conflicts with its base branch, so this reviewer cannot continue. */
  | { type: "conflict"; reviewer: string; base: string }
  /** The author's status update names them as its blocker. */
  | { type: "blocker"; author: string }
  /** It is approved, and the author can merge it. */
  | { type: "approved" };

/**
 * A `blocker` is somebody whom the author waits for. `merger`, `queue` and `conflict` are the author's: to
 * merge, to see why it left the merge queue, to resolve what keeps a reviewer from reviewing.
 */
export type TurnRole = "reviewer" | "author" | "blocker" | "merger" | "queue" | "conflict";

export interface Turn {
  role: TurnRole;
  /** Login, or a team's combined slug. Somebody who is away is replaced by their cover. */
  login: string;
  isTeam: boolean;
  /** Login of the absent person whom this one stands in for; null when there is none. */
  coverFor: string | null;
  /** They are away, and nobody stands in for them. */
  isAway: boolean;
  /** When it became their move, by GitHub's record. */
  since: Instant;
  /**
   * GitHub's id of what began the unbroken stretch in which they are asked: the request, review or comment.
   * With role and login it is the turn's identity. No instant is part of it, so a push that changes when the
   * turn began does not make another turn.
   */
  id: string;
  /**
   * When quiet time and the reminder count start: at `since`, or at the newest `Status:` that restarted the
   * clock.
   */
  start: Instant;
  why: TurnReason;
  /** Null when the calendar never reaches it. */
  due: Instant | null;
  /** The duration that led to `due`, as the config writes it; null when the author's own date came first. */
  target: string | null;
  /** The target is in wall time, so nights and weekends count too. */
  isWallTime: boolean;
  /** `start`, or later: when the app first saw the pull request, or the cover took over. */
  clockFrom: Instant;
  /** Its clock is stopped until then; null when it runs. */
  snoozedUntil: Instant | null;
  /** Past `due`, and not snoozed. */
  isOverdue: boolean;
  calendar: Calendar;
}

/** The author's newest comment that starts with `Status:`. */
export interface StatusUpdate {
  /** GraphQL id of the comment. */
  id: string;
  at: Instant;
  url: string;
  /** Everything after `Status:`. */
  text: string;
  /** The person or team that it says the author waits for; null when it names nobody, or a bot. */
  blocker: UserOrTeam | null;
}

/** Why it is nobody's turn. */
export type Nobody =
  | { type: "closed" | "merged" | "draft" | "approved" | "queued" }
  /**
   * What is open waits for the author, which is a bot or an account that nobody reads: deleted, a mannequin,
   * an organisation. `isOwned`: a person is assigned to the pull request.
   */
  | { type: "bot" | "unread author"; login: string; isOwned: boolean }
  /** Nobody was asked, or every request was withdrawn. */
  | { type: "nobody asked" }
  /** Only bots were asked. */
  | { type: "bots asked"; logins: string[] }
  /** Everybody who was asked has answered. `isUnderRule`: GitHub requires more approvals than there are. */
  | { type: "answered"; isUnderRule: boolean };

export interface TurnsVerdict {
  /** Login of the author or, for a bot's pull request, of the person who owns it; null when nobody does. */
  owner: string | null;
  /**
   * `off`: no time zone is configured. `waiting`: for the people in `turns`. `idle`: for somebody without
   * turns (a bot). `unassigned`: nobody was asked to review.
   */
  state: "off" | "closed" | "draft" | "approved" | "unassigned" | "idle" | "waiting";
  /** Whose move it is; empty unless `waiting`. Several people can have a move at once. */
  turns: Turn[];
  /**
   * The author's turn to merge what is approved; only with `remind.merge`. Used for reminders, never as a
   * turn.
   */
  merge: Turn | null;
  /** When the state began; with `waiting`, when its earliest turn did. */
  since: Instant;
  /** When the line starts to say that nobody is asked; null when never, and in other states. */
  unassignedFrom: Instant | null;
  /** The date by which the author would like the review, `2026-12-03`; null when there is none. */
  deadline: string | null;
  status: StatusUpdate | null;
  /**
   * Why it is nobody's turn. Renderers derive from it what would change that. Null when it is somebody's
   * turn, or turns are off.
   */
  nobody: Nobody | null;
  /**
   * Who moves next for each remark, by its id: a login, "reviewers", or null for nobody. Agrees with the
   * turns.
   */
  next: ReadonlyMap<string, string | null>;
  /** The next instants at which the verdict changes without a new event, all after `now`, earliest first. */
  changesAt: Instant[];
  /** The zone of the team's hours. */
  timeZone: string;
}
