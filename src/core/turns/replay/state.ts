import type { Instant } from "../../pull-request.ts";
import type { Reviewer } from "../record/turn-event.ts";
import { type Cause, createStanding, type Standing } from "./standing.ts";

/** What the replay knows so far. */
export interface State {
  /** By login, in the order of their first appearance. */
  standings: Map<string, Standing>;
  /** Who asked there, by what it is about. */
  askers: Map<string, Set<Standing>>;
  /** The newest `/async waiting` that nothing has ended. */
  held: (Cause & { byAuthor: boolean }) | null;
  /** What began the stretch in which the author has been asked by anybody; null while nobody asks. */
  authorAsked: string | null;
  /** When the pull request last became something that nobody may have been asked to look at. */
  restedAt: Instant;
}

/** The standing of that reviewer; made by `cause` when it is the first that is heard of them. */
export function findStanding(state: State, reviewer: Reviewer, cause: Cause): Standing {
  const known = state.standings.get(reviewer.login);
  if (known !== undefined) return known;
  const created = createStanding(reviewer, cause);
  state.standings.set(reviewer.login, created);
  return created;
}

/** Is the review of that person or team under way? */
export function isEngaged({ move, isRemoved }: Standing): boolean {
  return !isRemoved && (move === "reviewer" || move === "author");
}
