import type { Place } from "../finding.ts";
import type { ConfigTexts } from "../pull-request.ts";
import { type Config, configSchema } from "./schema.ts";

/** Which file a value comes from. */
export type Source = "default" | "organisation" | "repository" | "locked";

/** One thing that is wrong in one config file, with its place and what is used instead. */
export interface ConfigProblem {
  source: "organisation" | "repository";
  /** Path of the file in its repository. */
  file: string;
  place: Place;
  /** Unknown keys are warnings, except in the pull request that changes the file. */
  level: "error" | "warning";
  /** What was seen, what is expected. */
  message: string;
  /** What is used until it is fixed; "" when that is obvious. */
  fallback: string;
}

export interface EffectiveConfig {
  config: Config;
  /** Is there a file at all (repository, default branch or organisation)? Without one the app only advises. */
  hasFile: boolean;
  /** Dotted path → source, for each value that is not a default; section paths are `description.sections.<id>.<key>`. */
  sources: ReadonlyMap<string, Source>;
  problems: ConfigProblem[];
}

/** The effective config of a pull request: base branch's file, else default branch's, over the organisation's, over the defaults. */
export function resolveConfig(
  texts: Pick<ConfigTexts, "base" | "defaultBranch" | "organisation">,
): EffectiveConfig {
  // The parser with positions and the inheritance take this function's place.
  const hasFile = [texts.base, texts.defaultBranch, texts.organisation].some((text) => text !== null);
  return { config: configSchema.parse({}), hasFile, sources: new Map(), problems: [] };
}
