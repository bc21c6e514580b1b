import type { Instant } from "../../pull-request.ts";
import type { Reviewer } from "../record/turn-event.ts";
import { createStanding, type Standing } from "./standing.ts";

/** What the replay knows so far. */
export interface State {
  /** By login, in the order of their first appearance. */
  standings: Map<string, Standing>;
  /** Whose thread it is, by thread id. */
  threads: Map<string, Standing>;
  /** The newest `/async waiting` that nothing has ended. */
  held: { since: Instant; byAuthor: boolean } | null;
  /** When the pull request last became something that nobody may have been asked to look at. */
  restedAt: Instant;
}

/** The standing of that reviewer; made at `at` when it is the first that is heard of them. */
export function findStanding(state: State, reviewer: Reviewer, at: Instant): Standing {
  const known = state.standings.get(reviewer.login);
  if (known !== undefined) return known;
  const created = createStanding(reviewer, at);
  state.standings.set(reviewer.login, created);
  return created;
}

/** Is the review of that person or team under way? */
export function isEngaged({ move, isRemoved }: Standing): boolean {
  return !isRemoved && (move === "reviewer" || move === "author");
}
