import type { Section } from "../config/schema-description.ts";
import { findSections } from "../description/find-sections.ts";
import { type GaveUp, hasGivenUp, type ParsedDescription } from "../description/parsed-description.ts";

/** What a section's own text says, comments left out; null when the section is not there or says nothing. */
export function readSectionText(
  parsed: ParsedDescription | GaveUp,
  sections: readonly Section[],
  id: string,
): string | null {
  if (hasGivenUp(parsed)) return null;
  const occurrences = findSections(parsed, sections).occurrences.get(id) ?? [];
  const text = occurrences
    .flatMap(({ content }) => content)
    .filter(({ kind }) => kind === "prose" || kind === "code" || kind === "table")
    .map((part) => part.text)
    .join("\n")
    .trim();
  return text === "" ? null : text;
}
