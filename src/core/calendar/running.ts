import type { Instant, PullRequest } from "../pull-request.ts";
import { businessSecondsBetween } from "./business-time.ts";
import type { Calendar } from "./calendar.ts";
import { compareInstants, parseSeconds } from "./instant.ts";

/** A half-open stretch in which a pull request was open and not a draft; `to` is null while it lasts. */
export interface Running {
  from: Instant;
  to: Instant | null;
}

/** When a pull request was closed or merged, and opened again; `reopenedAt` is null when it was not. */
export interface Closing {
  at: Instant;
  isMerged: boolean;
  reopenedAt: Instant | null;
}

type RunningInput = Pick<PullRequest, "createdAt" | "closedAt" | "state" | "isDraft" | "timeline">;

/** Every closing, oldest first. Where the last one's event is missing, it is dated by `closedAt`. */
export function listClosings({ timeline, state, closedAt, createdAt }: RunningInput): Closing[] {
  const found: Closing[] = [];
  for (const { type, createdAt: at } of timeline) {
    const last = found.at(-1);
    const isClosed = last !== undefined && last.reopenedAt === null;
    if (type === "closed" && !isClosed) found.push({ at, isMerged: false, reopenedAt: null });
    if (type === "reopened" && isClosed) last.reopenedAt = at;
  }
  if (state === "open") return found;
  const isMerged = state === "merged";
  const last = found.at(-1);
  if (last?.reopenedAt === null) last.isMerged = isMerged;
  else found.push({ at: closedAt ?? createdAt, isMerged, reopenedAt: null });
  return found;
}

/**
 * When the clock of a pull request ran: from ready on, with pauses while it was a draft again, or closed.
 * Empty when it was never ready.
 */
export function listRunning(pullRequest: RunningInput): Running[] {
  const { timeline, createdAt, isDraft } = pullRequest;
  const drafting = timeline.filter(
    ({ type }) => type === "ready_for_review" || type === "converted_to_draft",
  );
  const wasDraft = drafting[0] === undefined ? isDraft : drafting[0].type === "ready_for_review";
  const changes = [
    ...drafting.map(({ type, createdAt: at }) => ({ at, isDraft: type === "converted_to_draft" })),
    ...listClosings(pullRequest).flatMap(({ at, reopenedAt }) => [
      { at, isClosed: true },
      ...(reopenedAt === null ? [] : [{ at: reopenedAt, isClosed: false }]),
    ]),
  ].sort((left, right) => compareInstants(left.at, right.at));
  const found: Running[] = [];
  let now = { at: createdAt, isDraft: wasDraft, isClosed: false };
  for (const change of [now, ...changes]) {
    now = { ...now, ...change };
    const last = found.at(-1);
    const runs = !now.isDraft && !now.isClosed;
    if (last?.to === null && !runs) last.to = now.at;
    if (last?.to !== null && runs) found.push({ from: now.at, to: null });
  }
  return found.filter(({ from, to }) => from !== to);
}

/** Was its description edited after it became ready? Then only its edits say what it was at that time. */
export function wasEditedSinceReady(pullRequest: PullRequest): boolean {
  const { lastEditedAt } = pullRequest;
  const [first] = listRunning(pullRequest);
  return lastEditedAt !== null && first !== undefined && lastEditedAt > first.from;
}

/** The stretches as of that instant: one that goes on is cut off there. */
export function cutRunning(running: readonly Running[], until: Instant): Running[] {
  return running
    .filter(({ from }) => from < until)
    .map(({ from, to }) => ({ from, to: to === null || to >= until ? until : to }));
}

/** The closing that stood just before that instant; null when the pull request was open. */
export function findClosingAt(closings: readonly Closing[], until: Instant): Closing | null {
  const isStanding = ({ at, reopenedAt }: Closing) =>
    at < until && (reopenedAt === null || reopenedAt >= until);
  return closings.find(isStanding) ?? null;
}

/** Seconds of business time and of wall time. */
interface Elapsed {
  business: number;
  wall: number;
}

/** How long the clock ran in [from, to). */
export function measureRunning(
  running: readonly Running[],
  { from, to, calendar }: { from: Instant; to: Instant; calendar: Calendar },
): Elapsed {
  const elapsed: Elapsed = { business: 0, wall: 0 };
  for (const stretch of running) {
    const start = stretch.from > from ? stretch.from : from;
    const end = stretch.to !== null && stretch.to < to ? stretch.to : to;
    if (start >= end) continue;
    const [first, last] = [parseSeconds(start), parseSeconds(end)];
    elapsed.business += businessSecondsBetween(first, last, calendar);
    elapsed.wall += last - first;
  }
  return elapsed;
}
