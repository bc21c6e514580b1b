import type { ParsedDescription } from "./parsed-description.ts";
import { stripComments } from "../text/html-comments.ts";
import { splitLines } from "../text/lines.ts";

/** The body without comments and code blocks, links' targets kept: where references are looked for. */
export function readableText(body: string, parsed: ParsedDescription): string {
  const lines = splitLines(body).map(({ text }) => text);
  for (const part of parsed.parts) {
    if (part.type !== "text" || part.kind !== "code") continue;
    for (let line = part.line; line <= part.lastLine; line++) lines[line - 1] = "";
  }
  return stripComments(lines.join("\n")).text;
}

/** Everything that the writer wrote and a reader sees, headings included: where words are looked for. */
export function visibleText(parsed: ParsedDescription): string {
  return parsed.parts
    .filter((part) => part.type === "heading" || part.kind !== "comment")
    .map(({ text }) => text)
    .join("\n");
}
