import { type GaveUp, hasGivenUp, type ParsedDescription } from "./description.ts";
import { readParts } from "./parse/read-parts.ts";
import { readTree } from "./parse/read-tree.ts";

/** GitHub keeps at most 65,536 characters; the rest is room for other sources. */
export const mostCharacters = 131_072;

/**
 * Parses a description's text, from remark's tree, into headings of every form and what is under them. Slow
 * texts are given up by counting, never by the clock, so the same text always gives the same answer.
 */
export function parseDescription(body: string): ParsedDescription | GaveUp {
  if (body.length > mostCharacters) return { gaveUp: true, reason: "characters" };
  const tree = readTree(body.startsWith("\uFEFF") ? ` ${body.slice(1)}` : body);
  if (hasGivenUp(tree)) return tree;
  return { ...readParts(tree.root), openEnd: tree.openEnd };
}
