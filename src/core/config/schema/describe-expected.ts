import { z } from "zod";
import { expectations } from "./expectations.ts";

type Schema = z.core.$ZodType;
type Def = z.core.$ZodTypes["_zod"]["def"];

/** What a schema is made of, with zod's own types for it. */
export const definition = (schema: Schema): Def => (schema as z.core.$ZodTypes)._zod.def;

/** The schema below defaults, optionals and transforms: what a file may say. */
export function unwrap(schema: Schema): Schema {
  const def = definition(schema);
  if (expectations.get(schema as z.ZodType) !== undefined) return schema;
  if (def.type === "optional" || def.type === "default" || def.type === "prefault")
    return unwrap(def.innerType);
  return def.type === "pipe" ? unwrap(def.in) : schema;
}

/** As `unwrap`, through pipes that carry an expectation too: the shape itself. */
export function shapeOf(schema: Schema): Schema {
  const inner = unwrap(schema);
  const def = definition(inner);
  return def.type === "pipe" ? shapeOf(def.in) : inner;
}

const orList = (words: readonly string[]) =>
  words.length < 2
    ? (words[0] ?? "")
    : `${words.slice(0, -1).join(", ")}${words.some((word) => word.includes(" or ")) ? ", or" : " or"} ${words.at(-1)}`;

/** The limits of a number or text, as JSON Schema says them. */
const limitsOf = (schema: Schema) => {
  const { minimum, exclusiveMinimum, maximum, minLength, maxLength } = z.toJSONSchema(schema, {
    io: "input",
  });
  return { minimum, exclusiveMinimum: exclusiveMinimum as number | undefined, maximum, minLength, maxLength };
};

function describeInteger(schema: Schema): string {
  const { minimum, maximum, exclusiveMinimum } = limitsOf(schema);
  const least = exclusiveMinimum === undefined ? minimum : exclusiveMinimum + 1;
  const hasLeast = least !== undefined && Number.isSafeInteger(least - 1);
  const hasMost = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER;
  if (hasLeast && hasMost) return `a whole number from ${least} to ${maximum}`;
  return hasLeast ? `a whole number, ${least} or more` : "a whole number";
}

function describeText(schema: Schema): string {
  const { minLength, maxLength } = limitsOf(schema);
  const text = minLength === undefined ? "a text" : "a text that is not empty";
  return maxLength === undefined ? text : `${text}, of at most ${maxLength} characters`;
}

/** A rule without options may be written as a map of its level; that is not worth a word. */
function saysMore(option: Schema): boolean {
  const def = definition(shapeOf(option));
  return def.type !== "object" || Object.keys(def.shape).some((key) => key !== "level");
}

/** Completes "expected …": what a schema allows, in words. */
export function describeExpected(schema: Schema): string {
  const inner = unwrap(schema);
  const registered = expectations.get(inner as z.ZodType)?.expected;
  if (registered !== undefined) return registered;
  const def = definition(shapeOf(inner));
  switch (def.type) {
    case "object":
      return `a map with ${Object.keys(def.shape).length === 1 ? "the key" : "the keys"} ${Object.keys(def.shape).join(", ")}`;
    case "record":
      return `a map, each value ${describeExpected(def.valueType)}`;
    case "array":
      return `a list, each entry ${describeExpected(def.element)}`;
    case "enum":
      return orList(Object.values(def.entries).map(String));
    case "literal":
      return orList(def.values.map(String));
    case "boolean":
      return "true or false";
    case "number":
      return describeInteger(shapeOf(inner));
    case "union": {
      // `false` beside `off` needs no mention: they are the same.
      const all = [...new Set(def.options.filter(saysMore).map(describeExpected))];
      return orList(all.some((word) => /\boff\b/.test(word)) ? all.filter((word) => word !== "false") : all);
    }
    default:
      return describeText(shapeOf(inner));
  }
}
