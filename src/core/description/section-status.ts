import { readHint } from "../config/hint.ts";
import type { Section } from "../config/schema/section-schema.ts";
import type { SectionStatus } from "./description.ts";
import { isGuidance, tellsDeed } from "./guidance.ts";
import { builtInIdOf } from "./name-index.ts";
import { givesNoAnswer, isNotApplicable, takesNone } from "./no-answer.ts";
import { isUsable, type TextPart } from "./parts.ts";

/** Lines that belong to the template, judging by their neighbours. */
function listTemplateLines(parts: readonly TextPart[], builtInId: string): ReadonlySet<TextPart> {
  const lines = listEnumerated(parts);
  // "(or)" between two ready answers: the author has chosen neither.
  for (const [index, { text }] of parts.entries())
    if (/^\(or\)$/i.test(text.trim()))
      for (const part of parts.slice(Math.max(0, index - 1), index + 2)) lines.add(part);
  let lead: TextPart | null = null;
  for (const [index, part] of parts.entries()) {
    const previous = parts[index - 1];
    if (
      previous !== undefined &&
      continuesSentence(previous, part) &&
      (lines.has(previous) || isGuidance(previous, builtInId))
    )
      lines.add(part);
    if (lead !== null && part.listDepth > lead.listDepth) lines.add(part);
    else lead = leadsToExamples(part, builtInId) ? part : null;
    if (lead === part) lines.add(part);
  }
  return lines;
}

/** Does a sentence continue on the line right below? */
const continuesSentence = (earlier: TextPart, later: TextPart) =>
  earlier.kind === "prose" &&
  earlier.line + 1 === later.line &&
  earlier.listDepth + later.listDepth === 0 &&
  /^\p{Ll}/u.test(later.text) &&
  !/[.!?:。！？：]\W*$/.test(earlier.text);

/** A template's request that ends in "For example:". */
const leadsToExamples = (part: TextPart, builtInId: string) =>
  example.test(part.text.slice(-maxLead)) && isGuidance(part, builtInId);

const maxLead = 40;

const example =
  /(?<!\p{L})(?:for example|for instance|examples?|e\.g\.|(?:par )?exemples?|por ejemplo|por exemplo|ejemplos?|exemplos?|(?:zum )?beispiele?|z\. ?b\.|например|примеры?|例|예시?)\s*[:：)）]?\s*$/iu;

/** "Scenario 1", "Scenario 2", or the same word repeatedly: a list to fill in. */
function listEnumerated(parts: readonly TextPart[]): Set<TextPart> {
  const groups = new Map<string, TextPart[]>();
  for (const part of parts) {
    if (part.kind !== "prose" || part.words > 8 || part.media !== null) continue;
    const stem = part.text.replace(/\s*(?:[\d０-９]{1,2}|\b[A-Z])\s*[.:：]?$/, "").toLowerCase();
    const group = groups.get(stem);
    if (group === undefined) groups.set(stem, [part]);
    else group.push(part);
  }
  return new Set([...groups.values()].filter((group) => group.length > 1).flat());
}

/** The status of a section's content, and what it follows from. */
export interface EvaluatedContent {
  status: SectionStatus;
  content: readonly TextPart[];
  /** What its author added: usable, and not the template's. */
  used: TextPart[];
  minWords: number;
}

/** Evaluates the content under a section's heading, whatever the level. */
export function evaluateContent(
  section: Section,
  content: readonly TextPart[],
  minWords: number,
  template: TemplateTexts,
): EvaluatedContent {
  const { question } = readHint(section.hint);
  const hint = { length: question.length, key: textKey(question) };
  const templates = listTemplateTexts(content, template);
  const isTemplates = (part: TextPart) => {
    if (isFromHint(part, hint)) return true;
    // A `NONE` that is already in the template is an answer where one may be.
    if (section.not_applicable && isUsable(part) && isNotApplicable(part.text)) return false;
    return templates.has(part);
  };
  const used = content.filter((part) => isUsable(part) && !isTemplates(part));
  const isUnedited = used.length === 0 && content.some(isTemplates);
  const status = isUnedited ? "unedited" : findStatus(section, { content, used, minWords }, template);
  return { status, content, used, minWords };
}

function findStatus(
  section: Section,
  { content, used, minWords }: Omit<EvaluatedContent, "status">,
  template: TemplateTexts,
): SectionStatus {
  if (used.length === 0) return "empty";
  // Where the template is known, its own lead-in has been removed, so a few words are the author's.
  if (template.size === 0 && isOnlyLeadIn(used, content)) return "empty";
  if (used.every((part) => part.media === null && isNotApplicable(part.text))) {
    const isOffered = [...content, ...template.values()].some(
      (part) => !used.includes(part) && takesNone(part.text),
    );
    return section.not_applicable || isOffered ? "not-applicable" : "placeholder";
  }
  const builtInId = builtInIdOf(section);
  const lines = listTemplateLines(content.filter(isUsable), builtInId);
  const warns = used.some((part) => part.isQuote && /^\[!(?:warning|caution)\]/i.test(part.text));
  const isStandIn = (part: TextPart) => standsForText(part, builtInId) && !(warns && part.isQuote);
  if (used.every((part) => isStandIn(part) || lines.has(part))) return "placeholder";
  return isTooShort(used, minWords) ? "too-short" : "filled";
}

/** The section's own question, or a line of it, copied. */
const isFromHint = ({ text, words, checked }: TextPart, hint: { length: number; key: string }) =>
  words >= minCopied &&
  checked === null &&
  // A copied hint is never longer than the hint, so most texts need no comparison.
  text.length <= hint.length + 40 &&
  hint.key.includes(textKey(text));

/** An author may well use two words of the hint. */
const minCopied = 3;

/** Does a template show it in place of the author's text? */
function standsForText(part: TextPart, builtInId: string): boolean {
  // A ticked box is an answer, even to a question.
  if (part.media === "image" || part.checked === true) return false;
  // A question under a heading is for the author; only the review focus asks reviewers.
  if (builtInId !== "review_focus" && part.kind !== "code" && isOnlyAsking(part.text)) return true;
  const isPlain = part.media === null;
  // "node version:" waits for what follows the colon; a list below is an answer.
  if (isPlain && part.kind === "prose" && part.words <= 6 && /[:：]$/.test(part.text)) return true;
  // Under a heading, templates put their hint into a quote. Authors who quote comment on it, or say what they
  // did.
  if (part.isQuote && part.words <= 40 && part.kind === "prose" && !tellsDeed(part)) return true;
  return isGuidance(part, builtInId) || (isPlain && givesNoAnswer(part.text));
}

/** An author's paragraph may end in a question; a template's is nothing but questions. */
const isOnlyAsking = (text: string) =>
  endsInQuestion.test(text) &&
  text.split(/(?<=[.!?。！？])\s+(?=[\p{Lu}\p{Lo}])/u).every((sentence) => endsInQuestion.test(sentence));

const endsInQuestion = /[?？](?:\s*\([^()]{0,100}\))?[)\]"'”]*\s*$/;

/** A few words above boxes that nobody ticked. */
function isOnlyLeadIn(used: readonly TextPart[], content: readonly TextPart[]): boolean {
  if (!content.some(({ checked }) => checked === false)) return false;
  const words = used.reduce((sum, part) => sum + part.words, 0);
  return (
    words <= 8 &&
    used.every(
      (part) => part.kind === "prose" && part.checked === null && part.media === null && part.listDepth === 0,
    )
  );
}

function isTooShort(used: readonly TextPart[], minWords: number): boolean {
  // Code, tables, images, links and ticked boxes say something, whatever their number of words.
  if (used.some(({ kind, media, checked }) => kind !== "prose" || media !== null || checked === true))
    return false;
  const words = used.reduce((sum, part) => sum + part.words, 0);
  if (used.every(isCommand) && words >= minInCommands) return false;
  return words < minWords && !used.some(({ text }) => givesReason(text));
}

/** What was run, in code: "`pytest tests/park`", not a template's "`<command>`" or "`path/to/test`". */
const isCommand = ({ isCode, text }: TextPart) =>
  isCode && /^[\w./-]+ \S/.test(text) && !/[<>{}…]|\.\.\.|\bpath\/to\b|\byour?\b|\bfoo\b/i.test(text);
/** Words in commands that are enough: two commands with an argument each, or one with more. */
const minInCommands = 3;

/** "N/A: documentation only" may be short. */
function givesReason(text: string): boolean {
  return /^\W*(?:n\s*\/\s*a|none|not applicable)\b/i.test(text);
}

/** Equal for texts that differ only in punctuation, spaces and case. */
function textKey(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** The lines and paragraphs of the repository's templates in one section, by their `textKey`. */
export type TemplateTexts = ReadonlyMap<string, TextPart>;

/** A later list's text replaces an equal one. */
export function toTemplateTexts(...lists: (readonly TextPart[])[]): TemplateTexts {
  const texts = new Map<string, TextPart>();
  for (const parts of lists) {
    for (const lines of paragraphsOf(parts)) {
      const [first] = lines;
      if (first !== undefined) texts.set(lines.map(({ text }) => textKey(text)).join(""), first);
    }
    for (const part of parts) texts.set(textKey(part.text), part);
  }
  return texts;
}

/** The parts of a text that come from the template, however their lines are wrapped. */
export function listTemplateTexts(
  content: readonly TextPart[],
  template: TemplateTexts,
): ReadonlySet<TextPart> {
  const found = new Set<TextPart>();
  if (template.size === 0) return found;
  for (const lines of paragraphsOf(content)) {
    const keys = lines.map(({ text }) => textKey(text));
    for (const [start, first] of lines.entries()) {
      let key = "";
      for (let end = start; end < Math.min(lines.length, start + maxWrapped); end++) {
        key += keys[end];
        const known = template.get(key);
        const isChosen = first.checked === true && known?.checked !== true;
        if (known === undefined || key === "" || isChosen) continue;
        for (const line of lines.slice(start, end + 1)) found.add(line);
      }
    }
  }
  return found;
}

/** In lines: nobody wraps an instruction into more. */
const maxWrapped = 20;

/** Neighbouring lines of prose, which may be one paragraph; every other part alone. */
function paragraphsOf(parts: readonly TextPart[]): TextPart[][] {
  const paragraphs: TextPart[][] = [];
  for (const part of parts) {
    const lines = paragraphs.at(-1);
    const above = lines?.at(-1);
    if (lines !== undefined && above !== undefined && continuesParagraph(above, part)) lines.push(part);
    else paragraphs.push([part]);
  }
  return paragraphs;
}

const continuesParagraph = (above: TextPart, below: TextPart) =>
  above.kind === "prose" &&
  below.kind === "prose" &&
  below.checked === null &&
  below.line === above.lastLine + 1 &&
  below.listDepth === above.listDepth;
