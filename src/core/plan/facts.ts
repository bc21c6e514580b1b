import type { EffectiveConfig } from "../config/effective.ts";
import type { KnownPermissions, Permission } from "../conversation/people.ts";
import type { Conclusion } from "../description/description.ts";
import type { GaveUp, ParsedDescription } from "../description/parsed-description.ts";
import type { Observation } from "../observation.ts";
import type { Instant } from "../pull-request.ts";

/** A pressed button or a re-run, with what its sender may do here. */
export interface JudgedIntent {
  deliveryId: string;
  identifier: "insert" | "recheck" | "rerequested";
  sender: string | null;
  permission: Permission;
}

/**
 * What the check last said about a description, for the next time that reading the same text takes too long.
 */
export interface LastVerdict {
  bodyHash: string;
  conclusion: Conclusion;
  title: string;
}

/** Everything that a decision is made of. Nothing else is looked at. */
export interface Facts {
  observation: Observation;
  effective: EffectiveConfig;
  /** The body, parsed; or why that was given up. */
  description: ParsedDescription | GaveUp;
  /** What the check said before; it stands when only time kept the same body from being read. */
  lastVerdict?: LastVerdict | null;
  /** The repository's templates, parsed the same way, in the observation's order. */
  templates: ParsedDescription[];
  /** What else was given up, and why: its judging took too long, or ended the thread. */
  gaveUp?: Partial<Record<"changed config" | "conversation", string>>;
  /** When threads that were seen resolved were seen open again, by GraphQL id; none when it is left out. */
  reopened?: ReadonlyMap<string, Instant>;
  /** True in a workflow: nobody is told of pressed buttons, and waiting costs what nobody wants to pay. */
  inWorkflow?: boolean;
  intents: JudgedIntent[];
  /** Permissions that were asked for this look: a command needs a fresh one. */
  freshPermissions: KnownPermissions;
  /** Those, and the ones remembered from earlier looks: good enough to list a decision. */
  knownPermissions: KnownPermissions;
  now: Instant;
  /** When the app first saw the pull request, and its repository. */
  firstSeenAt: Instant;
  repositoryFirstSeenAt: Instant | null;
}
