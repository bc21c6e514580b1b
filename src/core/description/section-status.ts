import type { Section } from "../config/schema/section-schema.ts";
import { readHint } from "../config/hint.ts";
import type { SectionStatus, TextPart } from "./description.ts";
import { isGuidance } from "./guidance.ts";

/** Lines that are the form's because of the lines around them. */
function findFormLines(parts: readonly TextPart[], role: string): ReadonlySet<TextPart> {
  const lines = findEnumerated(parts);
  // "(or)" stands between ready answers, of which nobody has chosen one.
  for (const [index, { text }] of parts.entries())
    if (/^\(or\)$/i.test(text.trim()))
      for (const part of parts.slice(Math.max(0, index - 1), index + 2)) lines.add(part);
  let lead: TextPart | null = null;
  for (const [index, part] of parts.entries()) {
    const previous = parts[index - 1];
    if (
      previous !== undefined &&
      goesOn(previous, part) &&
      (lines.has(previous) || isGuidance(previous, role))
    )
      lines.add(part);
    if (lead !== null && part.listDepth > lead.listDepth) lines.add(part);
    else lead = leadsToExamples(part, role) ? part : null;
    if (lead === part) lines.add(part);
  }
  return lines;
}

/** The same sentence on the next line. */
const goesOn = (earlier: TextPart, later: TextPart) =>
  earlier.kind === "prose" &&
  earlier.line + 1 === later.line &&
  earlier.listDepth + later.listDepth === 0 &&
  /^\p{Ll}/u.test(later.text) &&
  !/[.!?:。！？：]\W*$/.test(earlier.text);

/** What a form asks, ending in "For example:". */
const leadsToExamples = (part: TextPart, role: string) => example.test(part.text) && isGuidance(part, role);

const example =
  /(?<!\p{L})(?:for example|for instance|examples?|e\.g\.|(?:par )?exemples?|por ejemplo|por exemplo|ejemplos?|exemplos?|(?:zum )?beispiele?|z\. ?b\.|например|примеры?|例|예시?)\s*[:：)）]?\s*$/iu;

/** "Scenario 1", "Scenario 2", or the same word repeatedly: a list to fill in. */
function findEnumerated(parts: readonly TextPart[]): Set<TextPart> {
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

const listed = (words: string) => new Set(words.split("|"));

/** What people leave to fill in later, without punctuation and case. */
const placeholders = listed(
  "yes no|yes no n a|y n|yes or no|todo|to do|tbd|tba|tbc|tk|wip|fixme|xxx|xx|x|fill me in|fill in|fill this in|fill out|to be done|to be defined|to be determined|" +
    "to be added|to be filled|to be written|coming soon|later|placeholder|lorem ipsum|your text here|text here|insert text here|" +
    "description here|add description here|write here|asdf|foo|blah|pending|work in progress|see above|as above|same as above|" +
    "description|설명|내용|説明|内容|说明|描述|a completer|por hacer|pendiente|a fazer|da fare|te doen|do zrobienia|待补充|待定|待填写|未定|後で|作成中|추후 작성|작성 예정",
);

/** "Does not apply", without a reason. */
const notApplicable = listed(
  "na|n a|not applicable|none|nil|null|nothing|not needed|not required|not relevant|no risk|irrelevant|does not apply|nope|none needed|" +
    "keine|keiner|kein|nicht zutreffend|nicht relevant|entfallt|aucun|aucune|neant|sans objet|ninguno|ninguna|nada|no aplica|" +
    "nenhum|nenhuma|nao aplicavel|nao se aplica|nessuno|nessuna|niente|non applicabile|geen|niet van toepassing|nvt|n v t|brak|nie dotyczy|" +
    "нет|ничего|не применимо|отсутствует|无|無|没有|不适用|暂无|なし|特になし|ありません|該当なし|없음|해당 없음|해당없음|없습니다",
);

function simplify(text: string): string {
  return text
    .slice(0, 200)
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}+/gu, "")
    .normalize("NFC")
    .replace(/:[a-z0-9_+-]{2,40}:/g, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Text that is a placeholder: `TODO`, `TBD`, `...`, `???`, `<describe here>`. */
function isPlaceholder(text: string): boolean {
  if (text.length > 200) return false;
  return text.split("\n").every((line) => {
    const simple = simplify(line);
    return simple === "" || placeholders.has(simple) || /^(?:(\p{L})\1+|lorem ipsum\b.*)$/u.test(simple);
  });
}

/** `N/A`, `None`, `-`: nothing to say, without a reason. */
export function isNotApplicable(text: string): boolean {
  if (text.length > 60) return false;
  const simple = simplify(text);
  return notApplicable.has(simple) || /^\s*[-–—]+\s*$/.test(text);
}

/** Equal for texts that differ only in punctuation, spaces and case. */
export function textKey(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** What the repository's templates have under a section's heading, by its `textKey`. */
export type TemplateTexts = ReadonlyMap<string, TextPart>;

/**
 * "If no, just write "NONE"", "Put N/A when it does not apply", 「なし」: the form itself takes it for an
 * answer.
 */
export function takesNone(text: string): boolean {
  const quotes = text.slice(0, 1000).matchAll(/["'`“‘„«「『]([^"'`”’“»」』]{1,20})["'`”’“»」』]/g);
  const isOffered =
    /\bNONE\b|\bN\/A\b/.test(text) || [...quotes].some(([, quoted = ""]) => isNotApplicable(quoted));
  return isOffered && !/\b(?:not|n['’]t|never)\b[^.]{0,30}(?:none|n\/a)/i.test(text);
}

/** Judges the content under a section's heading, whatever the level. */
export function judgeContent(
  content: readonly TextPart[],
  section: Pick<Section, "min_words" | "not_applicable" | "hint"> & { role: string },
  template: TemplateTexts,
): SectionStatus {
  const asked = textKey(readHint(section.hint).question);
  const isTemplates = (part: TextPart) => {
    if (isFromHint(part, asked)) return true;
    if (template.size === 0) return false;
    // A `NONE` that is already in the form is an answer where one may be.
    if (section.not_applicable && isUsable(part) && isNotApplicable(part.text)) return false;
    const key = textKey(part.text);
    const known = template.get(key);
    return known !== undefined && key !== "" && (part.task !== "ticked" || known.task === "ticked");
  };
  const used = content.filter((part) => isUsable(part) && !isTemplates(part));
  if (used.length === 0) return content.some(isTemplates) ? "unedited" : "empty";
  // Where the template is known, its own lead-in has been removed, so a few words are the writer's.
  if (template.size === 0 && isOnlyLeadIn(used, content)) return "empty";
  if (used.every((part) => part.media === null && isNotApplicable(part.text))) {
    const isOffered = [...content, ...template.values()].some(
      (part) => !used.includes(part) && takesNone(part.text),
    );
    return section.not_applicable || isOffered ? "not-applicable" : "placeholder";
  }
  const lines = findFormLines(content.filter(isUsable), section.role);
  const warns = used.some((part) => part.isQuote && /^\[!(?:warning|caution)\]/i.test(part.text));
  if (
    used.every((part) => (standsForText(part, section.role) && !(warns && part.isQuote)) || lines.has(part))
  )
    return "placeholder";
  return isTooShort(used, section.min_words) ? "too-short" : "filled";
}

/** The section's own question, or a line of it, copied. */
const isFromHint = ({ text, words, task }: TextPart, asked: string) =>
  words >= fewestCopied && task === null && asked.includes(textKey(text));

/** A writer may well use two words of the hint. */
const fewestCopied = 3;

/** What a form shows in place of the writer's text. */
function standsForText(part: TextPart, role: string): boolean {
  // A ticked box is an answer, even to a question.
  if (part.media === "image" || part.task === "ticked") return false;
  // A question under a heading is for its writer; only reviewers are asked things.
  if (role !== "review_focus" && part.kind !== "code" && isOnlyAsking(part.text)) return true;
  const isPlain = part.media === null;
  // "node version:" waits for what follows the colon; a list below is an answer.
  if (isPlain && part.kind === "prose" && part.words <= 6 && /[:：]$/.test(part.text)) return true;
  // Under a heading, forms put their hint into a quote, whereas a writer who quotes comments on it.
  if (part.isQuote && part.words <= 40 && part.kind === "prose") return true;
  return isGuidance(part, role) || (isPlain && (isPlaceholder(part.text) || isNotApplicable(part.text)));
}

/** A writer's paragraph may end in a question; a form says nothing else. */
const isOnlyAsking = (text: string) =>
  endsInQuestion.test(text) &&
  text.split(/(?<=[.!?。！？])\s+(?=[\p{Lu}\p{Lo}])/u).every((sentence) => endsInQuestion.test(sentence));

const endsInQuestion = /[?？](?:\s*\([^()]{0,100}\))?[)\]"'”]*\s*$/;

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

/** Can a reader use it? Not comments, rules, empty bullets, unticked boxes. */
export function isUsable(part: TextPart): boolean {
  if (silent.has(part.kind)) return false;
  if (part.task === "open") return false;
  return part.media !== null || /[^\s\p{Default_Ignorable_Code_Point}]/u.test(part.text);
}

/** What is invisible, and what is not the writer's. */
const silent: ReadonlySet<TextPart["kind"]> = new Set(["comment", "rule", "definition", "tool"]);

function isTooShort(used: readonly TextPart[], minWords: number): boolean {
  // Code, tables, images, links and ticked boxes say something, whatever their number of words.
  if (used.some(({ kind, media, task }) => kind !== "prose" || media !== null || task === "ticked"))
    return false;
  return (
    used.reduce((sum, { words }) => sum + words, 0) < minWords && !used.some(({ text }) => givesReason(text))
  );
}

/** "N/A: documentation only" is as short as its reason. */
function givesReason(text: string): boolean {
  return /^\W*(?:n\s*\/\s*a|none|not applicable)\b/i.test(text);
}
