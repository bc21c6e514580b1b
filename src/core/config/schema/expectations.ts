import { z } from "zod";

/**
 * What a zod schema cannot say about a value. Only the parser uses it; it is not in the exported JSON schema.
 */
export interface Expectation {
  /** Completes "Write …": the values that are allowed, with an example. */
  expected?: string;
  /**
   * Checks a value of the right shape: null when it is fine, else the reason in a few words ("" when
   * `expected` says it all), or a function when the reason is slow to find.
   */
  check?: (value: string) => string | (() => string) | null;
  /**
   * Checks the entries of a list together, before each by itself: why each is refused; null when it is fine.
   */
  checkTogether?: (values: readonly string[]) => (string | null)[];
  /** How many more values it counts as, because its check is slow. A file may have only so many. */
  cost?: number;
  /** A broken key drops the whole map, because the rest would mean something else. */
  wholeOnly?: true;
}

/** By schema; only the parser reads it. */
export const expectations = z.registry<Expectation>();

export type Schema = z.core.$ZodType;

const wrappers = [z.ZodOptional, z.ZodDefault, z.ZodPrefault];

/** The schema inside defaults, optionals and transforms: what a file may say. */
export function unwrap(schema: Schema): Schema {
  if (expectations.has(schema)) return schema;
  for (const wrapper of wrappers) if (schema instanceof wrapper) return unwrap(schema.unwrap());
  return schema instanceof z.ZodPipe ? unwrap(schema.in) : schema;
}

/** Like `unwrap`, but goes through pipes with an expectation, too. */
export function shapeOf(schema: Schema): Schema {
  const inner = unwrap(schema);
  return inner instanceof z.ZodPipe ? shapeOf(inner.in) : inner;
}

/** May a key with this schema be left out? */
export const isOptional = (schema: Schema): boolean =>
  schema instanceof z.ZodPipe ? isOptional(schema.in) : wrappers.some((wrapper) => schema instanceof wrapper);

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
  const hasMinimum = least !== undefined && Number.isSafeInteger(least - 1);
  const hasMaximum = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER;
  if (hasMinimum && hasMaximum) return `a whole number from ${least} to ${maximum}`;
  return hasMinimum ? `a whole number, ${least} or more` : "a whole number";
}

function describeText(schema: Schema): string {
  const { minLength, maxLength } = limitsOf(schema);
  const kind = minLength === undefined ? "a string" : "a non-empty string";
  return maxLength === undefined ? kind : `${kind} of at most ${maxLength} characters`;
}

/** Is an alternative worth a word? A map of nothing but a rule's level is not. */
function saysMore(option: Schema): boolean {
  const shape = shapeOf(option);
  return !(shape instanceof z.ZodObject) || Object.keys(shape.shape).some((key) => key !== "level");
}

/** Completes "Write …": what a schema allows, in words. */
export function describeExpected(schema: Schema): string {
  const inner = unwrap(schema);
  const registered = expectations.get(inner)?.expected;
  if (registered !== undefined) return registered;
  const shape = shapeOf(inner);
  if (shape instanceof z.ZodObject) {
    const keys = Object.keys(shape.shape);
    return `a map with ${keys.length === 1 ? "the key" : "the keys"} ${keys.join(", ")}`;
  }
  if (shape instanceof z.ZodRecord) return `a map, each value ${describeExpected(shape.valueType)}`;
  if (shape instanceof z.ZodArray) return `a list, each entry ${describeExpected(shape.element)}`;
  if (shape instanceof z.ZodEnum) return orList(shape.options.map(String));
  if (shape instanceof z.ZodLiteral) return orList([...shape.values].map(String));
  if (shape instanceof z.ZodBoolean) return "true or false";
  if (shape instanceof z.ZodNumber) return describeInteger(shape);
  if (!(shape instanceof z.ZodUnion)) return describeText(shape);
  // `false` is the same as `off`.
  const all = [...new Set(shape.options.filter(saysMore).map(describeExpected))];
  return orList(all.some((word) => /\boff\b/.test(word)) ? all.filter((word) => word !== "false") : all);
}
