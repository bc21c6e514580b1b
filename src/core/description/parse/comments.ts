export interface WithoutComments {
  /** The text with each comment's characters taken out, its line endings kept. */
  text: string;
  /** The comments' own words, one entry each. */
  comments: string[];
}

/** Takes the HTML comments out of a text; one that is never closed goes to the text's end. */
export function stripComments(source: string): WithoutComments {
  if (!source.includes("<!--")) return { text: source, comments: [] };
  const comments: string[] = [];
  let text = "";
  let position = 0;
  for (let start = source.indexOf("<!--"); start !== -1; start = source.indexOf("<!--", position)) {
    // `<!-->` is a whole comment (CommonMark 4.6, and HTML's own rule).
    const close = source.indexOf("-->", start + 2);
    const end = close === -1 ? source.length : close + 3;
    const comment = source.slice(start, end);
    comments.push(source.slice(start + 4, close === -1 ? end : close).trim());
    text += source.slice(position, start) + "\n".repeat(comment.split("\n").length - 1);
    position = end;
  }
  return { text: text + source.slice(position), comments };
}
