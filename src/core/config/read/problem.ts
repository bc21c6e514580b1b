import { type Document, isMap, isScalar, isSeq, type Node } from "yaml";
import { z } from "zod";
import type { Place } from "../../finding.ts";
import { escapeHiddenJson } from "../../text/quote-text.ts";
import { nearestWord, suggestWord } from "../../text/suggest.ts";
import { type ConfigInput, configSchema } from "../schema/config-schema.ts";
import { describeExpected, expectations, type Schema, shapeOf, unwrap } from "../schema/expectations.ts";

export const maxProblems = 100;

/** Steps from the top of a file to a value: keys, and positions in lists from 0. */
export type Path = readonly (string | number)[];

/** A problem in one file, before it is known what is used instead. */
export interface FileProblem {
  place: Place;
  path: Path;
  /** An unknown key is only a warning outside the pull request that changes the file. */
  kind: "file" | "value" | "unknown-key" | "useless" | "locked";
  /** What was seen and what to write, with its full stop. */
  message: string;
  /** What the problem removes from the file: a value, or the list or entry around it. Null when nothing. */
  dropped: Path | null;
}

export const byPlace = (left: FileProblem, right: FileProblem) =>
  left.place.line - right.place.line || left.place.column - right.place.column;

/** A map's key, in lower case if it is a login or a label, which GitHub compares without case. */
export const foldKey = (map: Path, key: string) =>
  ["turns.people", "turns.targets.labels"].includes(map.join(".")) ? key.toLowerCase() : key;

/** A path as a map key, the same for every spelling of a login or label; never shown. */
export const pathKey = (path: Path) =>
  path.map((step, at) => (typeof step === "string" ? foldKey(path.slice(0, at), step) : step)).join("\u0000");

/** Is it below `turns.people`, where neither logins nor values are ever printed? */
export const isAboutPeople = (path: Path) => path[0] === "turns" && path[1] === "people" && path.length > 2;

/** A path as a person writes it: `turns.targets.default`, `description.when[1].paths`. */
export function formatPath(path: Path): string {
  if (isAboutPeople(path)) {
    const rest = formatPath(path.slice(3));
    return rest === "" ? "a person in turns.people" : `${rest} of a person in turns.people`;
  }
  return path
    .map((step, index) => {
      if (typeof step === "number") return `[${step}]`;
      const text = /^[\p{L}\p{N}_ :-]+$/u.test(step) && step.length <= 60 ? step : formatSeen(step);
      return index === 0 ? text : `.${text}`;
    })
    .join("");
}

/** A value on one line, cut, without characters that hide or reverse text. */
export function formatSeen(value: unknown): string {
  if (value === null || value === undefined) return "empty";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a map";
  if (typeof value !== "string") return String(value);
  return escapeHiddenJson(JSON.stringify(value.length > 60 ? `${value.slice(0, 59)}…` : value));
}

/** A file whose values have the right shape, but may not make sense. */
export interface ShapedConfig {
  /** Path of the file in its repository. */
  file: string;
  source: "organisation" | "repository";
  /** What the file sets, without broken parts. */
  values: ConfigInput;
  /** `pathKey` of a path → the place of the value. */
  places: ReadonlyMap<string, Place>;
  /** Each map in `values` → its path in the file. */
  paths: ReadonlyMap<object, Path>;
}

/** A file whose values make sense, too. */
export interface CheckedConfig extends ShapedConfig {
  /** Everything that is wrong in it, in the order of its lines. */
  problems: FileProblem[];
}

/** The place of a path in the file, or of its nearest parent that was written. */
export function placeIn(parsed: Pick<ShapedConfig, "places">, path: Path) {
  for (let length = path.length; length > 0; length -= 1) {
    const place = parsed.places.get(pathKey(path.slice(0, length)));
    if (place !== undefined) return place;
  }
  return { line: 1, column: 1 };
}

/** The state of reading a file. */
export interface Reading {
  document: Document.Parsed;
  placeAt(offset: number): Place;
  problems: FileProblem[];
  /** `pathKey` of a path → where its value is. */
  places: Map<string, Place>;
  /** Each map that was read → its path, which an entry of a list does not know. */
  paths: Map<object, Path>;
  /** How many more nodes to read. An alias can stand for thousands. */
  nodesLeft: number;
}

/** A node's place; the start of the file when there is no node. */
export const placeOf = (reading: Reading, node: Node | null): Place =>
  reading.placeAt(node?.range?.[0] ?? reading.document.range?.[0] ?? 0);

/** Adds a problem at a node's place. Returns undefined, so that a refused value is left out. */
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

/** Reports "`path` can't be …. Write …."; a person's values are not repeated. Returns undefined. */
export function refuse(
  reading: Reading,
  node: Node | null,
  schema: Schema,
  path: Path,
  because = "",
): undefined {
  const seen = isAboutPeople(path) ? "has an invalid value" : `can't be ${formatSeen(plainValue(node))}`;
  const why = because === "" || isAboutPeople(path) ? "" : ` (${because})`;
  const subject = formatPath(path) || "The file";
  // Suggestions are slow to find.
  const isWanted = !isAboutPeople(path) && reading.problems.length < maxProblems;
  const suggested = isWanted ? findIntendedKey(schema, plainValue(node), path) : null;
  const instead = suggested === null ? "" : ` Did you mean \`${suggested}\`?`;
  const message = `${subject} ${seen}${why}. Write ${describeExpected(schema)}.${instead}`;
  // For an alias, this is where it is used.
  const place = reading.places.get(pathKey(path)) ?? placeOf(reading, node);
  reading.problems.push({ place, path, kind: "value", message, dropped: path });
  return undefined;
}

function accepts(schema: Schema, value: string | number): boolean {
  if (!z.safeParse(schema, value).success) return false;
  const check = expectations.get(unwrap(schema))?.check;
  return check === undefined || typeof value !== "string" || check(value) === null;
}

/** A key that accepts any text is no evidence of what was meant. */
const takesAnything = (schema: Schema) => accepts(schema, "any text at all");

/**
 * The intended key with its value, when exactly one key of a map accepts the value that is in the map's
 * place: `comment: never` means `comment.when: never`. Null when none or several do, and for `off`.
 */
function findIntendedKey(schema: Schema, value: unknown, path: Path): string | null {
  if ((typeof value !== "string" && typeof value !== "number") || value === "off" || value === "")
    return null;
  if (String(value).length > 40) return null;
  const map = shapeOf(schema);
  if (!(map instanceof z.ZodObject)) return null;
  const keys = Object.entries(map.shape).filter(([, key]) => accepts(key, value) && !takesAnything(key));
  const [only, ...others] = keys;
  return only === undefined || others.length > 0 ? null : `${formatPath([...path, only[0]])}: ${value}`;
}

let paths: Map<string, string[]> | undefined;

function collect(schema: Schema, path: string, into: Map<string, string[]>): void {
  const shape = shapeOf(schema);
  if (shape instanceof z.ZodArray) collect(shape.element, `${path}[]`, into);
  if (!(shape instanceof z.ZodObject)) return;
  for (const [key, below] of Object.entries(shape.shape)) {
    const here = path === "" ? key : `${path}.${key}`;
    into.set(key, [...(into.get(key) ?? []), here]);
    collect(below, here, into);
  }
}

/** The dotted paths at which a key of this name exists, without those below people and rules. */
function listKeyPaths(key: string): readonly string[] {
  if (paths === undefined) {
    paths = new Map();
    collect(configSchema, "", paths);
  }
  return paths.get(key) ?? [];
}

/** "Did you mean …?" for an unknown key, else where it belongs, else the known keys. */
export function suggestKey(name: string, known: readonly string[]): string {
  const elsewhere = listKeyPaths(name);
  const belongsElsewhere = elsewhere.length === 1 && nearestWord(name, known) === null;
  return belongsElsewhere ? `It belongs to \`${elsewhere[0]}\`.` : suggestWord(name, known);
}
