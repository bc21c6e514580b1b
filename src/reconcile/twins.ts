import { Temporal } from "temporal-polyfill";
import { findEarliest } from "../core/calendar/instant.ts";
import type { OpenPullRequest } from "../core/observation.ts";
import type { HeadConclusions, Twin } from "../core/plan/checks/check-owners.ts";
import type { Instant } from "../core/pull-request.ts";
import type { Awaited, KnownPullRequest } from "./ports.ts";

/** Pause between two tries to have a twin looked at first. After the last try, it no longer counts. */
const tryPause = { seconds: 10 };
const maxTries = 3;

/** The other pull requests on a head, as far as the rows and GitHub's list say. */
export interface KnownTwins {
  /** Open there, with what their last look concluded. */
  twins: Twin[];
  /**
   * Open there as far as is known, but not judged yet. `updatedAt` is GitHub's; null when it isn't listed.
   */
  unjudged: { number: number; updatedAt: Instant | null }[];
  /** Twins that are missing from a list of all open pull requests. */
  missing: number[];
}

/** Sorts twins by what their rows and GitHub's list say. The newer of the two is right. */
export function sortTwins(
  known: KnownPullRequest[],
  { number, headSha, listed, isWhole }: { number: number; headSha: string } & ListedOpen,
): KnownTwins {
  const rows = new Map(known.map((row) => [row.number, row]));
  const open = new Map(listed.filter((one) => one.headSha === headSha).map((one) => [one.number, one]));
  const sorted: KnownTwins = { twins: [], unjudged: [], missing: [] };
  for (const other of new Set([...rows.keys(), ...open.keys()])) {
    const row = rows.get(other);
    const listedAt = open.get(other)?.updatedAt ?? null;
    if (other === number) continue;
    const conclusions = row && findConclusions(row, headSha);
    if (conclusions) {
      const { checks, twins, leftToOthers = [] } = conclusions;
      sorted.twins.push({ number: other, checks, twins, leftToOthers });
      if (isWhole && listedAt === null) sorted.missing.push(other);
    } else if (isUnjudged(row, headSha, listedAt))
      sorted.unjudged.push({ number: other, updatedAt: listedAt });
  }
  return sorted;
}

/** Open pull requests as GitHub lists them. `isWhole`: there are no others. */
export interface ListedOpen {
  listed: OpenPullRequest[];
  isWhole: boolean;
}

/**
 * What a pull request concluded on this head; null when it was closed, or left the head, as far as is known.
 */
export function findConclusions({ headSha, memory }: KnownPullRequest, head: string): HeadConclusions | null {
  const { conclusions } = memory;
  return conclusions?.headSha === head && conclusions.isOpen && (headSha ?? head) === head
    ? conclusions
    : null;
}

function isUnjudged(row: KnownPullRequest | undefined, head: string, listedAt: Instant | null): boolean {
  const seenAt = row?.memory.seenAt ?? "";
  if (listedAt !== null && listedAt > seenAt) return true;
  if (row === undefined || row.headSha !== head) return false;
  const wasSeenThere = row.memory.conclusions?.headSha === head;
  return !wasSeenThere || (row.toldAt !== null && row.toldAt > seenAt);
}

/** What to do about twins that are not judged yet. */
export interface TwinWait {
  /** The twins to wait for, with their tries, including those in `unreachable`. */
  awaited: Awaited[];
  /** The twins to look at now. */
  ask: KnownTwins["unjudged"];
  /** Tried so often that they no longer count. */
  unreachable: number[];
  /** Null when the wait is over. */
  until: Instant | null;
}

/** Plans the wait for twins that are not judged yet. One that is still queued has no time limit. */
export function planWait(
  unjudged: KnownTwins["unjudged"],
  { before, known, now }: { before: Awaited[]; known: KnownPullRequest[]; now: Instant },
): TwinWait {
  const wait: TwinWait = { awaited: [], ask: [], unreachable: [], until: null };
  const next = Temporal.Instant.from(now).add(tryPause).toString();
  for (const { number, updatedAt } of unjudged) {
    const last = before.find((one) => one.number === number) ?? { number, tries: 0, until: now };
    const isOver = now >= last.until;
    const isQueued = known.some((row) => row.number === number && isDueBy(row, next));
    if (isOver && last.tries >= maxTries && !isQueued) {
      wait.awaited.push(last);
      wait.unreachable.push(number);
      continue;
    }
    const isTry = isOver && (last.tries === 0 || !isQueued);
    if (isTry) wait.ask.push({ number, updatedAt });
    const tries = last.tries + (isTry ? 1 : 0);
    wait.awaited.push({ number, tries, until: isOver ? next : last.until });
  }
  const untils = wait.awaited
    .filter((one) => !wait.unreachable.includes(one.number))
    .map(({ until }) => until);
  return { ...wait, until: findEarliest(untils) };
}

function isDueBy({ runAt, failures }: KnownPullRequest, instant: Instant): boolean {
  return failures === 0 && runAt !== null && Temporal.Instant.compare(runAt, instant) <= 0;
}
