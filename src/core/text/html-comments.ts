export interface WithoutComments {
  /** The text with each comment's characters taken out, its line endings kept. */
  text: string;
  /** The comments' own words, one entry each. */
  comments: string[];
}

/**
 * Index after the HTML comment whose `<!--` is at `start`; -1 when it is never closed. `<!-->` and `<!--->`
 * are whole comments (CommonMark 6.6, and HTML's own rule).
 */
export function findCommentEnd(text: string, start: number): number {
  const close = text.indexOf("-->", start + 2);
  return close < 0 ? -1 : close + 3;
}

/** Takes the HTML comments out of a piece of HTML; one that is never closed goes to the text's end. */
export function stripComments(source: string): WithoutComments {
  if (!source.includes("<!--")) return { text: source, comments: [] };
  const comments: string[] = [];
  let text = "";
  let position = 0;
  for (let start = source.indexOf("<!--"); start !== -1; start = source.indexOf("<!--", position)) {
    const close = findCommentEnd(source, start);
    const end = close < 0 ? source.length : close;
    const comment = source.slice(start, end);
    comments.push(source.slice(start + 4, close < 0 ? end : Math.max(start + 4, end - 3)).trim());
    text += source.slice(position, start) + "\n".repeat(comment.split("\n").length - 1);
    position = end;
  }
  return { text: text + source.slice(position), comments };
}

/** A text that can stand in an HTML comment, on one line: a comment ends at the first `-->`. */
export function toCommentText(hint: string): string {
  return hint
    .replace(/-{2,}/g, "–")
    .replaceAll(">", "›")
    .replace(/[\r\n]+/g, " ")
    .trim();
}
