import { visibleLines } from "../text/visible-lines.ts";
import type { ParsedDescription } from "./parsed-description.ts";

/**
 * The body without comments and code blocks, links' targets kept: where references and files are looked for.
 */
export function readableText(body: string, parsed: ParsedDescription): string {
  const code = new Set<number>();
  for (const part of parsed.parts) {
    if (part.type !== "text" || part.kind !== "code") continue;
    for (let { line } = part; line <= part.lastLine; line++) code.add(line);
  }
  return [...visibleLines(body)]
    .filter(({ fence, number }) => fence === null && !code.has(number))
    .map(({ text }) => text)
    .join("\n");
}

/** Everything that the writer wrote and a reader sees, headings included: where words are looked for. */
export function visibleText(parsed: ParsedDescription): string {
  return parsed.parts
    .filter((part) => part.type === "heading" || (part.kind !== "comment" && part.kind !== "tool"))
    .map(({ text }) => text)
    .join("\n");
}
