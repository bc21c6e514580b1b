import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, Scalar, type YAMLMap } from "yaml";
import { findKey } from "../problems/find-key.ts";
import { formatPath, formatSeen, type Path } from "../problems/problem.ts";
import { placeOf, plainValue, type Reading, report } from "./reading.ts";

interface Pair {
  key: Node;
  value: Node | null;
}

/**
 * Each key of a map with its value's node, once: of a key that is there twice the last one counts, as in most YAML readers. What a merge
 * key brings counts below the map's own keys (https://yaml.org/type/merge.html).
 */
export function readKeys(reading: Reading, map: YAMLMap, path: Path): Map<string, Pair> {
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
    const earlier = pairs.get(name);
    if (earlier !== undefined) {
      const first = placeOf(reading, earlier.key).line;
      const message = `Duplicate key \`${formatPath([...path, name])}\` (first on line ${first}). The last one counts.`;
      report(reading, key, { path: [...path, name], kind: "value", message, dropped: null });
    }
    pairs.set(name, { key, value: value as Node | null });
  }
  for (const source of merged) merge(reading, source, path, pairs);
  return pairs;
}

/** In quotes it is a key like any other. */
const isMergeKey = (key: Scalar) => key.value === "<<" && key.type === Scalar.PLAIN;

/** Adds the keys of a map, or of several, that are not there yet. */
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
  for (const [name, pair] of readKeys(reading, node, path)) if (!pairs.has(name)) pairs.set(name, pair);
}

/** Finding an anchor is a search through the whole file. */
const aliasCost = 100;

/** The node that an alias stands for; undefined when it names nothing, which is reported. */
export function resolveAlias(reading: Reading, alias: Alias, path: Path): Node | undefined {
  reading.nodesLeft -= aliasCost;
  const node = reading.nodesLeft < 0 ? undefined : alias.resolve(reading.document);
  if (node !== undefined) return node;
  const message = `${formatPath(path)} is the alias *${alias.source}, which names nothing. Write the anchor &${alias.source} before it.`;
  return report(reading, alias, { path, kind: "value", message, dropped: path });
}

/** Reports a key that is not in the schema. */
export function refuseKey(reading: Reading, key: Node, path: Path, known: readonly string[]): void {
  const name = String(path.at(-1));
  if (path.length === 1 && name === "_extends") {
    const message =
      "_extends is not read; the organisation's .github repository gives the defaults (.github/async.yml there).";
    report(reading, key, { path, kind: "useless", message, dropped: null });
    return;
  }
  const message = `Unknown key \`${formatPath(path)}\`. ${findKey(name, known)}`;
  report(reading, key, { path, kind: "unknown-key", message, dropped: path });
}
