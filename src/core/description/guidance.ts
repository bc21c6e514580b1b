import type { TextPart } from "./parts.ts";

const modifiers =
  "a|an|the|any|all|your|some|relevant|brief|short|clear|concise|detailed|additional|key|main|major|specific|other|more|related|link|links|to|of|in|screenshots|and|or";

/** How templates address authors. Verbs that authors also use count only with what a template asks for. */
const asks = [
  /^(?:please|kindly)\s+(?:also\s+|briefly\s+)?(?:describe|explain|provide|include|add|list|link|attach|fill|select|delete|remove|specify|mention|summari[sz]e|be(?! (?:aware|careful|warned))|make|ensure|check|tick|mark|refer|read|replace|update|give|note(?! that)|use|enter|write|tell|state|indicate|outline|answer|complete|put)\b/,
  /\bplease\s+(?:link|describe|provide|explain|include|list|mention|specify|fill|attach|ensure|make sure|paste|complete)\b/,
  /^(?:(?:briefly|clearly|concisely|shortly|simply)\s+)?(?:describe|explain|summari[sz]e|elaborate|fill in|fill out|tell us|replace this|delete this|remove this)\b(?![\s-]\w+ (?:are|is|was|were)\b)/,
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
  // "If you fix an issue, say so": an order after a condition
  /^if (?:you|this|there|it|the)\b[^.]{1,80},\s*(?:please\s+)?(?:say|add|use|link|consider|delete|remove|note|name|put|tell|write|give)\b/,
  /^todo\s*:/,
  /\b(?:go(?:es)? here|your (?:text|description|answer|summary) here|(?:issue|ticket|link|number|description|text)[ _]+(?:number )?here|this pr (?:does|changes) \.\.\.)/,
];

const asksElsewhere = [
  // German, Dutch
  /^(?:bitte|beschreibe|beschreiben|erkläre|erläutere|beschrijf|omschrijf|leg uit|vul|alsjeblieft)\b/,
  // French
  /^(?:veuillez|merci de|décrivez|détaillez|insérez|résumez|expliquez|ajoutez|indiquez|listez|précisez|renseignez|des infos|les instructions pour)/,
  // Spanish, Portuguese, Italian
  /^(?:por favor|describe|describa|explique|agregue|incluya|indique|proporcione|descreva|adicione|inclua|forneça|informe|insira|coloque|preencha|detalhe|descrivi|spiega|aggiungi|inserisci|elenca|si los cambios)(?=\P{L}|$)/u,
  // Here a template's request and an author's report look the same: "Añade …", "Füge … hinzu".
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
  // "Liste des changements", "Descripción clara y concisa de los cambios": what is missing
  /^(?:liste|description|résumé|explication) (?:brève |courte )?(?:de la |de l['’]|des |du )[^.:]{1,60}$/,
  /^(?:descri(?:pción|ção)|lista|resum(?:en|o)) (?:breve|clara|cl?oncisa|corta|curta|detal\p{L}*|de|das|dos|del)(?=\P{L})[^:.]{1,80}\.?$/u,
  // A template about itself
  /^(?:in )?(?:this section|(?:nest|ess|est)a (?:seção|sessão)|(?:en )?esta sección|(?:dans )?cette section|(?:in )?diese[mr]? abschnitt)(?=\P{L})/u,
  // Chinese, Japanese, Korean
  // 请求 (request) and 請求書 (invoice) ask for nothing.
  /^(?:请|請)(?![求假客愿願負け])|(?:してください|して下さい|ください|下さい|記載(?:する)?|記述する|記入|を書く|を書いて|してね)[。!！]?$|(?:해주세요|해 주세요|하세요|주세요|작성|기재|(?<=[했하되]|할)는지|적어주세요|(?:작성|설명|기재|권장)합니다)[.!]?$/,
];

/** `Fixes #`, `Closes #(issue)`, `#{issue number}`: a reference that does not refer to anything yet. */
const openReference =
  /^(?:[-*]\s*)?(?:(?:fix(?:es|ed)?|close[sd]?|resolve[sd]?|refs?|references?|relate[sd](?: to)?|issue|ticket|connects(?: to)?|part of)(?: issue)?\s*[:：]?\s*)*#\s*(?:[<({[].*|issue.*|number|n+|x+|_*|0+)?$/;

export const isOpenReference = (text: string) => openReference.test(text.toLowerCase().trim());

/**
 * Does a template speak here to the author, rather than the author to a reader? Works without knowing the
 * template: templates ask, authors tell.
 */
export function isGuidance(part: TextPart, builtInId: string): boolean {
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
  // A bot replaces `copilot:summary`, when it works.
  if (/^[a-z]+:[a-z]+$/.test(part.text.trim())) return true;
  if (isOpenReference(part.text)) return true;
  const isAsked = asks.some((ask) => ask.test(text)) || asksElsewhere.some((ask) => ask.test(text));
  // A question in the review focus is for the reviewer, unless it is about reviewers.
  if (builtInId === "review_focus") return aboutReviewers.test(text) && (isAsked || /[?？]\s*$/.test(text));
  return isAsked && !isAnswered(text);
}

/** `[EN] Brief description`: a template in two languages. */
const languages = /^\[[a-z]{2}(?:[/|-][a-z]{2})?\]\s*/;
/** "I paused the broker", "ran it twice", "tested on a phone": an author, even in italics. */
const deed =
  /^(?:i|we|i['’]ve|we['’]ve|ran|tried|(?!(?:based|related|required|needed)\b)\p{Ll}+ed (?:it|them|this|that|the|an?|on|in|with|by|and|all|both|to|for|via|using|through|locally|manually|against|twice|once))\b/u;

/** Does a quote or a callout say what its author did? */
export const tellsDeed = ({ text }: TextPart) => deed.test(text.toLowerCase().replace(/^\[![a-z]+\]\s*/, ""));

const startsSentence = /^\P{L}*\p{Lu}/u;
const startsInBracket = /^\s*[[({<]/;
/** What templates talk about: their reader, themselves, what they want. */
const speaksAsTemplate =
  /\b(?:you|your|please|etc|e\.g|i\.e|example|if|should|must|may|optional|required|this (?:section|paragraph|template|pr|pull request)|prs?|pull requests?|reviewers?|authors?|contribut\w+|guidelines|checklist|template|what|why|how|which|who|whether|any|here|sourced from)\b|^(?:say|tell|list|name|state|give|describe|explain|mention|provide|include|outline|summari[sz]e|fill|write|put|tick|answer|copy|paste|attach|choose|select|mark|specify|refer|ensure|consider)\b|[?？:：]\s*$/;

/**
 * Is a line that looks like a hint about the change? A sentence in italics counts too, unless a template
 * would say it.
 */
function isTold(written: string, text: string): boolean {
  if (!startsSentence.test(written)) return false;
  return deed.test(text) || (!startsInBracket.test(written) && !speaksAsTemplate.test(text));
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
  return deed.test(answer) || /^(?:yes|no|none|not)\b[,.:; ]+(?!\/|or\b)\p{L}/u.test(answer);
}
