import { type Document, isMap, isScalar, isSeq, type Node } from "yaml";
import type { z } from "zod";
import type { Place } from "../../finding.ts";
import {
  type FileProblem,
  formatPath,
  formatSeen,
  isAboutPeople,
  type Path,
  pathKey,
} from "../problems/problem.ts";
import { suggestKey } from "../problems/suggest-key.ts";
import { describeExpected } from "../schema/describe-expected.ts";

/** One reading of one file: what was found so far. */
export interface Reading {
  document: Document.Parsed;
  placeAt(offset: number): Place;
  problems: FileProblem[];
  /** `pathKey` of a path → where its value is. */
  places: Map<string, Place>;
  /** Each map that was read → its path; an entry of a list is otherwise hard to find again. */
  paths: Map<object, Path>;
  /** How many more nodes are looked at: an alias can stand for thousands. */
  nodesLeft: number;
}

/** Where a node stands; the start of the file when there is none. */
export const placeOf = (reading: Reading, node: Node | null): Place =>
  reading.placeAt(node?.range?.[0] ?? reading.document.range?.[0] ?? 0);

/** Adds a problem at a node's place. Returns undefined, so that a value that is refused is left out. */
export function report(reading: Reading, node: Node | null, problem: Omit<FileProblem, "place">): undefined {
  reading.problems.push({ place: placeOf(reading, node), ...problem });
  return undefined;
}

/** The value of a scalar; an empty list or map stands for any list or map. */
export function plainValue(node: Node | null): unknown {
  if (isScalar(node)) return node.value;
  if (isSeq(node)) return [];
  return isMap(node) ? {} : null;
}

/** "`path` can't be …. Write …." A person's values are not repeated. */
export function refuse(
  reading: Reading,
  node: Node | null,
  schema: z.core.$ZodType,
  path: Path,
  because = "",
): undefined {
  const seen = isAboutPeople(path) ? "what it is" : formatSeen(plainValue(node));
  const why = because === "" || isAboutPeople(path) ? "" : ` (${because})`;
  const subject = formatPath(path) || "The file";
  // Nobody reads the hundredth suggestion, and it is slow to find.
  const isWanted = !isAboutPeople(path) && reading.problems.length < 100;
  const suggested = isWanted ? suggestKey(schema, plainValue(node), path) : null;
  const instead = suggested === null ? "" : ` Did you mean \`${suggested}\`?`;
  const message = `${subject} can't be ${seen}${why}. Write ${describeExpected(schema)}.${instead}`;
  // An alias is where it is used, not where its value was written.
  const place = reading.places.get(pathKey(path)) ?? placeOf(reading, node);
  reading.problems.push({ place, path, kind: "value", message, dropped: path });
  return undefined;
}
