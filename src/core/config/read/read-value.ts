import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { z } from "zod";
import {
  describeExpected,
  type Expectation,
  expectations,
  isOptional,
  type Schema,
  shapeOf,
  unwrap,
} from "../schema/expectations.ts";
import {
  foldKey,
  formatPath,
  formatSeen,
  maxProblems,
  type Path,
  pathKey,
  placeOf,
  plainValue,
  type Reading,
  refuse,
  report,
  suggestKey,
} from "./problem.ts";

/** The schema's expectation, or that of the alternative which has a check. */
function checkOf(schema: Schema): Expectation | undefined {
  const inner = unwrap(schema);
  const own = expectations.get(inner);
  const shape = shapeOf(inner);
  if (own?.check !== undefined || !(shape instanceof z.ZodUnion)) return own;
  return shape.options.map(checkOf).find((option) => option?.check !== undefined);
}

function readLeaf(reading: Reading, node: Node | null, schema: Schema, path: Path): unknown {
  const value = plainValue(node);
  if (!z.safeParse(schema, value).success) return refuse(reading, node, schema, path);
  const expectation = checkOf(schema);
  if (typeof value !== "string" || expectation?.check === undefined) return value;
  reading.nodesLeft -= expectation.cost ?? 0;
  if (reading.nodesLeft < 0) return undefined;
  const because = expectation.check(value);
  if (because === null) return value;
  if (typeof because === "string") return refuse(reading, node, schema, path, because);
  return refuse(reading, node, schema, path, reading.problems.length < maxProblems ? because() : "");
}

const idOf = (value: unknown) =>
  typeof value === "object" && value !== null && "id" in value ? value.id : undefined;

/** Keeps the first entry with an id and reports the others. */
function keepFirstOfEachId(reading: Reading, list: YAMLSeq, read: unknown[], path: Path): unknown[] {
  const lines = new Map<unknown, number>();
  return read.map((value, index) => {
    const id = idOf(value);
    if (id === undefined) return value;
    const node = list.items[index] as Node;
    const first = lines.get(id);
    lines.set(id, first ?? placeOf(reading, node).line);
    if (first === undefined) return value;
    const message = `${formatPath(path)} has ${id} twice (first on line ${first}). The first one counts.`;
    return report(reading, node, { path: [...path, index], kind: "value", message, dropped: null });
  });
}

function readList(reading: Reading, list: YAMLSeq, array: z.ZodArray, path: Path): unknown {
  const { element } = array;
  const { checkTogether, cost = 0 } = expectations.get(array) ?? {};
  reading.nodesLeft -= cost;
  const before = reading.problems.length;
  const nodes = list.items.map((item, index) => enter(reading, item, [...path, index]));
  const reasons = checkTogether?.(nodes.map((node) => String(plainValue(node ?? null) ?? "")));
  const read = nodes.map((node, index) => {
    const because = reasons?.[index] ?? null;
    if (node === undefined || because === null) return readShaped(reading, node, element, [...path, index]);
    return refuse(reading, node, element, [...path, index], because);
  });
  const known = keepFirstOfEachId(reading, list, read, path).filter((value) => value !== undefined);
  // A list of maps loses the broken entry. A list of words would mean something else without one of them, so
  // all of it is dropped.
  if (known.length === read.length || shapeOf(element) instanceof z.ZodObject) return known;
  for (const problem of reading.problems.slice(before)) problem.dropped = path;
  return undefined;
}

function readRecord(reading: Reading, map: YAMLMap, value: Schema, path: Path): unknown {
  const read = new Map<string, unknown>();
  for (const { name, ...pair } of readKeys(reading, map, path).values()) {
    const known = readValue(reading, pair.value, value, [...path, name], pair.key);
    if (known !== undefined && name !== "__proto__") read.set(name, known);
  }
  return Object.fromEntries(read);
}

/** The path of a map: an entry of `sections` is named by its id instead of its position. */
function namedPath(map: YAMLMap, { shape }: z.ZodObject, path: Path): Path {
  const id = map.get("id");
  const isNamed = shape.id !== undefined && z.safeParse(shape.id, id).success;
  return isNamed ? [...path.slice(0, -1), String(id)] : path;
}

function readObject(reading: Reading, map: YAMLMap, object: z.ZodObject, path: Path): unknown {
  const here = namedPath(map, object, path);
  reading.places.set(pathKey(here), placeOf(reading, map));
  const before = reading.problems.length;
  const { shape } = object;
  const read: Record<string, unknown> = {};
  const pairs = readKeys(reading, map, here);
  for (const { name, key, value } of pairs.values()) {
    const schema = Object.hasOwn(shape, name) ? shape[name] : undefined;
    const known =
      schema === undefined
        ? refuseKey(reading, key, [...here, name], Object.keys(shape))
        : readValue(reading, value, schema, [...here, name], key);
    if (known !== undefined) read[name] = known;
  }
  const needed = Object.entries(shape).filter(([, key]) => !isOptional(key));
  for (const [name, schema] of needed) {
    if (pairs.has(name)) continue;
    const message = `${formatPath(here)} has no ${name}. Write ${describeExpected(schema)}.`;
    report(reading, map, { path: here, kind: "value", message, dropped: here });
  }
  const broken = reading.problems
    .slice(before)
    .filter(({ dropped }) => dropped !== null && dropped.length <= here.length + 1);
  const lacks = needed.some(([name]) => !(name in read));
  const countsAsWhole = expectations.get(object)?.wholeOnly === true;
  if (!lacks && !(countsAsWhole && broken.length > 0)) {
    reading.paths.set(read, here);
    return read;
  }
  for (const problem of broken) problem.dropped = here;
  return undefined;
}

/** The shape that a node must have; of several alternatives, the one that fits the node. */
function chooseShape(schema: Schema, node: Node | null): Schema {
  const shape = shapeOf(schema);
  if (!(shape instanceof z.ZodUnion)) return shape;
  const options = shape.options.map(shapeOf);
  const fits = (option: Schema) =>
    isMap(node)
      ? option instanceof z.ZodObject || option instanceof z.ZodRecord
      : isSeq(node) && option instanceof z.ZodArray;
  return options.find(fits) ?? shape;
}

/** Reads a node that was entered; undefined when it could not be. */
function readShaped(reading: Reading, node: Node | null | undefined, schema: Schema, path: Path): unknown {
  if (node === undefined) return undefined;
  const shape = chooseShape(schema, node);
  if (shape instanceof z.ZodObject && isMap(node)) return readObject(reading, node, shape, path);
  if (shape instanceof z.ZodRecord && isMap(node)) return readRecord(reading, node, shape.valueType, path);
  if (shape instanceof z.ZodArray && isSeq(node)) return readList(reading, node, shape, path);
  const isLeaf = ![z.ZodObject, z.ZodRecord, z.ZodArray].some((composite) => shape instanceof composite);
  if (isLeaf) return readLeaf(reading, node, schema, path);
  // `description:` with nothing below it sets nothing.
  const isEmpty = node === null || (isScalar(node) && node.value === null);
  return isEmpty ? undefined : refuse(reading, node, schema, path);
}

/**
 * Reads one node against its schema and returns what is usable; `undefined` when nothing is. Every problem is
 * reported at its place, and only the broken value is left out, so that the rest of the file counts. Goes
 * only as deep as the schema.
 */
export function readValue(reading: Reading, given: unknown, schema: Schema, path: Path, key?: Node): unknown {
  return readShaped(reading, enter(reading, given, path, key), schema, path);
}

/**
 * Counts a node, and notes its place. Returns what an alias stands for, and other nodes as they are;
 * undefined when there is nothing to read.
 */
function enter(reading: Reading, given: unknown, path: Path, key?: Node): Node | null | undefined {
  reading.nodesLeft -= 1;
  if (reading.nodesLeft < 0) return undefined;
  reading.places.set(pathKey(path), placeOf(reading, (given ?? key ?? null) as Node | null));
  return isAlias(given) ? resolveAlias(reading, given, path) : ((given ?? null) as Node | null);
}

interface Pair {
  name: string;
  key: Node;
  value: Node | null;
}

/**
 * The pairs of a map by folded key. Of a repeated key the last one counts, as in most YAML readers. The map's
 * own keys win over those from a merge key (https://yaml.org/type/merge.html).
 */
function readKeys(reading: Reading, map: YAMLMap, path: Path): Map<string, Pair> {
  const pairs = new Map<string, Pair>();
  const merged: Node[] = [];
  for (const { key, value } of map.items) {
    if (!isScalar(key)) {
      const message = `A key in ${formatPath(path) || "the file"} isn't a word. Write a key and a colon.`;
      report(reading, key as Node | null, { path, kind: "value", message, dropped: null });
      continue;
    }
    if (isMergeKey(key)) {
      merged.push((value ?? key) as Node);
      continue;
    }
    const name = String(key.value ?? "");
    const folded = foldKey(path, name);
    const earlier = pairs.get(folded);
    if (earlier !== undefined) {
      const first = placeOf(reading, earlier.key).line;
      const message = `Duplicate key \`${formatPath([...path, name])}\` (first on line ${first}). The last one counts.`;
      report(reading, key, { path: [...path, name], kind: "value", message, dropped: null });
    }
    pairs.set(folded, { name, key, value: value as Node | null });
  }
  for (const source of merged) merge(reading, source, path, pairs);
  return pairs;
}

/** Is it `<<` without quotes, in which it is an ordinary key? */
const isMergeKey = (key: Scalar) => key.value === "<<" && key.type === Scalar.PLAIN;

/** Adds the keys that are missing from the map or maps of a merge key. */
function merge(reading: Reading, source: Node, path: Path, pairs: Map<string, Pair>): void {
  const here = [...path, "<<"];
  const node = isAlias(source) ? resolveAlias(reading, source, here) : source;
  if (node === undefined || reading.nodesLeft < 0) return;
  if (isSeq(node)) {
    for (const item of node.items) {
      reading.nodesLeft -= 1;
      if (reading.nodesLeft < 0) return;
      merge(reading, item as Node, path, pairs);
    }
    return;
  }
  if (!isMap(node)) {
    const seen = node === source ? formatSeen(plainValue(node)) : "an alias of something else";
    const message = `${formatPath(here)} is ${seen}. Write an alias of a map, such as *defaults, or a list of them.`;
    report(reading, source, { path: here, kind: "value", message, dropped: null });
    return;
  }
  reading.nodesLeft -= node.items.length;
  for (const [folded, pair] of readKeys(reading, node, path)) if (!pairs.has(folded)) pairs.set(folded, pair);
}

/** Finding an anchor searches the whole file. */
const aliasCost = 100;

/** The node that an alias stands for; undefined when it names nothing, which is reported. */
function resolveAlias(reading: Reading, alias: Alias, path: Path): Node | undefined {
  reading.nodesLeft -= aliasCost;
  const node = reading.nodesLeft < 0 ? undefined : alias.resolve(reading.document);
  if (node !== undefined) return node;
  const message = `${formatPath(path)} is the alias *${alias.source}, which names nothing. Write the anchor &${alias.source} before it.`;
  return report(reading, alias, { path, kind: "value", message, dropped: path });
}

/** Reports a key that is not in the schema. */
function refuseKey(reading: Reading, key: Node, path: Path, known: readonly string[]): void {
  const name = String(path.at(-1));
  if (path.length === 1 && name === "_extends") {
    const message =
      "_extends is not read; the organisation's .github repository gives the defaults (.github/async.yml there).";
    report(reading, key, { path, kind: "useless", message, dropped: null });
    return;
  }
  const message = `Unknown key \`${formatPath(path)}\`. ${suggestKey(name, known)}`;
  report(reading, key, { path, kind: "unknown-key", message, dropped: path });
}
