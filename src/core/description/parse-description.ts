import type { GaveUp, ParsedDescription } from "./parsed-description.ts";
import { splitLines } from "./parse/lines.ts";
import { readParts } from "./parse/read-parts.ts";
import { scanBlocks } from "./parse/scan-blocks.ts";

/** GitHub keeps at most 65,536 characters (DESIGN.md §5); twice that is never a description. */
const mostCharacters = 131_072;
/** Each is looked up; a text with more of them was built to be slow. */
const mostParts = 20_000;

/**
 * Reads a description's text as people write it: headings of every form, and what is under them.
 * Every step is linear in the text, and the same text always gives the same answer.
 */
export function parseDescription(body: string): ParsedDescription | GaveUp {
  if (body.length > mostCharacters) return { gaveUp: true, reason: `it has ${body.length} characters` };
  const lines = splitLines(body.startsWith("\uFEFF") ? ` ${body.slice(1)}` : body);
  const { leaves, openEnd } = scanBlocks(lines);
  if (leaves.length > mostParts) return { gaveUp: true, reason: `it has ${leaves.length} blocks` };
  const { parts, details } = readParts(leaves);
  return { parts, details, openEnd };
}
