import type { PullRequest } from "../pull-request.ts";
import { listAway } from "./clock/find-away.ts";
import { findBlocker } from "./clock/find-blocker.ts";
import { isPerson } from "./record/is-person.ts";
import type { Replayed } from "./replay/replay.ts";
import type { Standing } from "./replay/standing.ts";
import type { TurnsInput } from "./turns-input.ts";
import type { StatusUpdate, Turn, TurnReason } from "./verdict.ts";

type Input = Pick<TurnsInput, "pullRequest" | "turns">;

/** A turn without its clock. */
export type Move = Pick<Turn, "role" | "login" | "isTeam" | "since" | "why">;

/** A team whose request GitHub has dropped without a review of a member on its behalf was served in a way that we cannot see. */
function isDropped({ isTeam, login, commenters }: Standing, { reviewRequests }: PullRequest): boolean {
  return isTeam && commenters.length === 0 && !reviewRequests.some((request) => request.login === login);
}

function explainAuthor(waiting: Standing[]): TurnReason {
  if (waiting.every(({ why }) => why === "waiting")) return { type: "waiting" };
  const changesRequestedBy = waiting
    .filter(({ opinion, asks }) => opinion === "changes_requested" && asks.size === 0)
    .map(({ login }) => login);
  const kinds = waiting.flatMap(({ asks }) => [...asks.values()].map(({ kind }) => kind));
  return { type: "asked", kinds, changesRequestedBy };
}

/** The author's move as it is, or moved once to the person that their status update names as the blocker. */
function passToBlocker(move: Move, { pullRequest, turns }: Input, statuses: StatusUpdate[]): Move {
  const standInsOf = (login: string) => listAway(turns, login).flatMap(({ cover }) => cover ?? []);
  const blocker = findBlocker(pullRequest, statuses, move.since, standInsOf);
  if (blocker === null) return move;
  // The blocker has answered: the author's turn starts again.
  if (blocker.until !== null) return { ...move, since: blocker.until };
  const { login, isTeam, since } = blocker;
  return { role: "blocker", login, isTeam, since, why: { type: "blocker", author: move.login } };
}

/** Whose move it is, and since when: reviewers in the order in which they came, then the author or whoever blocks them. */
export function findMoves(input: Input, replayed: Replayed, statuses: StatusUpdate[]): Move[] {
  const { pullRequest } = input;
  const { standings, authorSince } = replayed;
  const moves = standings
    .filter((standing) => standing.move === "reviewer" && !isDropped(standing, pullRequest))
    .map(({ login, isTeam, since, why }): Move => {
      const type = why === "asked" || why === "waiting" ? "requested" : why;
      return { role: "reviewer", login, isTeam, since, why: { type } };
    });
  const waiting = standings.filter(({ move }) => move === "author");
  const since = authorSince ?? waiting.map((standing) => standing.since).sort()[0];
  if (since === undefined || !isPerson(pullRequest.author)) return moves;
  const login = pullRequest.author.login;
  const own: Move = { role: "author", login, isTeam: false, since, why: explainAuthor(waiting) };
  const passed = passToBlocker(own, input, statuses);
  // Who has a review to do anyway is not asked twice.
  if (moves.some((move) => move.login === passed.login)) return moves;
  return [...moves, passed];
}
