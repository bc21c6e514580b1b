import { toCommentText } from "../text/html-comments.ts";
import type { DescriptionConfig } from "../config/schema/description-schema.ts";
import type { Section } from "../config/schema/section-schema.ts";

/**
 * The pull request template that a config asks for: each section that is not off, its hint as a comment. A comment is not
 * content, so the empty form does not pass, and a filled one does.
 */
export function renderTemplate(config: DescriptionConfig): string {
  return config.sections
    .filter(({ level }) => level !== "off")
    .map(renderSection)
    .join("");
}

function renderSection({ heading, hint, optional }: Section): string {
  const text = [optional ? "Optional." : "", toCommentText(hint)].filter((part) => part !== "").join(" ");
  return text === "" ? `## ${heading}\n\n` : `## ${heading}\n\n<!-- ${text} -->\n\n`;
}
