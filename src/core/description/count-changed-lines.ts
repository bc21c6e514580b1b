import type { DescriptionFacts } from "./description.ts";

/** Additions plus deletions; null when they are not known. */
export function countChangedLines({
  additions,
  deletions,
}: Pick<DescriptionFacts, "additions" | "deletions">): number | null {
  return additions === null || deletions === null ? null : additions + deletions;
}
