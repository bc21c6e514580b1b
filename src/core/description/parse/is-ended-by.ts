import type { HeadingPart } from "../parsed-description.ts";

/**
 * Does a later heading end what an earlier one began? Those of its rank or a higher one do, at the same depth
 * of `<details>` or a lesser one. What is folded away belongs to its `<summary>`, whatever headings are in
 * it; the next `<summary>` of the same depth is its neighbour's, and ends all of that. Of two fields the
 * later ends the earlier, be it empty or not.
 */
export function isEndedBy(earlier: HeadingPart, later: HeadingPart): boolean {
  if (earlier.details !== later.details) return earlier.details > later.details;
  if (later.form === "summary" && later.details > 0) return true;
  if (earlier.isField && later.isField && earlier.listDepth >= later.listDepth) return true;
  return earlier.form !== "summary" && earlier.rank >= later.rank;
}
