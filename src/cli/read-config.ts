import { type EffectiveConfig, formatProblem, resolveConfig } from "../core/config/effective.ts";
import { findConfig } from "./checkout.ts";
import { tell } from "./print.ts";
import { readInput } from "./read-input.ts";

export interface CommandConfig extends EffectiveConfig {
  /** The text of the repository's file; null without one. */
  text: string | null;
  /** The file that was found rather than given; null when none was. */
  found: string | null;
  /** The config has an error, so the exit code is 2. */
  isBroken: boolean;
}

/** The options of every command that reads a config. */
export const configOptions = {
  file: ["--config <file>", "use this config (default: the repository's .github/async.yml)"],
  none: ["--no-config", "use the defaults, and nothing from the repository"],
} as const;

/**
 * The config in the given file (`-` is standard input), else the current repository's. `false`, or neither,
 * gives the defaults. Problems go to standard error, a line each. Throws UnreadableInputError.
 */
export function readConfig(config: string | false | undefined, organisation?: string): CommandConfig {
  const found = config === undefined ? findConfig() : null;
  const file = (config || found) ?? null;
  const text = file === null ? null : readInput(file);
  const below = organisation === undefined ? null : readInput(organisation);
  const files = { repository: file ?? "", organisation: organisation ?? "" };
  return { ...judgeConfig({ base: text, defaultBranch: text, organisation: below }, files), text, found };
}

/** The same for texts that have been read. */
export function judgeConfig(
  texts: Parameters<typeof resolveConfig>[0],
  files?: Parameters<typeof resolveConfig>[1],
): EffectiveConfig & { isBroken: boolean } {
  const effective = resolveConfig(texts, files);
  for (const problem of effective.problems) tell(formatProblem(problem));
  return { ...effective, isBroken: effective.problems.some(({ level }) => level === "error") };
}
