import type { Repository } from "../core/pull-request.ts";
import type { Intent, Look } from "../reconcile/ports.ts";

/**
 * A look at whatever was last seen with a commit as its head: a fork's `check_suite` names no pull request.
 */
export interface LookByHead {
  repository: Repository;
  headSha: string;
  intents: Intent[];
  onlyIfUnseen: boolean;
}

/** What a delivery asks for. */
export interface NamedLooks {
  looks: Look[];
  byHead: LookByHead[];
}

/** A delivery that asks for nothing. */
export const nothing: NamedLooks = { looks: [], byHead: [] };
