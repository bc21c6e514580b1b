import type { Span } from "../calendar/span.ts";
import type { TurnsConfig } from "../config/schema/turns-schema.ts";
import type { KnownPermissions } from "../conversation/people.ts";
import type { Remark } from "../conversation/remark.ts";
import type { Instant, PullRequest } from "../pull-request.ts";

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
