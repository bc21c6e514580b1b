import { placeIn, type ReadConfig } from "../check/checked.ts";
import { type FileProblem, formatPath } from "../problems/problem.ts";
import { isLocked, isTree, type Tree } from "./layers.ts";

/** Takes out of a repository's tree what the organisation has locked; one problem for each key that tried. */
export function takeLocked(
  tree: Tree,
  parsed: Pick<ReadConfig, "places">,
  locked: readonly string[],
  path: readonly string[] = [],
): { tree: Tree; problems: FileProblem[] } {
  const problems: FileProblem[] = [];
  const kept = new Map<string, unknown>();
  for (const [key, value] of Object.entries(tree)) {
    const here = [...path, key];
    if (isLocked(here, locked)) {
      const message = `${formatPath(here)} is locked by the organisation. Remove it here.`;
      problems.push({ place: placeIn(parsed, here), path: here, kind: "locked", message, dropped: here });
    } else if (isTree(value)) {
      const below = takeLocked(value, parsed, locked, here);
      problems.push(...below.problems);
      kept.set(key, below.tree);
    } else kept.set(key, value);
  }
  return { tree: Object.fromEntries(kept), problems };
}
