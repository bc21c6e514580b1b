import { builtInIdOf } from "../name-index.ts";
import { type HeadingPart, isUsable, type Part } from "../parts.ts";
import { defineRule, toExcerpt } from "./rule.ts";

// Courtesies around a request, which ask nothing by themselves ("Thanks!").
const courtesy =
  /\b(?:please|pls|plz|hi|hey|hello|all|team|folks|guys|everyone|cc|thanks|thank you|thx|in advance|(?:when(?:ever)?|if|once|as soon as) you(?:'ve)? (?:can|could|(?:have|get|find|got) (?:(?:a|an|the|any|some|few|free|spare|couple|of|enough|your) ){0,3}(?:time|moments?|minutes?|mins?|seconds?|secs?|chance|opportunity|cycles?|capacity|bandwidth)|get (?:to it|around to it))|(?:when(?:ever)?|if|once|as soon as) you(?:'re| are) (?:free|around|back|ready|able to)|(?:when(?:ever)?|if|once) (?:there(?:'s| is) (?:a |some |enough |any )?(?:time|chance|capacity)|time (?:permits|allows)|possible|convenient)|at your (?:earliest )?convenience|no (?:rush|hurry)|today|tomorrow|this week|soon|asap|on this|this|everything|here|some|more)\b/g;
const nouns = "(?:thoughts?|feedback|opinions?|comments?|suggestions?|ideas?|reviews?|input)";
// "Comments" also heads a list. It asks only with a question mark, with a "please", or in the review focus.
const topic = new RegExp(`^${nouns}(?: (?:or|and) ${nouns})?$`);
const request = new RegExp(
  `^(?:ptal|lmk|wdyt|rfc|(?:take|have) a look|look at|let me know(?: what you(?: all)? think| your thoughts| if you have any questions)?|` +
    `what do you(?: all)? think|ready for review|needs? (?:a )?review|(?:can|could|would|will) (?:you|someone|somebody|anyone|anybody)(?: all)? (?:review|check|(?:take|have) a look)(?: it)?|looking for ${nouns}|(?:any|your) ${nouns}(?: (?:or|and) ${nouns})?(?: (?:is|are))?(?: (?:welcome|appreciated|wanted))?|` +
    `${nouns}(?: (?:is|are))? (?:welcome|appreciated|wanted)|` +
    // "Would love to hear your thoughts!", "Curious what you think"
    `(?:(?:i|we|i'd|we'd|would|i would|we would|happy|glad|keen|curious|eager|interested) )+(?:(?:love|like|appreciate|welcome|to|hear|get|have|see|know|in) )*(?:what you(?: all)? think|(?:(?:your|any) )?${nouns}(?: (?:or|and) ${nouns})?))$`,
);
/** Every request has one of these. */
const askWord =
  /ptal|lmk|wdyt|rfc|look|know|think|review|check|thought|feedback|opinion|comment|suggestion|idea|input/i;
const asksPolitely = /\b(?:please|pls|plz)\b/;

export const vagueAsk = defineRule({
  id: "vague-ask",
  summary: "A request for feedback names a question.",
  level: "warning",
  options: {},
  check({ parsed, sections }) {
    const focus = sections.find(({ section }) => builtInIdOf(section) === "review_focus");
    const inFocus = new Set(focus?.content.map(({ line }) => line));
    // "Thoughts?" alone on a line also looks like a heading.
    const isText = (part: Part) =>
      part.type === "heading" ? part.syntax === "label" || isQuestion(part) : isUsable(part);
    const isVague = (part: Part) =>
      asksForNothing(part, inFocus.has(part.line)) && !isLabel(part, parsed.parts);
    const ask = parsed.parts.find((part) => isText(part) && isVague(part));
    if (ask === undefined) return [];
    const texts = parsed.parts.filter(isText);
    // A question anywhere, or a filled review focus, says what is wanted.
    if (texts.some((part) => part !== ask && !isVague(part) && /[?？]\s*$/.test(part.text))) return [];
    if (focus?.used.some((part) => !isVague(part))) return [];
    return [
      {
        section: inFocus.has(ask.line) ? (focus?.section.id ?? null) : null,
        seen: { type: "vague-ask", text: toExcerpt(ask.text) },
        line: ask.line,
      },
    ];
  },
});

/** `**Thoughts?**` */
const isQuestion = ({ syntax, text }: HeadingPart) => syntax === "bold" && /[?？]$/.test(text);

/** Is it only a request, for nothing in particular? */
function asksForNothing(part: Part, isInFocus: boolean): boolean {
  if ((part.type === "text" && part.kind !== "prose") || part.text.length > 80) return false;
  if (!askWord.test(part.text)) return false;
  const said = part.text
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/@[\w/-]+/g, " ");
  const words = said.replace(/[^\p{L}\p{N}']+/gu, " ");
  const ask = words.replace(courtesy, " ").replace(/\s+/g, " ").trim();
  if (request.test(ask)) return true;
  return topic.test(ask) && (isInFocus || /[?？]\s*$/.test(said.trim()) || asksPolitely.test(words));
}

/** `Comments:` names what follows it and asks for nothing. */
function isLabel(part: Part, parts: readonly Part[]): boolean {
  if (/[?？]\s*$/.test(part.text)) return false;
  const next = parts
    .slice(parts.indexOf(part) + 1)
    .find(
      (other) => other.type === "heading" || (other.kind !== "comment" && other.kind !== "thematicBreak"),
    );
  const hasName = part.type === "heading" || /[:：]\s*$/.test(part.text);
  return hasName && next?.type === "text" && isUsable(next);
}
