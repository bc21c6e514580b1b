import type { MinimumVersion } from "../ports.ts";

/** The most comment ids, and review ids, to keep: an observation with the newest has the older ones too. */
const maxIds = 50;
/** The most threads to keep, the newest. */
const maxThreads = 50;
/** The most pushes to a config to keep: as many as can be under way at once. */
const maxOldHeads = 10;

/**
 * The stricter of the two: the newest `updatedAt` with the head at that time, every comment and review, each
 * thread's newest state, and every push to a config. A head without an instant (a `check_suite` names only a
 * commit) does not say what is newer, so it is dropped.
 */
export function mergeMinimumVersion(
  old: MinimumVersion | null,
  heard: MinimumVersion | null,
): MinimumVersion | null {
  const newest = pickNewest(old, heard);
  const commentIds = unite(old?.commentIds, heard?.commentIds);
  const reviewIds = unite(old?.reviewIds, heard?.reviewIds);
  const oldHeads = unite(old?.oldHeads, heard?.oldHeads);
  const threads = mergeThreads(old?.threads, heard?.threads);
  const lists = [commentIds, reviewIds, oldHeads, threads];
  if (newest === null && lists.every(({ length }) => length === 0)) return null;
  return {
    updatedAt: newest?.updatedAt ?? null,
    headSha: newest?.headSha ?? null,
    commentIds: commentIds.sort((a, b) => a - b).slice(-maxIds),
    ...(reviewIds.length > 0 && { reviewIds: reviewIds.slice(-maxIds) }),
    ...(oldHeads.length > 0 && { oldHeads: oldHeads.slice(-maxOldHeads) }),
    ...(threads.length > 0 && { threads: Object.fromEntries(threads.slice(-maxThreads)) }),
  };
}

const unite = <T>(old: T[] = [], heard: T[] = []): T[] => [...new Set([...old, ...heard])];

type Threads = NonNullable<MinimumVersion["threads"]>;

/** Deliveries arrive in any order: the newest counts, and of two in the same second, the later arrival. */
function mergeThreads(old: Threads = {}, heard: Threads = {}): [string, Threads[string]][] {
  const newer = Object.entries(heard).filter(([id, { at }]) => at >= (old[id]?.at ?? ""));
  const ids = new Set(newer.map(([id]) => id));
  return [...Object.entries(old).filter(([id]) => !ids.has(id)), ...newer];
}

/** At the same second, the later delivery wins; if it names no head, the other's head is kept. */
function pickNewest(
  old: MinimumVersion | null,
  heard: MinimumVersion | null,
): Pick<MinimumVersion, "updatedAt" | "headSha"> | null {
  const [before, after] = [old?.updatedAt ?? null, heard?.updatedAt ?? null];
  if (old === null || before === null) return after === null ? null : heard;
  if (heard === null || after === null) return old;
  if (before === after) return { updatedAt: after, headSha: heard.headSha ?? old.headSha };
  return after > before ? heard : old;
}

/** The rest after a run that was given `seen`: only what arrived during the run. */
export function subtractMinimumVersion(
  minimumVersion: MinimumVersion | null,
  seen: MinimumVersion | null,
): MinimumVersion | null {
  if (minimumVersion === null || seen === null) return minimumVersion;
  const moved = minimumVersion.updatedAt !== seen.updatedAt || minimumVersion.headSha !== seen.headSha;
  const { updatedAt, headSha } = moved ? minimumVersion : { updatedAt: null, headSha: null };
  const commentIds = minimumVersion.commentIds.filter((id) => !seen.commentIds.includes(id));
  const reviewIds = (minimumVersion.reviewIds ?? []).filter((id) => !seen.reviewIds?.includes(id));
  const oldHeads = (minimumVersion.oldHeads ?? []).filter((head) => !seen.oldHeads?.includes(head));
  const threads = Object.fromEntries(
    Object.entries(minimumVersion.threads ?? {}).filter(
      ([id, { isResolved, at }]) =>
        seen.threads?.[id]?.at !== at || seen.threads[id].isResolved !== isResolved,
    ),
  );
  return mergeMinimumVersion(null, { updatedAt, headSha, commentIds, reviewIds, oldHeads, threads });
}
