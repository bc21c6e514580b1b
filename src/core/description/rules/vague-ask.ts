import type { Part } from "../parsed-description.ts";
import { isUsable, textKey } from "../section-status.ts";
import { defineRule } from "./rule.ts";
import { shorten } from "./section-findings.ts";

/** Asks that name nothing, as their letters only. */
const vague =
  /^(?:please|pls|plz|hi|hey|hello|all|team|folks|guys|cc)*(?:any|your|some|more)?(?:thoughts?|feedback|opinions?|comments?|suggestions?|ideas?|review|reviews|input|ptal|lmk|wdyt|rfc|takealook|havealook|letmeknow|letmeknowwhatyouthink|letmeknowyourthoughts|whatdoyouthink|whatdoyouallthink|reviewplease|pleasereview|reviewthis|lookatthis|feedbackwelcome|feedbackiswelcome|feedbackappreciated|commentswelcome|readyforreview|takealookplease|letmeknowifyouhaveanyquestions|thanks)(?:welcome|appreciated|please|thanks|thankyou|onthis|this|everyone|all|everything|whenyoucan|whenyouhavetime|whenyougetachance)*$/;

export const vagueAsk = defineRule({
  id: "vague-ask",
  summary: "A request for feedback names a question.",
  level: "warning",
  options: {},
  check({ parsed, sections }) {
    // "Thoughts?" alone on a line looks like a heading as well.
    const texts = parsed.parts.filter((part) =>
      part.type === "heading" ? part.form === "label" : isUsable(part),
    );
    const ask = texts.find(isVague);
    if (ask === undefined) return [];
    // A question anywhere, or a filled review focus, says what is wanted.
    if (texts.some((part) => part !== ask && !isVague(part) && /[?？]\s*$/.test(part.text))) return [];
    const focus = sections.find(({ section }) => section.id === "review_focus");
    if (focus?.content.some((part) => isUsable(part) && !isVague(part))) return [];
    const isInFocus = focus?.content.some(({ line }) => line === ask.line) ?? false;
    return [
      {
        section: isInFocus ? "review_focus" : null,
        message: `"${shorten(ask.text)}" does not say what to look at; expected a question that a reviewer can answer`,
        hint: "Name the decision, file or trade-off that you are unsure about, and who should answer.",
        line: ask.line,
      },
    ];
  },
});

function isVague(part: Part): boolean {
  if (part.type === "text" && part.kind !== "prose") return false;
  return part.text.length <= 80 && vague.test(textKey(part.text.replace(/@[\w-]+/g, "")));
}
