import { visibleLines } from "../text/visible-lines.ts";

const thanks =
  /^(?:(?:ok(?:ay)?|great|good|perfect|nice|cool|ah|oh|yes|yep|awesome) )*(?:(?:many|lots of|huge) )?(?:thanks?(?: you)?|thx|tnx|ty|cheers|danke|merci|gracias)(?: (?:a lot|a bunch|a ton|again|(?:so|very) much|you|all|@[\w-]+))*(?: for .{1,60})?$|^(?:(?:this|that) )?(?:really |very )?help(?:s|ed|ful)(?: (?:a lot|me))?$|^(?:(?:this|that) is |very |really )*helpful$|^(?:much |very )?appreciated$|^appreciate (?:it|that|this)$/;
const praise =
  /^(?:(?:very|so|really|that s|this is|looks?) )*(?:nice|neat|great|awesome|excellent|perfect|cool|love (?:it|this)|beautiful|good (?:job|work|stuff|catch|point)|nice (?:one|catch|work|job)|well done|\+1)$/;
const agreement =
  /^(?:ok(?:ay)?|k|yes|yep|yup|sure|right|agreed?|i agree|fair(?: enough| point)?|makes sense(?: to me)?|that makes sense|got it|understood|i see|ah i see|sounds (?:good|great)(?: to me)?|works for me|looks? (?:good|great)(?: to me)?(?: now)?|lgtm|all good|no worries|done|great|never ?mind|nvm|my bad|you re right|good to know|(?:that|this) (?:answers|explains) (?:it|that|my question)|(?:all |very )?clear(?: now)?|no (?:further|more) questions|(?:that s )?(?:fine|good)(?: by| with| for)?(?: me)?(?: then)?)$/;

/** Its clauses, without quotes, emoji, leading mentions and punctuation. */
function splitClauses(body: string): string[] {
  return body
    .slice(0, 500)
    .toLowerCase()
    .replace(/^[ \t]*>.*$/gm, "")
    .replace(/:\+1:/g, " ")
    .replace(/:[a-z_]{2,30}:/g, " ")
    .replace(/[’']/g, " ")
    .split(/[.!,;\n()–—-]+/)
    .map((clause) =>
      clause
        .replace(/[^\p{L}\p{N}@+?]+/gu, " ")
        .trim()
        .replace(/^@[\w-]+ /, ""),
    )
    .filter((clause) => clause !== "");
}

/**
 * Is it only polite, so that nobody has to act on it? Thanks, praise, an emoji; by the asker also agreement
 * ("makes sense", "LGTM"), which from the person asked would be an answer.
 */
export function isCourtesy(body: string, by: "asker" | "asked"): boolean {
  if (body.length > 500) return false;
  const known = by === "asker" ? [thanks, praise, agreement] : [thanks, praise];
  return splitClauses(body).every((clause) => known.some((expression) => expression.test(clause)));
}

const command = /^ {0,3}\/async(?:[ \t]|$)/i;
/** How a status update starts: `Status:`, bold or not. */
export const statusOpening = /^\s*(?:\*\*|__)?status(?:\*\*|__)?\s*:(?:\*\*|__)?[ \t]*/i;

/** Is it only commands, or a status update? Neither asks or answers anybody. */
export function isForTheApp(body: string): boolean {
  if (statusOpening.test(body)) return true;
  const lines = [...visibleLines(body)].filter(({ text }) => text.trim() !== "");
  return lines.length > 0 && lines.every(({ fence, text }) => fence === null && command.test(text));
}
