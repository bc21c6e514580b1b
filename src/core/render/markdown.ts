/**
 * A Markdown link whose text is already harmless; the text alone when the address could end the link early.
 */
export function renderLink(text: string, url: string): string {
  return /^https?:\/\/[^\s()<>[\]|`\\]+$/.test(url) ? `[${text}](${url})` : text;
}

/** A code block that holds any text: its fence is longer than every run of backticks inside. */
export function renderCodeBlock(text: string, language = ""): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`;
}

/** Joins the parts that aren't empty, a paragraph each. */
export const joinParagraphs = (parts: readonly string[]): string =>
  parts.filter((part) => part !== "").join("\n\n");
