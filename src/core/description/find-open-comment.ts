import type { ParsedDescription } from "./parsed-description.ts";

/**
 * The line of a comment without its `-->`: it hides the rest of the text, which its writer may not have seen.
 * Null when there is none.
 */
export function findOpenComment({ openEnd }: ParsedDescription): number | null {
  return openEnd?.kind === "comment" ? openEnd.line : null;
}
