import type { GaveUp, ParsedDescription } from "./parsed-description.ts";
import { splitLines } from "../text/lines.ts";
import { readParts } from "./parse/read-parts.ts";
import { scanBlocks } from "./parse/scan-blocks.ts";

/** GitHub keeps at most 65,536 characters; the rest is room for other sources. */
const mostCharacters = 131_072;
/** The longest real descriptions have some hundreds of lines, or a long log in one code block. */
const mostLines = 10_000;
/** Lines and blocks outside of code: each is looked at as a heading, a checkbox and a text. */
const mostBlocks = 4_000;

/**
 * Reads a description's text as people write it: headings of every form, and what is under them.
 * Every step is linear in the text. What would still take long is given up by counting, never by the clock, so the same
 * text always gives the same answer.
 */
export function parseDescription(body: string): ParsedDescription | GaveUp {
  if (body.length > mostCharacters) return giveUp(`it has ${body.length} characters`);
  const lines = splitLines(body.startsWith("\uFEFF") ? ` ${body.slice(1)}` : body);
  if (lines.length > mostLines) return giveUp(`it has ${lines.length} lines`);
  const { leaves, openEnd } = scanBlocks(lines);
  const blocks = leaves.reduce((sum, leaf) => sum + (leaf.kind === "code" ? 1 : leaf.lines.length), 0);
  if (blocks > mostBlocks) return giveUp(`it has ${blocks} lines outside of code`);
  const { parts, enclosed } = readParts(leaves);
  if (parts.length > 2 * mostBlocks) return giveUp(`it has ${parts.length} parts`);
  return { parts, enclosed, openEnd };
}

function giveUp(reason: string): GaveUp {
  return { gaveUp: true, reason };
}
