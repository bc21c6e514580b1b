import type { KindsConfig } from "../../config/schema/review-schema.ts";
import type { Classification } from "./classification.ts";
import { isBlocking } from "./decorations.ts";
import { explainLabel } from "./explain-label.ts";
import { parseFirstLine } from "./parse-first-line.ts";
import { type Label, parseLabel } from "./parse-label.ts";
import { type PrefixTable, prefixTable } from "./prefix-table.ts";
import { visibleLines } from "../../text/visible-lines.ts";
import { skipOrnaments } from "./skip-ornaments.ts";

/**
 * Says which kind a comment is, by the prefix that its writer put at its start. A linear line scanner: no Markdown
 * parser and no backtracking, so hostile bodies cost no more than others.
 */
export function classifyComment(body: string, kinds: KindsConfig): Classification {
  const table = prefixTable(kinds);
  const first = parseFirstLine(body, (line) => isSilent(line, table));
  if (first.text === null) return first.isSuggestionOnly ? suggestionOnly : silent;
  const label = parseLabel(first.text, table);
  if (label === null) {
    const explanation = `No prefix at the start of line ${first.line}.`;
    return { ...silent, subject: first.text, explanation };
  }
  return complete(label, body, first);
}

const silent: Classification = {
  kind: null,
  prefix: null,
  decorations: [],
  blocking: false,
  subject: "",
  explanation: "Nothing but quotes, code, pictures or white space.",
};

const suggestionOnly: Classification = {
  ...silent,
  kind: "suggestion",
  explanation: "Nothing but a suggested change.",
};

function complete(label: Label, body: string, first: { line: number; next: number }): Classification {
  const { kind } = label.entry;
  const blocking = isBlocking(kind === "blocking", [...label.implied, ...label.decorations], label.bang);
  return {
    kind,
    prefix: label.prefix,
    decorations: label.decorations,
    blocking,
    subject: label.subject === "" ? nextText(body, first.next) : label.subject,
    explanation: explainLabel(label, blocking, first.line),
  };
}

/** The first line with text after a prefix that stands alone; "" when code comes first. */
function nextText(body: string, start: number): string {
  for (const { text, fence } of visibleLines(body.slice(start))) return fence === null ? text.trim() : "";
  return "";
}

/** Pictures alone, without a badge that carries words. */
function isSilent(line: string, table: PrefixTable): boolean {
  if (!line.startsWith("!") && !line.startsWith("[!") && !line.startsWith("<")) return false;
  const start = line.slice(0, 1000);
  const { at, badge } = skipOrnaments(start, (index) =>
    table.symbols.some(({ symbol }) => start.startsWith(symbol, index)),
  );
  return badge === null && at >= line.length;
}
