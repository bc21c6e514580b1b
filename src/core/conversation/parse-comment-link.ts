/** What an address on a pull request's page points to. */
export interface CommentLink {
  type: "comment" | "review" | "thread";
  /** The REST id, as digits. */
  id: string;
}

const anchors: [string, CommentLink["type"]][] = [
  ["#issuecomment-", "comment"],
  ["#pullrequestreview-", "review"],
  ["#discussion_r", "thread"],
];

/**
 * Parses an address such as `https://github.com/o/r/pull/1#issuecomment-123`; null when it names no comment.
 */
export function parseCommentLink(text: string): CommentLink | null {
  for (const [anchor, type] of anchors) {
    const at = text.indexOf(anchor);
    if (at < 0) continue;
    const id = /^\d{1,20}/.exec(text.slice(at + anchor.length, at + anchor.length + 20))?.[0];
    if (id !== undefined) return { type, id };
  }
  return null;
}
