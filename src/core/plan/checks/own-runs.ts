import type { OwnCheckRun } from "../../pull-request.ts";

/**
 * What this app created and GitHub's reads may not show yet. `id` is null until the answer to the create
 * arrives.
 */
export interface RecentCreate {
  /** `Write.key`. */
  key: string;
  id: number | null;
  hash: string;
}

/**
 * The contents of a run's `external_id`, `<number>:<hash>`; a merge group's has no number. A suffix after the
 * hash notes that more was added to the run later.
 */
export function parseExternalId({ externalId }: Pick<OwnCheckRun, "externalId">): {
  number: number | null;
  hash: string;
} {
  const [number = "", hash = ""] = externalId.split(":");
  return { number: /^[1-9]\d*$/.test(number) ? Number(number) : null, hash };
}

/** Did we write this `external_id`? Others who share our app write other ones. */
export const isExternalId = (text: string): boolean => /^(?:[1-9]\d*|group):[0-9a-f]{16}/.test(text);

/** A created run's key in the memory. Forced runs differ by who asked for them. */
export function checkRunKey(
  { name, force }: { name: string; force: string | null },
  headSha: string,
): string {
  return `check:${name}:${headSha}${force ? `:${force}` : ""}`;
}

/** The runs, newest first, with those on this head that are too recent for a lagging read to show. */
export function withRecentRuns(
  present: OwnCheckRun[],
  recent: RecentCreate[],
  { number, headSha }: { number: number | "group"; headSha: string },
): OwnCheckRun[] {
  const unseen = recent.flatMap(({ key, id, hash }): OwnCheckRun[] => {
    const end = key.lastIndexOf(`:${headSha}`);
    if (id === null || !key.startsWith("check:") || end < 0) return [];
    if (present.some(({ databaseId }) => databaseId === id)) return [];
    const name = key.slice("check:".length, end);
    const externalId = `${number}:${hash}`;
    return [{ databaseId: id, name, status: "completed", conclusion: null, externalId }];
  });
  return [...present, ...unseen].sort((a, b) => b.databaseId - a.databaseId);
}
