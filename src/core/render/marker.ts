/**
 * Hidden lines at the end of our own comments, by which they are found again. A marker alone proves nothing,
 * because anybody can write one: the comment's author is always looked at too.
 */
const stickyPattern = /<!-- async-review:sticky:([0-9a-f]{16}) -->\s*$/;

/** Does the text have a hidden line of any kind of ours? */
export const isMarked = (body: string): boolean => body.includes("<!-- async-review:");

/** The sticky comment's text as it is posted. */
export function withStickyMarker(body: string, hash: string): string {
  return `${body}\n\n<!-- async-review:sticky:${hash} -->`;
}

/** The hash in a sticky comment's marker; null when the text has none. */
export function parseStickyMarker(body: string): string | null {
  return stickyPattern.exec(body)?.[1] ?? null;
}

/**
 * Marks a reminder or hint with its identity; keys are made of word characters, `:`, `/`, `.`, `@`, `+` and
 * `-`.
 */
export function withKeyMarker(body: string, kind: "reminder" | "reply", key: string): string {
  return `${body}\n\n<!-- async-review:${kind} ${key} -->`;
}

/** The identity in a reminder's or hint's marker; null when the text has none. */
export function parseKeyMarker(body: string, kind: "reminder" | "reply"): string | null {
  return new RegExp(`<!-- async-review:${kind} (\\S{1,2000}) -->\\s*$`).exec(body)?.[1] ?? null;
}
