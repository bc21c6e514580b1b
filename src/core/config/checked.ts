import type { ParsedConfig } from "./parse-config.ts";
import { type FileProblem, type Path, pathKey } from "./problem.ts";
import type { ConfigInput } from "./schema.ts";

/** A file whose shape is right, before its meaning is looked at. */
export type ReadConfig = Omit<ParsedConfig, "problems">;
/** What is left of the values, and what was wrong with the rest. */
export interface Checked {
  values: ConfigInput;
  problems: FileProblem[];
}

/** The place of a path in a file; of the nearest thing around it when the path itself was not written. */
export function placeIn(parsed: Pick<ReadConfig, "places">, path: Path) {
  for (let length = path.length; length > 0; length -= 1) {
    const place = parsed.places.get(pathKey(path.slice(0, length)));
    if (place !== undefined) return place;
  }
  return { line: 1, column: 1 };
}
