import { type FileProblem, formatPath } from "../problems/problem.ts";
import { checkLocked } from "./check-locked.ts";
import { checkRules } from "./check-rules.ts";
import { checkTurns } from "./check-turns.ts";
import { checkWhen } from "./check-when.ts";
import { type Checked, placeIn, type ReadConfig } from "./checked.ts";

/** `replace: true` with nothing to put in its place. */
function checkKinds(parsed: ReadConfig): Checked {
  const problems = Object.entries(parsed.values.review?.kinds ?? {}).flatMap(
    ([kind, given]): FileProblem[] => {
      if (given?.replace !== true || given.prefixes !== undefined) return [];
      const path = ["review", "kinds", kind, "replace"];
      const message = `${formatPath(path)} is true, but there are no prefixes beside it. Add prefixes. The known words stay.`;
      return [{ place: placeIn(parsed, path), path, kind: "useless", message, dropped: null }];
    },
  );
  return { values: parsed.values, problems };
}

/** What one file alone says that cannot be meant. Broken parts are taken out. */
export function checkFile(parsed: ReadConfig): Checked {
  let values = parsed.values;
  const problems: FileProblem[] = [];
  for (const check of [checkRules, checkWhen, checkKinds, checkTurns, checkLocked]) {
    const checked = check({ ...parsed, values });
    values = checked.values;
    problems.push(...checked.problems);
  }
  return { values, problems };
}
