import type { Section } from "../config/schema/section-schema.ts";
import type { SectionStatus } from "./description.ts";
import { findEnumerated, isGuidance } from "./guidance.ts";
import type { TextPart } from "./parsed-description.ts";
import { isNotApplicable, isPlaceholder } from "./placeholder-words.ts";

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
  section: Pick<Section, "id" | "min_words" | "not_applicable">,
  template: TemplateTexts,
): SectionStatus {
  const isTemplates = (part: TextPart) => {
    if (template.size === 0) return false;
    // `NONE` that the form has there already is an answer where it may be one.
    if (section.not_applicable && isUsable(part) && isNotApplicable(part.text)) return false;
    const key = textKey(part.text);
    const ticked = template.get(key);
    return ticked !== undefined && key !== "" && (part.task !== "ticked" || ticked);
  };
  const used = content.filter((part) => isUsable(part) && !isTemplates(part));
  if (used.length === 0) return content.some(isTemplates) ? "unedited" : "empty";
  // Where the template is known, its own lead-in is gone already: a few words are the writer's.
  if (template.size === 0 && isOnlyLeadIn(used, content)) return "empty";
  if (used.every((part) => part.media === null && isNotApplicable(part.text))) {
    return section.not_applicable ? "not-applicable" : "placeholder";
  }
  const enumerated = findEnumerated(used);
  const warns = used.some((part) => part.isQuote && /^\[!(?:warning|caution)\]/i.test(part.text));
  if (
    used.every(
      (part) => (standsForText(part, section.id) && !(warns && part.isQuote)) || enumerated.has(part),
    )
  )
    return "placeholder";
  return isTooShort(used, section.min_words) ? "too-short" : "filled";
}

/** What a form shows where the writer's text should be. */
function standsForText(part: TextPart, section: string): boolean {
  if (part.media === "image") return false;
  // A question under a heading asks its writer; only reviewers are asked things.
  if (
    section !== "review_focus" &&
    /[?？](?:\s*\([^()]{0,100}\))?[)\]"'”]*\s*$/.test(part.text) &&
    part.kind !== "code"
  )
    return true;
  const isPlain = part.media === null;
  // "node version:" waits for what comes behind the colon; a list below speaks for itself.
  if (isPlain && part.kind === "prose" && part.words <= 6 && /[:：]$/.test(part.text)) return true;
  // Under a heading, forms put their hint into a quote; a writer who quotes says something about it.
  if (part.isQuote && part.words <= 40 && part.kind === "prose") return true;
  return isGuidance(part, section) || (isPlain && (isPlaceholder(part.text) || isNotApplicable(part.text)));
}

/** A few words above boxes that nobody ticked. */
function isOnlyLeadIn(used: readonly TextPart[], content: readonly TextPart[]): boolean {
  if (!content.some(({ task }) => task === "open")) return false;
  const words = used.reduce((sum, part) => sum + part.words, 0);
  return (
    words <= 8 &&
    used.every(
      (part) => part.kind === "prose" && part.task === null && part.media === null && part.listDepth === 0,
    )
  );
}

/** Can a reader use it? Not comments, rules, bare bullets, unticked boxes. */
export function isUsable(part: TextPart): boolean {
  if (silent.has(part.kind)) return false;
  if (part.task === "open") return false;
  return (
    part.media !== null ||
    textKey(part.text) !== "" ||
    /[^\s\p{Default_Ignorable_Code_Point}]/u.test(part.text)
  );
}

/** What is not seen, and what is not the writer's. */
const silent: ReadonlySet<TextPart["kind"]> = new Set(["comment", "rule", "definition", "tool"]);

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
