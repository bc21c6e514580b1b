import { Temporal } from "temporal-polyfill";
import type { OpenPullRequest } from "../core/observation.ts";
import type { HeadStanding, Twin } from "../core/plan/checks/shared-head.ts";
import { findEarliest, type Instant } from "../core/pull-request.ts";
import type { Awaited, KnownPullRequest } from "./ports.ts";

/**
 * Pause between two tries to have another pull request on the head looked at first. After the last try, that
 * one no longer counts.
 */
const tryPause = { seconds: 10 };
const maxTries = 3;

/** The others on a pull request's head, as far as the rows and GitHub's list say. */
export interface SeenHead {
  /** Open there, with what their last look concluded. */
  twins: Twin[];
  /**
   * Open there, as far as is known, but not judged there yet. `updatedAt` is from GitHub's list; null when it
   * is not listed.
   */
  unjudged: { number: number; updatedAt: Instant | null }[];
  /** Twins that are missing from a list of all open pull requests. */
  missing: number[];
}

/** Sorts the others by what their rows and GitHub's list say. The newer of the two is right. */
export function seeHead(
  known: KnownPullRequest[],
  { number, headSha, listed, isWhole }: { number: number; headSha: string } & ListedOpen,
): SeenHead {
  const rows = new Map(known.map((row) => [row.number, row]));
  const open = new Map(listed.filter((one) => one.headSha === headSha).map((one) => [one.number, one]));
  const seen: SeenHead = { twins: [], unjudged: [], missing: [] };
  for (const other of new Set([...rows.keys(), ...open.keys()])) {
    const row = rows.get(other);
    const listedAt = open.get(other)?.updatedAt ?? null;
    if (other === number) continue;
    const standing = row && findHeadStanding(row, headSha);
    if (standing) {
      const { checks, twins, left = [] } = standing;
      seen.twins.push({ number: other, checks, twins, left });
      if (isWhole && listedAt === null) seen.missing.push(other);
    } else if (isUnjudged(row, headSha, listedAt)) seen.unjudged.push({ number: other, updatedAt: listedAt });
  }
  return seen;
}

/** Open pull requests as GitHub lists them. `isWhole`: there are no others. */
export interface ListedOpen {
  listed: OpenPullRequest[];
  isWhole: boolean;
}

/**
 * Its standing, if it was open on this head at its last look and no delivery has named another head since.
 */
export function findHeadStanding({ headSha, memory }: KnownPullRequest, head: string): HeadStanding | null {
  const { standing } = memory;
  return standing?.headSha === head && standing.isOpen && (headSha ?? head) === head ? standing : null;
}

function isUnjudged(row: KnownPullRequest | undefined, head: string, listedAt: Instant | null): boolean {
  const seenAt = row?.memory.seenAt ?? "";
  if (listedAt !== null && listedAt > seenAt) return true;
  if (row === undefined || row.headSha !== head) return false;
  const wasSeenThere = row.memory.standing?.headSha === head;
  return !wasSeenThere || (row.toldAt !== null && row.toldAt > seenAt);
}

/** What to do about pull requests that are not judged yet on the head. */
export interface HeadWait {
  /** Those to wait for, with their tries; also those in `unseen`. */
  awaited: Awaited[];
  /** Those of them to have looked at now. */
  ask: SeenHead["unjudged"];
  /** Tried so often that they no longer count. */
  unseen: number[];
  /** Null when the wait is over. */
  until: Instant | null;
}

/**
 * Plans the wait for those that are not judged yet. One that is still in a long queue is waited for without
 * limit.
 */
export function planWait(
  unjudged: SeenHead["unjudged"],
  { before, known, now }: { before: Awaited[]; known: KnownPullRequest[]; now: Instant },
): HeadWait {
  const wait: HeadWait = { awaited: [], ask: [], unseen: [], until: null };
  const next = Temporal.Instant.from(now).add(tryPause).toString();
  for (const { number, updatedAt } of unjudged) {
    const last = before.find((one) => one.number === number) ?? { number, tries: 0, until: now };
    const isOver = now >= last.until;
    const isQueued = known.some((row) => row.number === number && isDueBy(row, next));
    if (isOver && last.tries >= maxTries && !isQueued) {
      wait.awaited.push(last);
      wait.unseen.push(number);
      continue;
    }
    const isTry = isOver && (last.tries === 0 || !isQueued);
    if (isTry) wait.ask.push({ number, updatedAt });
    const tries = last.tries + (isTry ? 1 : 0);
    wait.awaited.push({ number, tries, until: isOver ? next : last.until });
  }
  const untils = wait.awaited.filter((one) => !wait.unseen.includes(one.number)).map(({ until }) => until);
  return { ...wait, until: findEarliest(untils) };
}

function isDueBy({ runAt, failures }: KnownPullRequest, instant: Instant): boolean {
  return failures === 0 && runAt !== null && Temporal.Instant.compare(runAt, instant) <= 0;
}
