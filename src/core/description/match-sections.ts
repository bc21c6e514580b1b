import { hasCjk, wordSet } from "../text/words.ts";
import { findCjk, findStem, type NamedSection, type NameIndex, nameIndexOf } from "./name-index.ts";
import { isQuestionWord } from "./parse/name.ts";
import type { HeadingPart, Name } from "./parts.ts";
import { findAsked, findAskedInSentence } from "./question.ts";

const nothing: ReadonlySet<string> = new Set();

/** Ids of the sections that a heading names: one, several ("What & Why"), or none. */
export function matchSections(
  heading: HeadingPart,
  sections: readonly NamedSection[],
  mayAsk = true,
): ReadonlySet<string> {
  const [whole] = heading.names;
  if (whole === undefined) return nothing;
  const index = nameIndexOf(sections);
  // A name from the config wins over anything else that the line may be.
  const given = heading.names.slice(0, 2).find(({ exact }) => index.given.has(exact));
  if (given !== undefined) return index.exact.get(given.exact) ?? nothing;
  const special = matchSpecial(heading, index, mayAsk);
  if (special !== undefined) return special;
  const exact =
    index.exact.get(whole.exact) ??
    findByParts(heading, index) ??
    firstFound(heading.names, (name) => index.exact.get(name.exact));
  // A checkbox's text is more often a sentence than a name.
  if (exact !== undefined || heading.syntax === "task" || isProse(heading) || asksForTicks(heading))
    return exact ?? nothing;
  const byWords = (name: Name) =>
    index.exact.get(name.exact) ?? findStem(name, index) ?? findCjk(name, index);
  const found = heading.nameParts.map(byWords);
  if (found.length > 1 && !found.includes(undefined)) return union(found);
  // "Added or updated tests" is about more than the word that is known.
  const named = union(found.filter((_, at) => !tooGeneral.has(heading.nameParts[at]?.exact ?? "")));
  const meant = findByQuestion(heading, index) ?? byWords(whole) ?? findByAddressee(heading, index);
  if (meant !== undefined) return meant;
  // In a line of text, everything before the colon has to be a name; a heading may say more.
  const mayBeMore = heading.isCertain && heading.syntax !== "label";
  if (mayBeMore && named.size > 0 && isBrief(heading)) return named;
  const more = mayBeMore ? (findByHead(heading, index) ?? findByFirstWord(heading, index)) : undefined;
  // In parentheses, only a whole name counts: `確認（テスト）`, but not `証跡（変更に応じて記載）`.
  const byAside = (name: Name) => {
    const aside = name.exact.startsWith(`${whole.exact} `) ? name.exact.slice(whole.exact.length + 1) : "";
    return hasCjk(aside) ? index.exact.get(aside) : byWords(name);
  };
  return firstFound(heading.names.slice(1), byAside) ?? more ?? findByTranslation(heading, index) ?? nothing;
}

/** The sections that a sentence, title, quote or reference names; undefined for every other heading. */
function matchSpecial(
  heading: HeadingPart,
  index: NameIndex,
  mayAsk: boolean,
): ReadonlySet<string> | undefined {
  if (heading.isEmbedded || isReference(heading)) return nothing;
  if (heading.isSentence) return (mayAsk ? findByQuestion(heading, index) : undefined) ?? nothing;
  if (heading.isTitle) return matchWhole(heading, index) ?? matchTitle(heading, index) ?? nothing;
  if (heading.syntax !== "quote") return undefined;
  return (isProse(heading) ? undefined : matchPrompt(heading, index)) ?? nothing;
}

const union = (found: readonly (ReadonlySet<string> | undefined)[]) =>
  new Set(found.flatMap((ids) => [...(ids ?? [])]));

/** A title or a quoted prompt has to be a name as a whole: "Fix flaky tests" is not a section. */
function matchWhole(
  { names: [whole], nameParts }: HeadingPart,
  index: NameIndex,
): ReadonlySet<string> | undefined {
  const byWords = (name: Name) =>
    index.exact.get(name.exact) ??
    (isOrder(name) ? undefined : findStem(name, index)) ??
    findCjk(name, index);
  const found = nameParts.map(byWords);
  if (found.length > 1 && !found.includes(undefined)) return union(found);
  return whole === undefined ? undefined : byWords(whole);
}

const asksAtEnd = /[?？]\s*$/;

/** `> Why is this change necessary?`, answered below. */
const matchPrompt = (heading: HeadingPart, index: NameIndex) =>
  matchWhole(heading, index) ?? (asksAtEnd.test(heading.text) ? findByQuestion(heading, index) : undefined);

/**
 * A title is a section if it asks: "What is the problem?". If it is answered right below, it may also begin
 * with a name: "Summary of the new checkout", "How to try it on a phone".
 */
function matchTitle(heading: HeadingPart, index: NameIndex): ReadonlySet<string> | undefined {
  const isQuestion = asksAtEnd.test(heading.text);
  if (!isQuestion && !heading.hasLead) return undefined;
  const [whole, ...others] = heading.names;
  const front = [...others, ...(heading.head === null ? [] : [heading.head])].filter(({ exact }) =>
    whole?.exact.startsWith(`${exact} `),
  );
  const ids = firstFound(front, (name) => index.exact.get(name.exact));
  if (ids?.has("context")) return ids;
  return isQuestion || !/[:：]/.test(heading.text) ? findByQuestion(heading, index) : undefined;
}

/** "Add unit tests" says what was done; "Unit tests" names a section. */
function isOrder({ exact }: Name): boolean {
  return /^(?:add|write|list|provide|include|give|show|fix|update|improve|remove|test|verify|validate|make|use|change|move|rename|run)\s/.test(
    exact,
  );
}

/** Each part names a section of its own: "Why, what and risk". */
function findByParts({ nameParts }: HeadingPart, index: NameIndex): ReadonlySet<string> | undefined {
  const found = nameParts.map(({ exact }) => index.exact.get(exact));
  if (found.length < 2 || found.includes(undefined)) return undefined;
  return union(found);
}

/** A single known name in a longer heading is a coincidence. */
function isBrief({ names }: HeadingPart): boolean {
  return (names[0]?.exact.split(" ").length ?? 0) <= 5;
}

/**
 * "We did some testing: it works." is a sentence unless it is in bold. A question is one unless it is as
 * short as a template's: "How do we test it?".
 */
function isProse({ syntax, text, names, isEmphasised }: HeadingPart): boolean {
  const length = (names[0]?.exact ?? "").split(" ").length;
  if ((syntax === "label" || syntax === "quote") && /[?？]$/.test(text))
    return length > 6 || !/^(?:how|why|what)\b/i.test(text);
  return syntax === "inline" && (length > (isEmphasised ? 8 : 3) || (!isEmphasised && leadsIn.test(text)));
}

/** "As for testing: …", "We checked the risk: …" */
const leadsIn =
  /^(?:as|about|regarding|concerning|considering|in|on|with|without|from|we|i|you|they|he|she|it|this|that|these|so|but|and|also|after|before|then|here|there|mind|see|note) /i;

/**
 * Does the heading ask for ticks, as "Checklist" and "Type of change" do? "QA steps / checklist" asks for
 * more.
 */
export function asksForTicks({ names, nameParts }: HeadingPart): boolean {
  const isAboutTicks =
    /\bcheck ?lists?\b|^(?:types?|kinds?) of\b|^(?:art der|rodzaj|soort|тип|вид) |(?:種別|種類|类型|類型|性质|유형|종류|체크리스트|チェックリスト|清单)/.test(
      names[0]?.exact ?? "",
    );
  return isAboutTicks && !nameParts.some(({ exact }) => /^check ?lists?$/.test(exact));
}

/** Words before a reference to an issue, which say nothing by themselves. */
const references = wordSet("fixes closes resolves fix close resolve issue issues related");

/** "Deployed to: staging", "Added in: 4.2" say where; "Tested on: iOS" answers its section. */
const tellsWhere = /^(?!test|verif|check|validat|affect)\p{Ll}+ed (?:to|in|at|on|by|from|since)$/u;

function isReference({ syntax, isEmphasised, names: [whole] }: HeadingPart): boolean {
  const name = whole?.exact ?? "";
  if (syntax !== "inline" && syntax !== "label") return false;
  // "Fix: crash on an empty feed" is a commit's title; "**Problem:** …" and "**Fix:** …" are fields.
  return (references.has(name) && !(isEmphasised && name === "fix")) || tellsWhere.test(name);
}

/** Words that are too general as a heading's last word: "Agent context", "Release process". */
const tooGeneral = new Set([
  "fixes",
  "update",
  "updates",
  "added",
  "designs",
  "reviewers",
  "reviewer",
  "review",
  "instructions",
  "context",
  "what",
  "why",
  "how",
  "about",
  "focus",
  "value",
  "fix",
  "content",
  "design",
  "security",
  "question",
  "questions",
]);

function findByHead({ head }: HeadingPart, index: NameIndex): ReadonlySet<string> | undefined {
  if (head === null || tooGeneral.has(head.exact)) return undefined;
  return index.exact.get(head.exact) ?? findStem(head, index);
}

/** "Tips for the reviewers", "What reviewers should know": for reviewers, whatever it is. */
const addressed = [
  /\b(?:for|to) (?:the |your |our |my )?(?:(?:code )?reviewers?|code review)$|\breviewers? (?:should|must|need)\b|\bshould (?:the |a )?reviewers? (?:look|focus|start|pay|read|know|begin|review|concentrate)\b/,
  // "Hinweise für den Review", "Observações para o revisor", "Uwagi dla recenzenta"
  /(?:^| )(?:für|fuer|an|zum|beim|pour|à|au|aux|para|por|a|ao|aos|al|per|voor|bij|aan|til|till|för|dla|do|pro|для) (?:(?:d(?:ie|en|as|er|em|e)|le|la|les|l|o|os|as|el|los|las|quien|quem|il|lo|i|gli|het|chi|ceux qui|celles? qui|qui|wer|die) )?(?:(?:code ?)?review(?:s|t|ers?|er(?:in|innen|s)?|in[gn])?|prüf(?:er|erin|ung|erinnen|enden?)|begutacht\p{L}+|durchsicht|gegenles\p{L}+|relect(?:eur|eurs|rice|rices)|relecture|relis(?:ent|ez)?|révis\p{L}+|revis\p{L}+|rived\p{L}+|beoordel\p{L}+|nakijk\p{L}*|recen[zs]\p{L}+|granskar\p{L}*|ревью\p{L}*|рецензент\p{L}*|проверяющ\p{L}+)$/u,
];

function findByAddressee({ names }: HeadingPart, index: NameIndex): ReadonlySet<string> | undefined {
  const isAddressed = names.some(({ exact }) => addressed.some((way) => way.test(exact)));
  return isAddressed ? index.exact.get("for reviewers") : undefined;
}

function findByQuestion(
  { names: [whole], text }: HeadingPart,
  index: NameIndex,
): ReadonlySet<string> | undefined {
  const asked = (whole === undefined ? null : findAsked(whole)) ?? findAskedInSentence(text);
  return asked === null ? undefined : index.exact.get(asked);
}

/** Only a whole English name: "(Request changes)" and "(Comment)" translate no section's name. */
function findByTranslation({ translation }: HeadingPart, index: NameIndex): ReadonlySet<string> | undefined {
  return translation === null ? undefined : findStem(translation, index);
}

/** "Tests run", "Rollback path", "Risques éventuels": words that mean their section, whatever follows. */
function findByFirstWord({ names }: HeadingPart, index: NameIndex): ReadonlySet<string> | undefined {
  const [first = "", ...others] = (names[0]?.exact ?? "").split(" ");
  const isTelling =
    /^(?:test(?:s|ed|ing)|risks?|rollback|rollout|affected|impacted)$/.test(first) ||
    (index.translated.has(first) && !isQuestionWord(first));
  return others.length <= 2 && isTelling ? index.exact.get(first) : undefined;
}

function firstFound(
  names: Name[],
  find: (name: Name) => ReadonlySet<string> | undefined,
): ReadonlySet<string> | undefined {
  for (const name of names) {
    const ids = find(name);
    if (ids !== undefined) return ids;
  }
  return undefined;
}
