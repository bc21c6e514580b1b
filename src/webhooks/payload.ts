import { IntakeError } from "./intake-error.ts";

/**
 * A payload that may have any shape: GitHub adds fields, drops optional ones, and older servers send older
 * shapes. What is missing or null reads as null. A value of the wrong type, which GitHub never sends, throws
 * an `IntakeError` (400).
 */
export type Payload = Readonly<Record<string, unknown>>;

/** The object at a key, or null. */
export function objectAt(value: unknown, key: string): Payload | null {
  const found = at(value, key);
  if (found === null || isObject(found)) return found;
  throw notAs("an object", key);
}

/** The array at a key, or null. */
export function arrayAt(value: unknown, key: string): readonly unknown[] | null {
  const found = at(value, key);
  if (found === null || Array.isArray(found)) return found;
  throw notAs("a list", key);
}

/**
 * The text at a key; null when there is none or it is empty. NUL characters are refused: no name, ref or SHA
 * has one, and Postgres cannot store it.
 */
export function textAt(value: unknown, key: string): string | null {
  const found = at(value, key);
  if (found === null || found === "") return null;
  if (typeof found === "string" && !found.includes("\0")) return found;
  throw notAs("text", key);
}

/** The id or number at a key, a whole number above zero; or null. */
export function idAt(value: unknown, key: string): number | null {
  const found = at(value, key);
  if (found === null) return null;
  if (typeof found === "number" && Number.isSafeInteger(found) && found > 0) return found;
  throw notAs("a whole number above zero", key);
}

/** The instant at a key, as GitHub's API writes it (UTC, whole seconds); null for any other form. */
export function instantAt(value: unknown, key: string): string | null {
  const found = textAt(value, key);
  return found !== null && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(found) ? found : null;
}

function at(value: unknown, key: string): unknown {
  if (value === null || value === undefined) return null;
  if (isObject(value)) return value[key] ?? null;
  throw new IntakeError(`The payload isn't as GitHub sends it: what holds "${key}" isn't an object.`, {
    status: 400,
  });
}

function isObject(value: unknown): value is Payload {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function notAs(expected: string, key: string): IntakeError {
  return new IntakeError(`The payload isn't as GitHub sends it: "${key}" isn't ${expected}.`, {
    status: 400,
  });
}
