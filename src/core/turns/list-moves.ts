import { compareInstants, earliestOf } from "../calendar/instant.ts";
import type { Kind } from "../config/schema/review-schema.ts";
import type { People } from "../conversation/people.ts";
import { isAnswered } from "../conversation/remark.ts";
import { isSameLogin, type PullRequest } from "../pull-request.ts";
import { findBlocker } from "./clock/list-statuses.ts";
import { type Approval, isDropped, listAskedAfter, listClosers, listOwed } from "./find-approval.ts";
import type { Replayed } from "./replay.ts";
import type { Standing } from "./standing.ts";
import type { QueueReason, StatusUpdate, Turn, TurnReason, TurnsInput } from "./turns.ts";

export type MovesInput = Pick<TurnsInput, "pullRequest" | "turns" | "remarks">;

/** A turn without its clock. */
export type Move = Pick<Turn, "role" | "login" | "isTeam" | "since" | "id" | "why">;

/** What is known of a pull request before its turns are made. */
export interface TurnFacts<Input = TurnsInput> {
  input: Input;
  replayed: Replayed;
  people: People;
  /** Null while it is not approved. */
  approval: Approval | null;
  statuses: StatusUpdate[];
}

/** Whose move it is, and since when: reviewers as they appeared, then the author or their blocker. */
export function listMoves(facts: TurnFacts<MovesInput>): Move[] {
  const moves = listReviewers(facts).map(({ login, isTeam, since, id, why }): Move => {
    const type = why === "asked" || why === "waiting" ? "requested" : why;
    return { role: "reviewer", login, isTeam, since, id, why: { type } };
  });
  const own = findAuthorMove(facts);
  const passed = own === null ? findDequeued(facts) : passToBlocker(own, facts);
  // A person who already has a review to give is not asked twice.
  if (passed === null || moves.some((move) => isSameLogin(move.login, passed.login))) return moves;
  return [...moves, passed];
}

function listReviewers({ input, replayed, approval }: TurnFacts<MovesInput>): Standing[] {
  const asked =
    approval === null
      ? replayed.standings.filter(
          (standing) => standing.move === "reviewer" && !isDropped(standing, input.pullRequest),
        )
      : listAskedAfter(approval, replayed).filter(({ move }) => move === "reviewer");
  const closers = listClosers(input.remarks, replayed).map((one) => ({ ...one, why: "answered" as const }));
  return [...asked, ...closers];
}

/**
 * The author's move: to answer reviewers, or to settle what holds the merge. Null when there is nothing to
 * do.
 */
function findAuthorMove({ input, replayed, people, approval }: TurnFacts<MovesInput>): Move | null {
  const { owner } = people;
  const owed = listOwed(input.remarks, replayed, approval, people);
  // The bot that wrote the pull request has to do what its owner asks.
  const all = replayed.standings.filter(({ move, login }) => move === "author" && login !== owner);
  // An approval ends earlier questions, but not what holds the merge.
  const asked = approval === null ? all : listAskedAfter(approval, replayed);
  const waiting = all.filter((one) => asked.includes(one) || owed.some(({ holder }) => holder === one.login));
  const rest = owed.filter(({ id }) => !waiting.some(({ openAsks }) => openAsks.has(id)));
  const { waitingSaid } = replayed;
  const isWaitingSaid = approval === null && waiting.length === 0 && waitingSaid !== null;
  if (owner === null || (waiting.length === 0 && owed.length === 0 && !isWaitingSaid)) return null;
  const move = { role: "author" as const, login: owner, isTeam: false };
  if (isWaitingSaid) return { ...move, since: waitingSaid.at, id: waitingSaid.id, why: { type: "waiting" } };
  const why = explainAuthor(
    waiting,
    rest.map(({ kind }) => kind),
  );
  const [first, ...others] = waiting;
  if (first !== undefined) {
    const since = earliestOf(first.since, ...others.map((standing) => standing.since));
    return { ...move, since, id: replayed.authorAsked ?? first.id, why };
  }
  // Their holders have approved, so only the author is left.
  const approved = replayed.standings
    .filter(({ login }) => owed.some(({ holder }) => holder === login))
    .flatMap(({ opinion }) => (opinion === null ? [] : { at: opinion.at, id: opinion.reviewId }));
  const last = approved.sort((left, right) => compareInstants(left.at, right.at)).at(-1) ?? approval;
  if (last === null) return null;
  return { ...move, since: last.at, id: last.id, why };
}

function explainAuthor(waiting: Standing[], owed: (Kind | null)[]): TurnReason {
  if (waiting.length > 0 && owed.length === 0 && waiting.every(({ why }) => why === "waiting"))
    return { type: "waiting" };
  const changesRequestedBy = waiting
    .filter(({ opinion, openAsks }) => opinion?.state === "changes_requested" && openAsks.size === 0)
    .map(({ login }) => login);
  const kinds = waiting.flatMap(({ openAsks }) => [...openAsks.values()].map(({ kind }) => kind));
  return { type: "asked", kinds: [...kinds, ...owed], changesRequestedBy };
}

/** The author's move; or, once, that of the blocker named in their status update. */
function passToBlocker(move: Move, { input, people, statuses }: TurnFacts<MovesInput>): Move {
  const blocker = findBlocker(statuses, move.since, { ...input, people });
  if (blocker === null) return move;
  // The blocker has answered, so the author's turn continues and its clock restarts.
  if (blocker.until !== null) return { ...move, since: blocker.until };
  const { login, isTeam, since, id } = blocker;
  return { role: "blocker", login, isTeam, since, id, why: { type: "blocker", author: move.login } };
}

/**
 * The author's move to find out why it left the merge queue; null when it did not, or somebody has acted
 * since.
 */
function findDequeued({ input, people }: TurnFacts<MovesInput>): Move | null {
  const { timeline, isInMergeQueue, commits } = input.pullRequest;
  const isQueue = ({ type }: PullRequest["timeline"][number]) =>
    type === "added_to_merge_queue" ||
    type === "removed_from_merge_queue" ||
    type === "head_ref_force_pushed";
  const last = timeline.findLast(isQueue);
  if (people.owner === null || isInMergeQueue || last?.type !== "removed_from_merge_queue") return null;
  const { actor, createdAt: since, id, reason } = last;
  const pushed = commits.some((commit) => (commit.ownSuiteCreatedAt ?? commit.committedDate) > since);
  // The author knows if they removed it by hand.
  if (pushed || (actor !== null && people.isAuthor(actor)) || isMerged(reason)) return null;
  const why: TurnReason = { type: "queue", ...parseQueueReason(reason) };
  return { role: "queue", login: people.owner, isTeam: false, since, id, why };
}

/** The webhook's values for `pull_request.dequeued`. GraphQL's are texts that say the same. */
const queueReasons: Record<string, QueueReason> = {
  ci_failure: "checks failed",
  failed_checks: "checks failed",
  failed_status_checks: "checks failed",
  ci_timeout: "checks timed out",
  merge_conflict: "conflict",
  branch_protections: "rules",
  git_tree_invalid: "no merge commit",
  invalid_merge_commit: "no merge commit",
  queue_cleared: "cleared",
  roll_back: "rolled back",
  manual: "removed",
};

/**
 * Parses GitHub's reason. `text` is GitHub's own wording; "" when it gives none or the reason is known. An
 * unknown constant becomes words.
 */
function parseQueueReason(reason: string): { known: QueueReason | null; text: string } {
  const name = reason
    .trim()
    .toLowerCase()
    .replace(/[^a-z]+/g, "_");
  if (queueReasons[name] !== undefined) return { known: queueReasons[name], text: "" };
  if (name === "unknown_removal_reason") return { known: null, text: "" };
  const isConstant = /^[A-Za-z]+(?:_[A-Za-z]+)+$/.test(reason.trim());
  return { known: null, text: isConstant ? name.replaceAll("_", " ") : reason.trim() };
}

/** Did it leave because it was merged? That needs no mention. */
const isMerged = (reason: string) => /^(?:already[_ ])?merged?$/i.test(reason.trim());

/** The author's move to merge what is approved; null without `remind.merge`, or in the merge queue. */
export function findMerge({ input, people, approval }: TurnFacts): Move | null {
  const { turns, pullRequest } = input;
  const { owner } = people;
  if (turns.remind.merge === "off" || pullRequest.isInMergeQueue || owner === null || approval === null)
    return null;
  const { at: since, id } = approval;
  return { role: "merger", login: owner, isTeam: false, since, id, why: { type: "approved" } };
}

/**
 * Who moves next for each open remark: its holder or the author, as the turns say, so that the table agrees
 * with the turn's line. An author's own remark waits for the reviewers until one answers. Null for nobody.
 */
export function findNext(
  { input, replayed, people, approval }: TurnFacts<MovesInput>,
  moves: readonly Move[],
  turns: readonly Turn[],
): Map<string, string | null> {
  const owed = listOwed(input.remarks, replayed, approval, people);
  const asked = approval === null ? replayed.standings : listAskedAfter(approval, replayed);
  const ours = moves.find(({ role }) => role === "author" || role === "blocker");
  const standIn = (login: string) => turns.find(({ coverFor }) => coverFor === login)?.login ?? login;
  const authorNext = standIn(ours?.login ?? people.author);
  const next = input.remarks.map((one): [string, string | null] => {
    const { id, holder, isOpen, isAsking, exchange } = one;
    if (!isOpen || !isAsking) return [id, null];
    if (people.isAuthor(holder)) return [id, isAnswered(exchange) ? holder : "reviewers"];
    if (owed.includes(one)) return [id, authorNext];
    if (asked.some(({ login, move }) => login === holder && move === "author")) return [id, authorNext];
    const isTheirs = moves.some(({ role, login }) => role === "reviewer" && login === holder);
    return [id, isTheirs ? standIn(holder) : null];
  });
  return new Map(next);
}
