import type { EffectiveConfig } from "../config/effective.ts";
import type { KnownPermissions, Permission } from "../conversation/people.ts";
import type { ParsedDescription, Unread } from "../description/parts.ts";
import type { Observation } from "../observation.ts";
import type { Conclusion } from "../planned.ts";
import type { Instant } from "../pull-request.ts";

/** A pressed button or a re-run, with its sender's permission. */
export interface JudgedIntent {
  deliveryId: string;
  identifier: "insert" | "recheck" | "rerequested";
  sender: string | null;
  permission: Permission;
}

/** What the check last said about a description, in case reading the same text takes too long next time. */
export interface LastVerdict {
  bodyHash: string;
  conclusion: Conclusion;
  title: string;
}

/** Everything that a decision is made from, and nothing else. */
export interface Facts {
  observation: Observation;
  effective: EffectiveConfig;
  /** The parsed body, or why it was not read. */
  description: ParsedDescription | Unread;
  /** What the check said before. It stands when only a time-out kept the same body from being read. */
  lastVerdict?: LastVerdict | null;
  /** The repository's templates, parsed in the same way, in the observation's order. */
  templates: ParsedDescription[];
  /** What else was not read, and why: judging it took too long, or ended the thread. */
  unread?: Partial<Record<"changedConfig" | "conversation", string>>;
  /** When resolved threads were seen open again, by GraphQL id; absent when there are none. */
  reopened?: ReadonlyMap<string, Instant>;
  /** True in a workflow, which gets no button presses and whose waiting time is billed. */
  inWorkflow?: boolean;
  intents: JudgedIntent[];
  /** Permissions asked for in this look; commands need a fresh one. */
  freshPermissions: KnownPermissions;
  /** Fresh and remembered permissions; good enough to list a decision. */
  knownPermissions: KnownPermissions;
  now: Instant;
  /** When the app first saw the pull request, and its repository. */
  firstSeenAt: Instant;
  repositoryFirstSeenAt: Instant | null;
}
