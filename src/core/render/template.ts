import { renderHint } from "../config/hint.ts";
import type { DescriptionConfig } from "../config/schema/config-schema.ts";
import type { Section } from "../config/schema/section-schema.ts";
import type { Words } from "./words/words.ts";

/**
 * The pull request template that a config asks for: each section that is not off, its hint as a comment, and
 * its boxes. Neither is content, so the empty form does not pass, and a filled one does.
 */
export function renderTemplate(config: DescriptionConfig, words: Words): string {
  return config.sections
    .filter(({ level }) => level !== "off")
    .map((section) => renderSection(section, words))
    .join("");
}

function renderSection({ heading, hint, optional }: Section, { config }: Words): string {
  const form = renderHint(optional ? `${config.optional}\n${hint}` : hint);
  return form === "" ? `## ${heading}\n\n` : `## ${heading}\n\n${form}\n\n`;
}
