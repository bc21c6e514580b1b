import { Temporal } from "temporal-polyfill";
import type { Place } from "../finding.ts";
import { type ConfigTexts, configPath } from "../observation.ts";
import type { Instant } from "../pull-request.ts";
import { checkHours, checkMerged } from "./check-merged.ts";
import {
  type ConfigTree,
  createLayers,
  describeFallback,
  fromTree,
  type Inherited,
  mergeLayers,
  nameSections,
  type Source,
  traceSources,
} from "./layers.ts";
import { parseConfig } from "./read/parse-config.ts";
import { byPlace, type CheckedConfig, type FileProblem, maxProblems } from "./read/problem.ts";
import { type Config, configSchema } from "./schema/config-schema.ts";

/** One problem in a config file, with its place and what is used instead. */
export interface ConfigProblem {
  source: "organisation" | "repository";
  /** Path of the file in its repository. */
  file: string;
  place: Place;
  /** Unknown keys are warnings, except where the file itself is judged (`levelInItsFile`). */
  level: "error" | "warning";
  /** What was seen and what to write. */
  message: string;
  /** What is used until it's fixed; "" when that is obvious. */
  fallback: string;
  isUnknownKey?: boolean;
}

/** The config of a pull request after inheritance, with its sources and problems. */
export interface EffectiveConfig {
  config: Config;
  /** Is there a file in the repository or the organisation? Without one the app only advises. */
  hasFile: boolean;
  /**
   * Dotted path → source, for each value that is not a default; section paths are
   * `description.sections.<id>.<key>`.
   */
  sources: ReadonlyMap<string, Source>;
  problems: ConfigProblem[];
  /** Fewer people may see the organisation's file than the repository, so its values are never shown. */
  organisationIsHidden: boolean;
}

const levels: Record<FileProblem["kind"], ConfigProblem["level"]> = {
  file: "error",
  value: "error",
  "unknown-key": "warning",
  useless: "warning",
  locked: "warning",
};

/** The level in the check of the file itself, where an unknown key is an error too. */
export const levelInItsFile = ({ level, isUnknownKey }: ConfigProblem): ConfigProblem["level"] =>
  isUnknownKey === true ? "error" : level;

/**
 * May findings fail a check on a pull request? Not without a config file, nor on a pull request opened before
 * `enforce_from`.
 */
export function findEnforcement(
  { config, hasFile }: EffectiveConfig,
  createdAt: Instant,
): Config["enforcement"] {
  if (!hasFile || config.enforcement === "advise") return "advise";
  const from = findEnforceFrom(config);
  return from !== null && createdAt < from ? "advise" : "block";
}

/**
 * `enforce_from` as an instant: 00:00 of that date in the team's zone, or in UTC when the team has none. Null
 * when it is not set.
 */
export function findEnforceFrom(config: Config): Instant | null {
  if (config.enforce_from === undefined) return null;
  return Temporal.PlainDate.from(config.enforce_from)
    .toZonedDateTime(config.turns.hours.time_zone ?? "UTC")
    .toInstant()
    .toString();
}

/** The number of problems in an organisation's file that the reader may not see. */
function hideProblems(problems: ConfigProblem[], file: string): ConfigProblem[] {
  if (problems.length === 0) return [];
  const count = problems.length === 1 ? "a problem" : `${problems.length} problems`;
  const message = `It has ${count}. Ask its maintainers to run \`async-review config check\`.`;
  const level = problems.some((problem) => problem.level === "error") ? "error" : "warning";
  return [{ source: "organisation", file, place: { line: 1, column: 1 }, level, message, fallback: "" }];
}

/** Merged values as a config. If valid parts are invalid together, which is a bug, the defaults count. */
function complete(tree: ConfigTree): Config {
  const parsed = configSchema.safeParse(fromTree(nameSections(tree)));
  return parsed.success ? parsed.data : configSchema.parse({});
}

/** The first problems of a file in the order of its lines, and how many more there are. */
function limitProblems(problems: readonly FileProblem[]): FileProblem[] {
  const sorted = problems.toSorted(byPlace);
  const last = sorted[maxProblems];
  if (last === undefined) return sorted;
  const rest = sorted.length - maxProblems;
  const message = `There are ${rest} more problems in this file; they are listed once these are fixed.`;
  return [
    ...sorted.slice(0, maxProblems),
    { place: last.place, path: [], kind: "file", message, dropped: null },
  ];
}

/** The problems of a file in the order of its lines, each with what is used instead. */
function describeProblems(
  problems: readonly FileProblem[],
  { file, source }: Pick<ConfigProblem, "file" | "source">,
  inherited: Inherited,
): ConfigProblem[] {
  return limitProblems(problems).map((problem) => ({
    source,
    file,
    place: problem.place,
    level: levels[problem.kind],
    message: problem.message,
    fallback: describeFallback(problem, inherited),
    ...(problem.kind === "unknown-key" ? { isUnknownKey: true } : {}),
  }));
}

/**
 * The effective config of a pull request: the base branch's file, else the default branch's, over the
 * organisation's, over the defaults. Two equal texts are the organisation's file in its own repository, where
 * it may lock keys. Never throws: broken parts are left out and reported in `problems` (the organisation's
 * first, each file's in the order of its lines).
 */
export function resolveConfig(
  texts: Pick<ConfigTexts, "base" | "defaultBranch" | "organisation"> &
    Partial<Pick<ConfigTexts, "organisationIsHidden">>,
  files: { repository: string; organisation: string } = { repository: configPath, organisation: configPath },
): EffectiveConfig {
  const organisationIsHidden = texts.organisationIsHidden ?? false;
  const text = texts.base ?? texts.defaultBranch;
  // In the organisation's `.github` repository, one file is both.
  const isBoth = text !== null && text === texts.organisation;
  const read = (given: string | null, source: CheckedConfig["source"]) =>
    given === null ? null : parseConfig(given, { file: files[source], source });
  const organisation = read(texts.organisation, "organisation");
  const layers = createLayers(organisation, isBoth ? null : read(text, "repository"));
  checkHours(layers, organisationIsHidden);
  const config = complete(mergeLayers(layers));
  checkMerged(layers, { config, organisationIsHidden });

  const organisationTree = layers.find(({ parsed }) => parsed.source === "organisation")?.tree ?? null;
  const problems = layers.map(({ parsed, problems: found }) => {
    const isRepositorys = parsed.source === "repository";
    const below = { organisation: isRepositorys ? organisationTree : null, organisationIsHidden };
    const source = isBoth ? "repository" : parsed.source;
    const described = describeProblems(
      found,
      { file: parsed.file, source },
      { ...below, language: config.language },
    );
    return source === "organisation" && organisationIsHidden
      ? hideProblems(described, parsed.file)
      : described;
  });
  return {
    config,
    hasFile: layers.length > 0,
    sources: traceSources(layers, organisation?.values.locked ?? []),
    problems: problems.flat(),
    organisationIsHidden,
  };
}

/**
 * One line: `.github/async.yml:14:11: turns.targets.default can't be …. Write …. Using … until it's fixed.`
 */
export function formatProblem({ source, file, place, message, fallback }: ConfigProblem): string {
  const whose = source === "organisation" ? "the organisation's " : "";
  return `${whose}${file}:${place.line}:${place.column}: ${[message, fallback].filter((part) => part !== "").join(" ")}`;
}
