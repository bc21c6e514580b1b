import { isMap, isScalar } from "yaml";
import { checkFile } from "../check/check-file.ts";
import type { ReadConfig } from "../check/checked.ts";
import { type FileProblem, formatSeen } from "../problems/problem.ts";
import { type ConfigInput, configSchema } from "../schema/config-schema.ts";
import { plainValue, type Reading } from "./reading.ts";
import { readValue } from "./read-value.ts";
import { readYaml } from "./read-yaml.ts";

const mostNodes = 20_000;
const mostProblems = 100;

/** One file, read and checked. */
export interface ParsedConfig extends ReadConfig {
  /** Everything that is wrong in it, in the order of the lines. */
  problems: FileProblem[];
}

const atStart = { line: 1, column: 1 };

function readTop(reading: Reading): ConfigInput {
  const { contents } = reading.document;
  if (contents === null || (isScalar(contents) && contents.value === null)) return {};
  if (!isMap(contents)) {
    const message = `The file is ${formatSeen(plainValue(contents))}. Write keys such as enforcement, description or turns.`;
    reading.problems.push({
      place: reading.placeAt(contents.range?.[0] ?? 0),
      path: [],
      kind: "file",
      message,
      dropped: [],
    });
    return {};
  }
  return (readValue(reading, contents, configSchema, []) ?? {}) as ConfigInput;
}

const byPlace = (left: FileProblem, right: FileProblem) =>
  left.place.line - right.place.line || left.place.column - right.place.column;

function cut(problems: FileProblem[]): FileProblem[] {
  const sorted = problems.toSorted(byPlace);
  if (sorted.length <= mostProblems) return sorted;
  const rest = sorted.length - mostProblems;
  const message = `There are ${rest} more problems in this file; they are listed once these are fixed.`;
  const last = sorted[mostProblems]!;
  return [
    ...sorted.slice(0, mostProblems),
    { place: last.place, path: [], kind: "file", message, dropped: null },
  ];
}

function tooManyNodes(): FileProblem {
  const message = `The file is too large: at most ${mostNodes} values are read, and an alias or a pattern counts as several. Shorten it.`;
  return { place: atStart, path: [], kind: "file", message, dropped: [] };
}

/**
 * Reads the text of one `async.yml` (YAML 1.2). All problems are found at once, each with its place; what is
 * broken is left out and the rest counts. An empty file is a file that sets nothing. Never throws.
 */
export function parseConfig(
  text: string,
  { file, source }: Pick<ParsedConfig, "file" | "source">,
): ParsedConfig {
  const yaml = readYaml(text);
  const nothing = { file, source, values: {}, places: new Map(), paths: new Map() };
  if (yaml.document === null) return { ...nothing, problems: yaml.problems };
  const reading: Reading = {
    document: yaml.document,
    placeAt: yaml.placeAt,
    problems: [...yaml.problems],
    places: new Map(),
    paths: new Map(),
    nodesLeft: mostNodes,
  };
  const values = readTop(reading);
  if (reading.nodesLeft < 0) return { ...nothing, problems: [tooManyNodes()] };
  const parsed = { file, source, values, places: reading.places, paths: reading.paths };
  const checked = checkFile(parsed);
  return { ...parsed, values: checked.values, problems: cut([...reading.problems, ...checked.problems]) };
}
