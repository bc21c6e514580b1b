import { z } from "zod";
import { matchesPath } from "../../config/globs.ts";
import { globSchema } from "../../config/schema/values.ts";
import { countWords } from "../../text/words.ts";
import { builtInIdOf } from "../name-index.ts";
import { isUsable, type ParsedDescription, type Part, visibleText } from "../parts.ts";
import { listTemplateTexts, toTemplateTexts } from "../section-status.ts";
import { defineRule, type SectionState } from "./rule.ts";

const previous = "(?:previous|prior|last|old|older|earlier|former|existing)";
const thing =
  "(?:versions?|releases?|images?|builds?|tags?|deploy(?:ment|s)?|commits?|revisions?|artifacts?|code|binar(?:y|ies)|containers?|schemas?|backups?|snapshots?|dumps?|tables?|columns?|data(?:base)?|state|one)";

/** Copies of data; "backup codes" belong to users. */
const copies = "(?:backups?|snapshots?|dumps?)\\b(?! (?:email|address|code|service|phone|server|job|key))";

/** Not followed by what a product's users undo. */
const notUsers =
  "(?! (?:the |an? |their |its |your |all |each |old )?(?:payments?|charges?|orders?|edits?|pages?|drafts?|invoices?|transactions?|bookings?|purchases?|votes?|posts?|messages?|subscriptions?|plans?|accounts?)\\b(?! (?:migrations?|tables?|columns?|schema|index|changes?)\\b))";

/**
 * Ways to say how a change is undone, or that it cannot be. The same words say what a product does for its
 * users ("stays disabled", "downgrade their plan", "an undo button"), so the weak ones count only with
 * words that are about the change.
 */
const undo = [
  new RegExp(
    `\\b(?:roll(?:ed|ing|s)?[ -]?(?:(?:this|it|that|them|the \\w+) )?back|revert(?:ing|s)?)\\b(?! to\\b)${notUsers}|\\brollbacks?\\b|\\brevert(?:ible|able)\\b` +
      // "Reverted payments" are about the product; "reverted within a minute" is about the change.
      "|\\breverted\\b(?=$|[^\\w\\s]| (?:and|or|if|when|by|with|within|without|in|at|via|safely|cleanly|easily|alone|separately|independently|later|again)\\b)" +
      "|\\brevert(?:ed|ing|s)? to (?:the |its |an? )?(?:previous|prior|last|old|older|earlier|main|v?\\d)",
    "im",
  ),
  /\b(?:un-?do(?:ne|ing)?)\b(?!(?:[ -](?:button|stack|history|action|menu|icon|toast|link|shortcut)|\/redo))|\bback(?:ed|ing)?[ -]?(?:ed )?out\b/i,
  /\b(?:ir)?reversib\w+|\bno way back\b|\bone[- ]way\b|\bcan(?:not|['’]t| not) be (?:taken|rolled|gone) back\b|\bpoint of no return\b|\b(?:forward[- ]only|(?:fix|roll)(?:ed|ing|s)?[- ]forward)\b/i,
  /\bdown(?:[ -](?:migrations?|scripts?|steps?|files?|methods?)|\(\)|\.sql)|\bmigrat\w+ (?:back )?down\b|_down\b|\bdowngrad\w+\b(?![^.;\n]{0,25}\b(?:their|his|her|plan|subscription|membership|tier|account|user|customer|ticket|seat|licen[cs]e)s?\b)/i,
  /\b(?:feature|kill|release)[ -]?(?:flag|switch|toggle)\w*|\bbehind (?:a |the )?(?:flag|switch|toggle|setting|option)\b|\b(?:disabl\w+|switch(?:ed|ing)? off|turn(?:ed|ing)? off|unset|flip)\b[^.;\n]{0,30}(?:\b(?:flag|setting|switch|toggle|job|worker|cron|config\w*|env\w*|variable|feature|integration|it|this)\b|`)|\b(?:can|could|may) (?:simply |just |then )?be (?:disabled|switched off|turned off)\b(?! by)|\b(?:point|rout|shift|mov|switch|send)\w*\b[^.;\n]{0,20}\btraffic\b[^.;\n]{0,20}\bback\b/i,
  new RegExp(
    `\\b(?:re-?deploy|deploy|ship|release|roll|switch|fall|go|going|return|pin|re-?install|publish|restor|re-?run|start|run|promot)\\w*\\b[^.;\\n]{0,40}\\b${previous}\\b[^.;\\n]{0,20}\\b${thing}\\b`,
    "i",
  ),
  /\b(?:put|bring|tak|get|set)(?:s|es|e|ing)? (?:it|this|them|these|everything|the (?:old |previous )?(?:columns?|tables?|index(?:es)?|constraints?|fields?|values?|data|schema|rows?|defaults?|settings?|views?|triggers?|keys?)) (?:all )?back\b(?! (?:in|into|on|onto)\b)|\bmigrate \w+ (?:\d{3,}|zero)\b|\bforwards? and back(?:wards?)?\b/i,
  new RegExp(
    `\\brestor\\w+\\b[^.;\\n]{0,40}\\b(?:${copies}|database|tables?|columns?|schema)\\b` +
      `|\\b${copies}[^.;\\n]{0,40}\\b(?:restor\\w+|taken|before|exists?)\\b` +
      `|\\b(?:take|takes|took|have|keep|made|make|from) (?:a |the )?(?:\\w+ )?${copies}`,
    "i",
  ),
  /\b(?:drop|delet|remov|recreat|re-?add|re-?nam)\w*\b[^.;\n]{0,40}\b(?:again|afterwards|back|suffices|is enough)\b|\bnothing to (?:undo|revert|roll back)\b/i,
  /rückgängig|zurück(?:roll|setz|gesetz|gerollt|dreh|spiel|nehm|bau)|annul|rétabl|retour arrière|revenir|deshacer|revertir|desfazer|reverter|ripristin|terugdraai|wycof|откат|вернуть|回滚|撤销|恢复|ロールバック|切り戻|元に戻|롤백|되돌/i,
];

const people =
  "(?:users?|members?|customers?|guests?|visitors?|clients?|subscribers?|tenants?|buyers?|sellers?|patients?|students?|players?|anybody|anyone|everybody|everyone|people|those)";
/** Verbs with people as their subject are about the product: "Guests can undo", "Members who downgrade". */
const byPeople = new RegExp(
  `\\b${people},?\\s+(?:(?:who|that|can|cannot|may|might|could|will|would|want|wants|to|also|still|often|now|then|later|simply|\\w+ (?:and|or))\\s+){0,4}` +
    "(?:undo(?:es)?|revert(?:s|ed)?|roll(?:s|ed)? back|downgrad\\w+|disabl\\w+|(?:turn|switch)(?:s|es|ed)? off|restor\\w+|go(?:es)? back)\\b",
  "gi",
);

export const rollback = defineRule({
  id: "rollback",
  summary: "When risky files change, the risk section says how to undo the change.",
  level: "warning",
  options: {
    paths: z.array(globSchema).default(["**/migrations/**"]).describe("Globs of the risky files."),
  },
  check({ input, parsed, sections, options }) {
    const file = input.files.find(({ path }) => matchesPath(options.paths, path));
    if (file === undefined) return [];
    const risk = sections.find(({ section }) => builtInIdOf(section) === "risk");
    const text = (risk?.line == null ? visibleText(parsed) : textOf(risk, parsed)).replace(byPeople, "");
    if (undo.some((way) => way.test(text)) || hasPlan(parsed, input.templates)) return [];
    return [
      {
        section: risk?.section.id ?? null,
        seen: { type: "rollback", path: file.path },
        line: risk?.line ?? null,
      },
    ];
  },
});

/** The section's text with the words before a colon: "This cannot be undone: …", "Irreversible: …". */
function textOf({ used }: SectionState, { parts }: ParsedDescription): string {
  const lines = new Set(used.map(({ line }) => line));
  const leads = parts.filter(({ type, line }) => type === "heading" && lines.has(line));
  return [...leads, ...used].map(({ text }) => text).join("\n");
}

/** Is there a heading such as "Rollback", with text of the author's below it? Then any words will do. */
function hasPlan({ parts }: ParsedDescription, templates: readonly ParsedDescription[]): boolean {
  const isText = (part: Part) => part.type === "text";
  const template = toTemplateTexts(templates.flatMap((each) => each.parts.filter(isText)));
  const prompts = listTemplateTexts(parts.filter(isText), template);
  let isUnder = false;
  for (const part of parts) {
    if (part.type === "heading")
      isUnder = /\b(?:roll(?:ing)?[ -]?back|revert(?:ing)?|undo(?:ing)?)\b/i.test(part.text);
    else if (isUnder && isUsable(part) && countWords(part.text) > 0 && !prompts.has(part)) return true;
  }
  return false;
}
