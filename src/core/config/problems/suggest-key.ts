import { z } from "zod";
import { definition, shapeOf, unwrap } from "../schema/describe-expected.ts";
import { expectations } from "../schema/expectations.ts";
import { formatPath, type Path } from "./problem.ts";

type Schema = z.core.$ZodType;

function accepts(schema: Schema, value: string | number): boolean {
  if (!z.safeParse(schema, value).success) return false;
  const check = expectations.get(unwrap(schema) as z.ZodType)?.check;
  return check === undefined || typeof value !== "string" || check(value) === null;
}

/** A key that takes any text would take this one too: that says nothing. */
const takesAnything = (schema: Schema) => accepts(schema, "any text at all");

/**
 * A value that stands where a map belongs, and that just one key of that map takes: `comment: never` means `comment.when`.
 * The key with the value; null when there is none, or more than one. `off` may mean anything.
 */
export function suggestKey(schema: Schema, value: unknown, path: Path): string | null {
  if ((typeof value !== "string" && typeof value !== "number") || value === "off" || value === "")
    return null;
  if (String(value).length > 40) return null;
  const def = definition(shapeOf(schema));
  if (def.type !== "object") return null;
  const keys = Object.entries(def.shape).filter(([, key]) => accepts(key, value) && !takesAnything(key));
  const [only] = keys;
  return keys.length === 1 ? `${formatPath([...path, only![0]])}: ${value}` : null;
}
