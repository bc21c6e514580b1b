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

/** A config as it was read: `path` is as given, `-` for standard input. */
interface ConfigFile {
  path: string;
  text: string;
}

/** Throws UnreadableInputError. */
export const readConfigFile = (path: string): ConfigFile => ({ path, text: readInput(path) });

/**
 * The config in the given file (`-` is standard input), else the current repository's. `false`, or neither,
 * gives the defaults. Problems go to standard error, a line each. Throws UnreadableInputError.
 */
export function readConfig(config: string | false | undefined, organisation?: string): CommandConfig {
  const found = config === undefined ? findConfig() : null;
  const path = config || found;
  const own = path ? readConfigFile(path) : null;
  const effective = resolveFiles(own, organisation === undefined ? null : readConfigFile(organisation));
  return { ...effective, text: own?.text ?? null, isBroken: tellProblems(effective), found };
}

/** The effective config of two files, either of which may be missing. */
export function resolveFiles(own: ConfigFile | null, organisation: ConfigFile | null): EffectiveConfig {
  const text = own?.text ?? null;
  return resolveConfig(
    { base: text, defaultBranch: text, organisation: organisation?.text ?? null },
    { repository: own?.path ?? "", organisation: organisation?.path ?? "" },
  );
}

/** Prints a config's problems on standard error. True when one is an error. */
export function tellProblems({ problems }: EffectiveConfig): boolean {
  for (const problem of problems) tell(formatProblem(problem));
  return problems.some(({ level }) => level === "error");
}
