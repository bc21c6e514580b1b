import type { Section } from "../config/schema-description.ts";
import type { SectionStatus } from "./description.ts";
import { isNotApplicable, isPlaceholder } from "./placeholder-words.ts";
import type { TextPart } from "./parsed-description.ts";

/** A text that two writers would call the same: letters and digits only. */
export function textKey(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** What the repository's templates have under a section's heading: text → was its box ticked already. */
export type TemplateTexts = ReadonlyMap<string, boolean>;

/** Judges what stands under a section's heading, whatever the level. */
export function judgeContent(
  content: readonly TextPart[],
  section: Pick<Section, "min_words" | "not_applicable">,
  template: TemplateTexts,
): SectionStatus {
  const isTemplates = (part: TextPart) => {
    if (template.size === 0) return false;
    const key = textKey(part.text);
    const ticked = template.get(key);
    return ticked !== undefined && key !== "" && (part.task !== "ticked" || ticked);
  };
  const used = content.filter((part) => isUsable(part) && !isTemplates(part));
  if (used.length === 0) return content.some(isTemplates) ? "unedited" : "empty";
  if (used.every(({ media }) => media === null)) {
    if (used.every(({ text }) => isNotApplicable(text))) {
      return section.not_applicable ? "not-applicable" : "placeholder";
    }
    if (used.every(({ text }) => isPlaceholder(text) || isNotApplicable(text))) return "placeholder";
  }
  return isTooShort(used, section.min_words) ? "too-short" : "filled";
}

/** Can a reader use it? Not comments, rules, bare bullets, unticked boxes. */
export function isUsable(part: TextPart): boolean {
  if (part.kind === "comment" || part.kind === "rule" || part.kind === "definition") return false;
  if (part.task === "open") return false;
  return part.media !== null || textKey(part.text) !== "" || /\S/.test(part.text);
}

function isTooShort(used: readonly TextPart[], minWords: number): boolean {
  // Code, tables, images, links and ticked boxes say something whatever their number of words.
  if (used.some(({ kind, media, task }) => kind !== "prose" || media !== null || task === "ticked"))
    return false;
  return (
    used.reduce((sum, { words }) => sum + words, 0) < minWords && !used.some(({ text }) => givesReason(text))
  );
}

/** "N/A: documentation only" is as short as its reason is. */
function givesReason(text: string): boolean {
  return /^\W*(?:n\s*\/\s*a|none|not applicable)\b/i.test(text);
}
