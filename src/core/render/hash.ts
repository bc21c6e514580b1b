import { createHash } from "node:crypto";

/** Raise it to write every open check run and comment again, once: after a rewording that all should see. */
const rendererVersion = 1;

/**
 * Sixteen hex digits for any plain data; the same data always gives the same ones, whatever the order of its
 * keys.
 */
export function hashOf(data: unknown): string {
  return createHash("sha256")
    .update(`${rendererVersion}:${JSON.stringify(data, sortKeys)}`)
    .digest("hex")
    .slice(0, 16);
}

function sortKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
