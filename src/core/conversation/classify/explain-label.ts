import type { Label } from "./parse-label.ts";

/** One sentence: what was seen where, and what makes it block or not. */
export function explainLabel(label: Label, blocking: boolean, line: number): string {
  const { kind } = label.entry;
  const seen = `Line ${line} starts with "${label.prefix}", which is ${kind === "blocking" ? kind : `a ${kind}`}`;
  if (blocking === (kind === "blocking")) return `${seen}.`;
  const reason = label.bang ? "the bang" : `"${[...label.implied, ...label.decorations].join(", ")}"`;
  return `${seen}; ${reason} makes it ${blocking ? "blocking" : "not block"}.`;
}
