import { z } from "zod";
import { findWord, nearestWord } from "../../text/suggest.ts";
import { configSchema } from "../schema/config-schema.ts";
import { shapeOf, unwrap } from "../schema/describe-expected.ts";
import { expectations } from "../schema/expectations.ts";
import { formatPath, type Path } from "./problem.ts";

type Schema = z.core.$ZodType;

function accepts(schema: Schema, value: string | number): boolean {
  if (!z.safeParse(schema, value).success) return false;
  const check = expectations.get(unwrap(schema))?.check;
  return check === undefined || typeof value !== "string" || check(value) === null;
}

/** A key that takes any text would take this one too: that says nothing. */
const takesAnything = (schema: Schema) => accepts(schema, "any text at all");

/**
 * A value that stands where a map belongs, and that just one key of that map takes: `comment: never` means
 * `comment.when`. The key with the value; null when there is none, or more than one. `off` may mean anything.
 */
export function suggestKey(schema: Schema, value: unknown, path: Path): string | null {
  if ((typeof value !== "string" && typeof value !== "number") || value === "off" || value === "")
    return null;
  if (String(value).length > 40) return null;
  const map = shapeOf(schema);
  if (!(map instanceof z.ZodObject)) return null;
  const keys = Object.entries(map.shape).filter(([, key]) => accepts(key, value) && !takesAnything(key));
  const [only] = keys;
  return keys.length === 1 ? `${formatPath([...path, only![0]])}: ${value}` : null;
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

/**
 * Where a key with that very name is known: dotted paths from the top of the file, without people's and
 * rules' own options.
 */
function findKeyPaths(key: string): readonly string[] {
  if (paths === undefined) {
    paths = new Map();
    collect(configSchema, "", paths);
  }
  return paths.get(key) ?? [];
}

/**
 * "Did you mean …?" for a key that is not known here, else where it belongs, else the keys that are known.
 */
export function findKey(name: string, known: readonly string[]): string {
  const elsewhere = findKeyPaths(name);
  const belongsElsewhere = elsewhere.length === 1 && nearestWord(name, known) === null;
  return belongsElsewhere ? `It belongs to \`${elsewhere[0]}\`.` : findWord(name, known);
}
