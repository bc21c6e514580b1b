import type { IssueComment } from "./pull-request.ts";

/**
 * Our own comments end with a hidden line, by which they are found again, even if somebody wrote below it. A
 * marker alone proves nothing, because anybody can write one: the comment's author is always checked too.
 */
const start = "<!-- async-review:";

/** Does the text have any marker of ours? */
export const isMarked = (body: string): boolean => body.includes(start);

/** The contents of the text's last marker of a form; null when it has none. A marker is a line of its own. */
function parseMarker(body: string, form: string): string | null {
  const lines = body.matchAll(new RegExp(`^${start}${form} -->[ \\t\\r]*$`, "gm"));
  return [...lines].at(-1)?.[1] ?? null;
}

/** The sticky comment's text as it is posted. */
export function withStickyMarker(body: string, hash: string): string {
  return `${body}\n\n${start}sticky:${hash} -->`;
}

/** The hash in a sticky comment's marker; null when the text has none. */
export function parseStickyMarker(body: string): string | null {
  return parseMarker(body, "sticky:([0-9a-f]{16})");
}

/** Our sticky comments, found by author and marker, oldest first; two runs of a workflow may make two. */
export function listStickyComments(comments: readonly IssueComment[]): IssueComment[] {
  return comments.filter((comment) => comment.isOurs && parseStickyMarker(comment.body) !== null);
}

/** The sticky comment; of two, the oldest. */
export const findStickyComment = (comments: readonly IssueComment[]): IssueComment | null =>
  listStickyComments(comments)[0] ?? null;

/** Marks a reminder or hint with its identity, one word. */
export function withKeyMarker(body: string, kind: "reminder" | "reply", key: string): string {
  return `${body}\n\n${start}${kind} ${key} -->`;
}

/** The identity in a reminder's or hint's marker; null when the text has none. */
export function parseKeyMarker(body: string, kind: "reminder" | "reply"): string | null {
  return parseMarker(body, `${kind} (\\S+)`);
}
