import { visibleLines } from "../text/lines.ts";

const anyOf = (...words: string[]) => `(?:${words.join("|")})`;
const whole = (...forms: string[]) => new RegExp(`^${anyOf(...forms)}$`);

const filler =
  "(?:(?:ok(?:ay)?|alright|ah|oh|yes|yep|yeah|right|great|good|perfect|nice|cool|awesome|and) )*";
const thanks = whole(
  `${filler}(?:(?:vielen|besten|herzlichen|tausend) dank|dankesch(?:ö|oe)n|danke (?:dir|euch|sch(?:ö|oe)n|sehr))`,
  `${filler}(?:(?:many|lots of|huge) )?${anyOf("thanks?(?: you)?", "thx", "tnx", "tysm", "ty", "cheers", "danke", "merci", "gracias")}(?: (?:a lot|a bunch|a ton|again|(?:so|very) much|you|all|@?[\\w-]{1,39}))?(?: again| so much)?(?: for .{1,60})?`,
  "(?:(?:this|that) )?(?:really |very )?help(?:s|ed|ful)(?: (?:a lot|me))?",
  "(?:(?:this|that) is |very |really )*helpful",
  "(?:much |very )?appreciated",
  "appreciate (?:it|that|this)",
);
const fine = anyOf(
  ...["nice", "neat", "great", "awesome", "excellent", "perfect", "cool", "beautiful", "brilliant", "lovely"],
  ...["super", "sweet", "clean", "clever", "smart", "elegant", "fantastic", "interesting", "wow", "til"],
);
const deed = anyOf(
  ...[
    "job",
    "work",
    "stuff",
    "catch",
    "point",
    "one",
    "idea",
    "solution",
    "trick",
    "find",
    "approach",
    "fix",
  ],
);
const praise = whole(
  `(?:(?:very|so|really|pretty|that s|that is|this is|it s|looks?|what a) )*(?:${fine}(?: ${deed})?|good ${deed})(?: here| too)?`,
  "i? ?(?:really )?(?:love|like) (?:it|this|that)",
  "well done",
  "\\+1",
);
const agreement = whole(
  `${filler}${anyOf("ok(?:ay)?", "k", "yes", "yep", "yup", "ah", "sure", "right", "alrighty?", "exactly", "indeed", "ack(?:nowledged)?", "noted", "gotcha", "got it", "understood", "lgtm", "sgtm", "np", "yw", "ship it", "done", "merged", "fixed", "great", "all good", "all clear", "my bad")}(?: now| then)?`,
  `${filler}(?:totally |fully |i )?agreed?`,
  `${filler}(?:that s |that is )?fair(?: enough| point)?`,
  `${filler}(?:(?:that|it|this) )?(?:makes sense|works)(?: (?:now|too|to me|for me))*`,
  `${filler}i see(?: now)?`,
  `${filler}(?:sounds?|looks?|seems?) (?:good|great|fine|reasonable)(?: to me)?(?: now)?`,
  `${filler}(?:reasonable|either works|no (?:worries|problem)|you re (?:right|welcome)|never ?mind|nvm|good to know)`,
  `${filler}(?:(?:that|this|it) (?:is|s) )?(?:much |way |a lot )?better(?: now)?`,
  `${filler}(?:(?:that|this) (?:is|s) )?(?:exactly )?what i (?:was looking for|needed|meant|wanted)`,
  `${filler}(?:i m |i am )?(?:happy|fine|ok(?:ay)?|good) (?:with (?:that|this|it)|(?:for|by|with) me)(?: then)?`,
  `${filler}(?:that s )?(?:fine|good)(?: by| with| for)?(?: me)?(?: then)?`,
  `${filler}(?:resolved|resolving|closing)(?: (?:this|it|that))?`,
  "(?:that|this) (?:answers|explains) (?:it|that|my question)",
  "(?:all |very )?clear(?: now)?",
  `${filler}(?:all right|convinced|confirmed|verified|works|all set|done here|we re good)(?: now| then)?`,
  `${filler}(?:i m|i am|that has|you ve|you) (?:all )?(?:convinced|satisfied|sold|happy|on board)(?: me)?(?: now| then)?`,
  `${filler}(?:i have |i ve |there are )?(?:no|nothing) (?:further |more |other |else )?(?:questions?|objections?|concerns?|complaints?|comments?|remarks?|issues?|to add|else|further)(?: from me| (?:on|from) my (?:side|end))?`,
  `${filler}(?:feel free to |you can |you may |i ll |i will |we can |let s |ok to |good to |safe to )+(?:resolve|close)(?: (?:this|it|the thread|this thread|the conversation|this conversation))?(?: now| then)?`,
  `${filler}let s (?:keep|leave) (?:it|this|that)(?: (?:as (?:it )?is|like (?:this|that)|as it was|there|in))?(?: then| for now)?`,
  `${filler}(?:(?:this|that|it) (?:is|s) )?(?:good|fine|ok(?:ay)?) as (?:it )?is`,
  "(?:oh |ah )?(?:sorry|oops|whoops|apologies)(?: about (?:that|this|it))?",
  // German
  `${anyOf("ok(?:ay)?", "ja|jo|jep|jup", "ah|ach so", "gut|super|prima|perfekt|top|klasse")}(?: dann)?`,
  "(?:(?:das|so|es|mir) )?(?:passt|geht|reicht|stimmt)(?: (?:so|schon|jetzt|f(?:ü|ue)r mich|mir))*",
  "(?:alles |ist |ok(?:ay)? )?(?:klar|verstanden|einverstanden|erledigt|gekl(?:ä|ae)rt|genau)(?: jetzt| dann)?",
  "(?:(?:das|so) )?(?:klingt|sieht|ist) (?:gut|super|in ordnung|ok(?:ay)?|besser)(?: aus)?(?: so| jetzt| f(?:ü|ue)r mich)?",
  "(?:das )?(?:macht|ergibt) sinn(?: so)?|in ordnung|gut so|kein problem|keine (?:einw(?:ä|ae)nde|weiteren fragen|fragen mehr)|leuchtet ein",
);
const withdrawal = whole(
  "(?:sorry |ah |oh |ok |actually )*(?:never ?mind|nvm|scratch that|forget (?:it|this|that|about (?:it|this|that))|(?:please )?(?:ignore|disregard) (?:me|this|that|it|my (?:question|comment)))(?: (?:this|that|here|then))?",
  "(?:sorry |ah |oh |ok )*(?:my (?:mistake|bad|fault)|i (?:misread|misunderstood|was wrong|got confused|see it now|found it|missed (?:it|that))|misread|found it|wrong (?:pr|file|line|thread))(?: .{1,30})?",
  "hat sich erledigt|schon gut|vergiss es|mein fehler",
);

/** The clauses of a comment, without quotes, emoji, leading mentions and punctuation. */
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
        .replace(/^@[\w-]+(?: |$)/, ""),
    )
    .filter((clause) => clause !== "");
}

/**
 * Is it only polite, so that nobody has to act on it? Thanks, praise and emoji are; from the asker agreement
 * is too ("makes sense", "LGTM"), which from the person asked would be an answer.
 */
export function isCourtesy(body: string, by: "asker" | "asked"): boolean {
  if (body.length > 500) return false;
  const known = by === "asker" ? [thanks, praise, agreement] : [thanks, praise];
  return splitClauses(body).every((clause) => known.some((expression) => expression.test(clause)));
}

/** Does the asker take back what they asked: "never mind", "my mistake, found it below"? */
export function isWithdrawal(body: string): boolean {
  if (body.length > 500) return false;
  const clauses = splitClauses(body);
  const withdraws = (clause: string) => withdrawal.test(clause);
  return (
    clauses.some(withdraws) && clauses.every((clause) => withdraws(clause) || isCourtesy(clause, "asker"))
  );
}

const command = /^ {0,3}\/async(?:[ \t]|$)/i;
/** How a status update starts: `Status:`, bold or not. */
export const statusOpening = /^\s*(?:\*\*|__)?status(?:\*\*|__)?\s*:(?:\*\*|__)?[ \t]*/i;

/** Is it only commands, or a status update? Both ask and answer nobody. */
export function isForTheApp(body: string): boolean {
  if (statusOpening.test(body)) return true;
  const lines = [...visibleLines(body)].filter(({ text }) => text.trim() !== "");
  return lines.length > 0 && lines.every(({ fence, text }) => fence === null && command.test(text));
}
