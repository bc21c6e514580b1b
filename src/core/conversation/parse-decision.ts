import type { KindsConfig } from "../config/schema/review-schema.ts";
import type { VisibleLine } from "../text/visible-lines.ts";
import { ownLines } from "./classify/own-lines.ts";
import { parseLabel } from "./classify/parse-label.ts";
import { prefixTable } from "./classify/prefix-table.ts";

/** What was decided, in its writer's words. Parts that were not given are "". */
export interface DecisionText {
  text: string;
  options: string;
  reason: string;
  revisit: string;
}

const none = { prefixes: [], label: false as const };
// "Decision" is found the way a comment's kind is: bold, as a heading, behind a quote.
const decisionWord: KindsConfig = {
  blocking: none,
  question: none,
  suggestion: none,
  nit: none,
  praise: none,
  note: { prefixes: ["decision"], label: false },
};

/** Longer texts are cut: a decision is read in a list. */
const reach = 8000;
// A part starts a line, or stands capitalized in the middle of one. Every repetition is bounded.
const partAt =
  /(?:^[ \t>*_#-]{0,8}|\s[*_]{0,3})(Options?|Reasons?|Revisit)[*_]{0,3}[ \t]?[:：][*_]{0,3}|^[ \t*_#-]{0,8}(options?|reasons?|revisit)[*_]{0,3}[ \t]?[:：][*_]{0,3}/gm;

/** The decision that a comment starts with (`Decision: …`); null when it starts with none. */
export function parseDecision(body: string): DecisionText | null {
  const first = firstLine(body);
  if (first === null || first.text.length > reach) return null;
  const label = parseLabel(first.text.trim(), prefixTable(decisionWord));
  if (label?.prefix !== "decision" || (label.separator !== "colon" && label.separator !== "line"))
    return null;
  const rest = body.slice(first.end, first.end + reach);
  return splitDecision(label.subject === "" ? rest : `${label.subject}\n${rest}`);
}

function firstLine(body: string): VisibleLine | null {
  for (const line of ownLines(body)) if (line.fence === null) return line;
  return null;
}

/** Splits a decision's text into its parts; null when nothing was decided. Commands on later lines are not part of it. */
export function splitDecision(text: string): DecisionText | null {
  const cut = text.slice(0, reach);
  const command = /^[ \t]{0,3}\/async\b/im.exec(cut);
  const own = command === null ? cut : cut.slice(0, command.index);
  const found: DecisionText = { text: "", options: "", reason: "", revisit: "" };
  let part: keyof DecisionText = "text";
  let from = 0;
  for (const match of own.matchAll(partAt)) {
    append(found, part, own.slice(from, match.index));
    part = partOf(match[1] ?? match[2]!);
    from = match.index + match[0].length;
  }
  append(found, part, own.slice(from));
  return found.text === "" ? null : found;
}

function partOf(word: string): keyof DecisionText {
  const lower = word.toLowerCase();
  if (lower.startsWith("option")) return "options";
  return lower.startsWith("reason") ? "reason" : "revisit";
}

function append(found: DecisionText, part: keyof DecisionText, text: string): void {
  const flat = text.trim();
  if (flat !== "") found[part] = found[part] === "" ? flat : `${found[part]}\n${flat}`;
}
