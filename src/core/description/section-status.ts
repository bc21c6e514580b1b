import type { Section } from "../config/schema/section-schema.ts";
import { readHint } from "../config/hint.ts";
import type { SectionStatus, TextPart } from "./description.ts";

const modifiers =
  "a|an|the|any|all|your|some|relevant|brief|short|clear|concise|detailed|additional|other|more|related|link|links|to|of|in|screenshots|and|or";

/** How forms address their reader. Verbs that descriptions also use count only with what a form asks for. */
const asks = [
  /^(?:please|kindly)\s+(?:also\s+|briefly\s+)?(?:describe|explain|provide|include|add|list|link|attach|fill|select|delete|remove|specify|mention|summari[sz]e|be(?! (?:aware|careful|warned))|make|ensure|check|tick|mark|refer|read|replace|update|give|note(?! that)|use|enter|write|tell|state|indicate|outline|answer|complete|put)\b/,
  /\bplease\s+(?:link|describe|provide|explain|include|list|mention|specify|fill|attach|ensure|make sure|paste|complete)\b/,
  /^(?:briefly\s+)?(?:describe|explain|summari[sz]e|elaborate|fill in|fill out|tell us|replace this|delete this|remove this)\b(?![\s-]\w+ (?:are|is|was|were)\b)/,
  new RegExp(
    `^(?:add|include|provide|list|write|enter|give|link|mention|state|note|put|update|attach|paste|use|specify|insert|indicate|outline)\\s+(?:(?:${modifiers})\\s+)*(?:description|summary|overview|explanation|details|information|info|context|motivation|reasons?|screenshots?|instructions|steps|output|here|below|this (?:section|paragraph|pr|pull request|change)|issues?|tickets?|changes|dependencies)(?=\\s*$|\\s*[.,:;(]|\\s+(?:of|for|here|about|and|or|on|as|if|why|what|how|below|to|with|regarding|that|this|so|introduced|made|proposed)\\b)`,
  ),
  /^.{0,60}\b(?:describe|explain|list|include|provide|specify|summari[sz]e|let us know)\b.*\b(?:you|your)\b/,
  /^(?:a |an |one |the )?(?:brief|short|concise|clear|detailed|in[- ]depth|quick|one[- ]line|high[- ]level)\b.{0,30}\b(?:description|summary|overview|explanation|list)\b/,
  /^(?:an? |the )?(?:[\w-]+ ){0,2}(?:description|rationale|motivation|explanation|summary|overview|list|reason)\s+(?:of|for)\s+(?:this|the|your|what|how|why|any|all)\b.{0,40}\b(?:change|changes|changed|pr|pull request|steps|result|feature|fix|work|solution)\b/,
  // "Does this PR introduce any risks?"
  /^(?:does|do|is|are|what|why|how|have|has|did|which|who|were|was|will|any)\b[^.?]{0,150}\b(?:this (?:pr|pull request|change|feature)|your|you)\b[^.?]{0,100}\?/,
  // "This makes [no / some] difference"
  /\[[^\]/]{1,40} \/ [^\]]{1,40}\](?!\()/,
  // "This pull request changes [REPLACE ME]"
  /[[<{](?:replace|insert|your|describe|fill|enter|todo|tbd|link to|explain)\b[^\]>}]{0,60}[\]>}]/,
  /^(?:example|e\.g\.|for example|by submitting this|format:)(?!.*\b(?:was|were|had)\b)/,
  // "Steps to verify the change locally" names what is missing.
  /^(?:steps?|instructions|commands?)(?:\s?\/\s?\w+)? to (?:\w+ ){0,5}(?:verify|validate|test|check|reproduce|try|run)\b[^.:\d]{0,40}\.?$/,
  /\((?:please|paste|describe|explain|include|list)\b[^()]*\)/,
  /^(?:paste|put|write|add|insert|type|enter|attach)\b.{0,40}\bhere\b/,
  /\b(?:link|paste|put|attach|add|mention)(?: to)? (?:it|them|that|the \w+) here\b/,
  /^(?:none|n\/a|yes|no)\s*(?:\/|or)\s*(?:describe|explain|list)\b/,
  /^if you(?:['’]re|r)?\b[^.]{0,40}\b(?:help|unsure|not sure|questions?|advice|doubt)\b/,
  /^(?:for|if)\b.{1,60}\b(?:describe|explain|post the link|provide|list|include|specify|mention)\b/,
  /\b(?:go(?:es)? here|your (?:text|description|answer|summary) here|(?:issue|ticket|link|number|description|text)[ _]+(?:number )?here|this pr (?:does|changes) \.\.\.)/,
];

const asksElsewhere = [
  // German, Dutch
  /^(?:bitte|beschreibe|beschreiben|erkläre|erläutere|beschrijf|omschrijf|leg uit|vul|alsjeblieft)\b/,
  // French
  /^(?:veuillez|merci de|décrivez|détaillez|insérez|résumez|expliquez|ajoutez|indiquez|listez|précisez|renseignez|des infos|les instructions pour)/,
  // Spanish, Portuguese, Italian
  /^(?:por favor|describe|describa|explique|agregue|incluya|indique|proporcione|descreva|adicione|inclua|forneça|informe|insira|coloque|preencha|detalhe|descrivi|spiega|aggiungi|inserisci|elenca|si los cambios)(?=\P{L}|$)/u,
  // In these, what a form asks and what a writer did look the same: "Añade …", "Füge … hinzu".
  new RegExp(
    "^(?:füge|liste|nenne|gib|gebe|hier|geef|voeg|décrire|expliquer|ajouter|explica|añade|agrega|incluye|indica|proporciona|inserta|detalla|descrivere)(?=\\P{L}|$).{0,60}(?<!\\p{L})" +
      "(?:kurze?|details|links?|tickets?|screenshots?|schritte|warum|wieso|was|wie|welche[rns]?|bitte|beschreib\\p{L}*|änderung(?:en)?|waarom|hoe|wat|stappen|wijziging(?:en)?" +
      "|qué|cómo|por qué|cuál|aquí|pasos|cambios?|contexto|motivos?|razón|información|detalles|enlaces?|capturas?|descri\\p{L}*|resum\\p{L}*|aqui|mudanças?|alterações" +
      "|ici|pourquoi|comment|contexte|raisons?|liens?|étapes|captures?|changements?|modifications?|modific\\p{L}*|perché)(?!\\p{L})",
    "u",
  ),
  /^(?:una |uma |une |ein[e]? )?(?:breve|brève|courte|kurze) (?:descri|explica|beschreib|résumé|resum)/,
  // Polish, Russian, Ukrainian
  /^(?:краткое описание|proszę|opisz|wyjaśnij|dodaj|podaj|wypisz|пожалуйста|опишите|укажите|объясните|добавьте|перечислите|приведите|расскажите|напишите|опишіть|вкажіть|додайте|если нужно)(?=\P{L}|$)/u,
  // Chinese, Japanese, Korean
  // 请求 (request) and 請求書 (invoice) ask for nothing.
  /^(?:请|請)(?![求假客愿願負け])|(?:してください|して下さい|ください|下さい|記載する|記述する|記入|を書く|を書いて|してね)[。!！]?$|(?:해주세요|해 주세요|하세요|주세요|작성|기재|적어주세요|(?:작성|설명|기재|권장)합니다)[.!]?$/,
];

/** `Fixes #`, `Closes #(issue)`, `#{issue number}`: a reference that does not refer to anything yet. */
const openReference =
  /^(?:[-*]\s*)?(?:(?:fix(?:es|ed)?|close[sd]?|resolve[sd]?|refs?|references?|relate[sd](?: to)?|issue|ticket|connects(?: to)?|part of)(?: issue)?\s*[:：]?\s*)*#\s*(?:[<({[].*|issue.*|number|n+|x+|_*|0+)?$/;

export const isOpenReference = (text: string) => openReference.test(text.toLowerCase().trim());

/**
 * Is this a form speaking to its writer, rather than the writer to a reader? Needs no template: forms ask,
 * writers tell.
 */
function isGuidance(part: TextPart, role: string): boolean {
  const isLongCode = part.kind === "code" && part.text.includes("\n");
  if (isLongCode || part.media === "image" || part.text.length > 600) return false;
  const text = part.text
    .toLowerCase()
    .replace(languages, "")
    .replace(/^[\s\p{P}\p{S}]+(?=\p{L})/u, "")
    .trim();
  if (part.isSlot && !/\d/.test(text) && !isTold(part.text, text)) return true;
  // "Go to this page..." asks to be completed.
  if (part.words <= 6 && /(?:\.\.\.|…)$/.test(text)) return true;
  // `copilot:summary` is replaced by a bot, when it works.
  if (/^[a-z]+:[a-z]+$/.test(part.text.trim())) return true;
  if (isOpenReference(part.text)) return true;
  const isAsked = asks.some((ask) => ask.test(text)) || asksElsewhere.some((ask) => ask.test(text));
  // A question in the review focus is for the reviewer, unless it is about reviewers.
  if (role === "review_focus") return aboutReviewers.test(text) && (isAsked || /[?？]\s*$/.test(text));
  return isAsked && !isAnswered(text);
}

/** `[EN] Brief description`: forms in two languages. */
const languages = /^\[[a-z]{2}(?:[/|-][a-z]{2})?\]\s*/;
/** "I paused the broker", "ran it twice", "tested on a phone": a writer, even in italics. */
const tells =
  /^(?:i|we|i['’]ve|we['’]ve|ran|tried|(?!(?:based|related|required|needed)\b)\p{Ll}+ed (?:it|them|this|that|the|an?|on|in|with|by|and|all|both|to|for|via|using|through|locally|manually|against|twice|once))\b/u;
/** A form's hint may span several lines. */
const startsSentence = /^\P{L}*\p{Lu}/u;
const inBrackets = /^\s*[[({<]/;
/** What forms talk about: their reader, themselves, what they want. */
const speaksAsForm =
  /\b(?:you|your|please|etc|e\.g|i\.e|example|if|should|must|may|optional|required|this (?:section|paragraph|template|pr|pull request)|prs?|pull requests?|reviewers?|authors?|contribut\w+|guidelines|checklist|template|what|why|how|which|who|whether|any|here|sourced from)\b|^(?:say|tell|list|name|state|give|describe|explain|mention|provide|include|outline|summari[sz]e|fill|write|put|tick|answer|copy|paste|attach|choose|select|mark|specify|refer|ensure|consider)\b|[?？:：]\s*$/;

/** Is a line that looks like a hint about the change? In italics, any sentence that no form would say is. */
function isTold(written: string, text: string): boolean {
  if (!startsSentence.test(written)) return false;
  return tells.test(text) || (!inBrackets.test(written) && !speaksAsForm.test(text));
}

const aboutReviewers =
  /\breviewers? (?:should|need|must|to|can|may|might|would|will|could)\b|\byour reviewers?\b|리뷰어[가에]|レビュアー[がに]/;

/** "How did you test it? Ran the suite twice." */
function isAnswered(text: string): boolean {
  const question =
    /^(?:how|why|what|does|do|did|is|are|has|have|which|where|who|will|was|were)\b[^.?？!]{1,150}[?？]\s*/.exec(
      text,
    );
  const answer = question === null ? "" : text.slice(question[0].length);
  return tells.test(answer) || /^(?:yes|no|none|not)\b[,.:; ]+(?!\/|or\b)\p{L}/u.test(answer);
}

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
  "yes no|y n|yes or no|todo|to do|tbd|tba|tbc|tk|wip|fixme|xxx|xx|x|fill me in|fill in|fill this in|fill out|to be done|to be defined|to be determined|" +
    "to be added|to be filled|to be written|coming soon|later|placeholder|lorem ipsum|your text here|text here|insert text here|" +
    "description here|add description here|write here|asdf|foo|blah|pending|work in progress|see above|as above|same as above|" +
    "a completer|por hacer|pendiente|a fazer|da fare|te doen|do zrobienia|待补充|待定|待填写|未定|後で|作成中|추후 작성|작성 예정",
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
  const simple = simplify(text);
  return simple === "" || placeholders.has(simple) || /^(?:x{2,}|lorem ipsum\b.*)$/.test(simple);
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

/** "If no, just write "NONE"", "Put N/A when it does not apply": the form itself takes it for an answer. */
export function takesNone(text: string): boolean {
  return (
    /\bNONE\b|\bN\/A\b|["'`“](?:none|n\/a)["'`”]/.test(text) &&
    !/\b(?:not|n['’]t|never)\b[^.]{0,30}(?:none|n\/a)/i.test(text)
  );
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
  const enumerated = findEnumerated(used);
  const warns = used.some((part) => part.isQuote && /^\[!(?:warning|caution)\]/i.test(part.text));
  if (
    used.every(
      (part) => (standsForText(part, section.role) && !(warns && part.isQuote)) || enumerated.has(part),
    )
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
  if (
    role !== "review_focus" &&
    /[?？](?:\s*\([^()]{0,100}\))?[)\]"'”]*\s*$/.test(part.text) &&
    part.kind !== "code"
  )
    return true;
  const isPlain = part.media === null;
  // "node version:" waits for what follows the colon; a list below is an answer.
  if (isPlain && part.kind === "prose" && part.words <= 6 && /[:：]$/.test(part.text)) return true;
  // Under a heading, forms put their hint into a quote, whereas a writer who quotes comments on it.
  if (part.isQuote && part.words <= 40 && part.kind === "prose") return true;
  return isGuidance(part, role) || (isPlain && (isPlaceholder(part.text) || isNotApplicable(part.text)));
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
