import { isScalar, type Node, type YAMLMap } from "yaml";
import { findKey } from "../problems/find-key.ts";
import { formatPath, type Path } from "../problems/problem.ts";
import { placeOf, type Reading, report } from "./reading.ts";

/** Each key of a map with its value's node, once: of a key that is there twice the last one counts, as in most YAML readers. */
export function readKeys(reading: Reading, map: YAMLMap, path: Path) {
  const pairs = new Map<string, { key: Node; value: Node | null }>();
  for (const { key, value } of map.items) {
    if (!isScalar(key)) {
      const message = `A key in ${formatPath(path) || "the file"} is not a word; expected a key and a colon.`;
      report(reading, key as Node | null, { path, kind: "value", message, dropped: null });
      continue;
    }
    const name = String(key.value ?? "");
    const earlier = pairs.get(name);
    if (earlier !== undefined) {
      const first = placeOf(reading, earlier.key).line;
      const message = `${formatPath([...path, name])} is there twice, first in line ${first}; expected it once. The last one counts.`;
      report(reading, key, { path: [...path, name], kind: "value", message, dropped: null });
    }
    pairs.set(name, { key, value: value as Node | null });
  }
  return pairs;
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
  const message = `${formatPath(path)} is not a key that is known; ${findKey(name, known)}`;
  report(reading, key, { path, kind: "unknown-key", message, dropped: path });
}
