import { type EffectiveConfig, resolveConfig } from "../core/config/effective.ts";
import { formatProblem } from "../core/config/problems/format-problem.ts";
import { tell } from "./print.ts";
import { readInput } from "./read-input.ts";

/**
 * The config in that file (`-`: standard input), or the defaults without one. What is wrong with it is told on standard error,
 * a line each; `isBroken`: something of it is an error, for which there is exit code 2. Throws UnreadableInputError.
 */
export function readConfig(
  file: string | undefined,
): EffectiveConfig & { text: string | null; isBroken: boolean } {
  const text = file === undefined ? null : readInput(file);
  const name = file ?? "";
  const effective = resolveConfig(
    { base: text, defaultBranch: text, organisation: null },
    { repository: name, organisation: name },
  );
  for (const problem of effective.problems) tell(formatProblem(problem));
  return { ...effective, text, isBroken: effective.problems.some(({ level }) => level === "error") };
}
