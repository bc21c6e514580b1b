/**
 * Reading a payload that was written by somebody else: GitHub adds fields, drops optional ones and sends older shapes from
 * older servers, so nothing is assumed and nothing throws. What is not as expected is null.
 */

export type Payload = Readonly<Record<string, unknown>>;

/** The object at a key, or null. */
export function objectAt(value: unknown, key: string): Payload | null {
  const found = at(value, key);
  return typeof found === "object" && found !== null && !Array.isArray(found) ? (found as Payload) : null;
}

/** The array at a key, or null. */
export function arrayAt(value: unknown, key: string): readonly unknown[] | null {
  const found = at(value, key);
  return Array.isArray(found) ? found : null;
}

/** The text at a key; null when there is none or it is empty. */
export function textAt(value: unknown, key: string): string | null {
  const found = at(value, key);
  return typeof found === "string" && found !== "" ? found : null;
}

/** The id or number at a key: a whole number above zero, or null. */
export function idAt(value: unknown, key: string): number | null {
  const found = at(value, key);
  return typeof found === "number" && Number.isSafeInteger(found) && found > 0 ? found : null;
}

/** The instant at a key, as GitHub's API writes it: UTC with whole seconds; null for any other form. */
export function instantAt(value: unknown, key: string): string | null {
  const found = at(value, key);
  return typeof found === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(found) ? found : null;
}

function at(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
