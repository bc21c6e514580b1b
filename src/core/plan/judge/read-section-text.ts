import type { Section } from "../../config/schema/section-schema.ts";
import { findSections, type Occurrence } from "../../description/find-sections.ts";
import { splitLines } from "../../text/lines.ts";
import { visibleLines } from "../../text/visible-lines.ts";
import { type GaveUp, hasGivenUp, type ParsedDescription } from "../../description/parsed-description.ts";

/** The row of dashes between a table's head and body is nobody's text. */
const tableRule = /^[\s|:]*-[\s|:-]*$/;

/**
 * What a section says, as written in that body, Markdown and all, so that it can be quoted; comments left out. Null when the
 * section is not there or says nothing.
 */
export function readSectionText(
  parsed: ParsedDescription | GaveUp,
  body: string,
  sections: readonly Section[],
  id: string,
): string | null {
  if (hasGivenUp(parsed)) return null;
  const lines = splitLines(body).map(({ text }) => text);
  const occurrences = findSections(parsed, sections).occurrences.get(id) ?? [];
  const text = occurrences.flatMap((occurrence) => readLines(occurrence, lines)).join("\n");
  const shown = [...visibleLines(text)]
    .map((line) => line.text)
    .join("\n")
    .trim();
  return shown === "" ? null : shown;
}

function readLines({ heading, content }: Occurrence, lines: string[]): string[] {
  const said = content.filter(
    ({ kind, text, media }) =>
      (kind === "prose" || kind === "code" || kind === "table") && (text !== "" || media !== null),
  );
  // `Focus: naming` shares its line with the heading: there it is only what follows.
  const beside = said.filter(({ line }) => line <= heading.lastLine).map(({ text }) => text);
  const below = new Set<number>();
  for (const { kind, line, lastLine } of said) {
    for (let at = Math.max(line, heading.lastLine + 1); at <= lastLine; at += 1) below.add(at);
    if (kind === "table" && tableRule.test(lines[lastLine] ?? "")) below.add(lastLine + 1);
  }
  const numbers = [...below].sort((a, b) => a - b);
  return [...beside, ...numbers.map((number) => lines[number - 1] ?? "")];
}
