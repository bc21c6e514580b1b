import type { Place } from "../../finding.ts";
import { type FileProblem, type Path, pathKey } from "../problems/problem.ts";
import type { ConfigInput } from "../schema/config-schema.ts";

/** A file whose shape is right, before its meaning is looked at. */
export interface ReadConfig {
  /** Path of the file in its repository. */
  file: string;
  source: "organisation" | "repository";
  /** What the file says, without what is broken. */
  values: ConfigInput;
  /** `pathKey` of a path → the place of the value. */
  places: ReadonlyMap<string, Place>;
  /** Each map in `values` → its path in the file. */
  paths: ReadonlyMap<object, Path>;
}

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
