import { visibleLines } from "../text/lines.ts";
import { isCommand, withoutCommands } from "../text/parse-commands.ts";

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
    "call",
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
  `(?:(?:very|so|really|pretty|that s|that is|that was|this is|it s|looks?|what a) )*(?:${fine}(?: ${deed})?|(?:good|fair) ${deed}|quick)(?: here| too)?`,
  "i? ?(?:really )?(?:love|like) (?:it|this|that)",
  "well done",
  "\\+1",
);
/** Words of agreement. A clause with only these and `wordsAround` asks for nothing. */
const contentWords = new Set(
  `ok okay k ah oh yes yep yup yeah sure right alright alrighty exactly indeed ack acknowledged noted gotcha
  understood understand agree agreed fair reasonable lgtm sgtm np yw great good fine nice perfect cool neat super sweet
  awesome excellent lovely solid better works sense convinced satisfied sold happy confirmed verified welcome
  done merged fixed resolved resolving closing thanks thx
  gut prima perfekt top klasse besser passt reicht stimmt klar verstanden einverstanden erledigt geklärt genau
  sinn danke recht ja jo jep jup ordnung`.split(/\s+/),
);
/** Words that may stand beside them: no negation, and no verb that could ask for something. */
const wordsAround = new Set(
  `i you we it this that they is s m re are was a an the so to for of with from by my our me us side end and
  hm well very really quite pretty much lot way totally total fully absolutely completely perfectly too also as
  then now here again all both enough makes sounds looks seems reads
  das es so ist mir mich für von meiner seite jetzt dann schon sehr sieht aus klingt macht ergibt hast du hab in
  alles auch beides ach`.split(/\s+/),
);

function isContentClause(clause: string): boolean {
  const words = clause.split(" ");
  return (
    words.length <= 10 &&
    words.some((word) => contentWords.has(word)) &&
    words.every((word) => contentWords.has(word) || wordsAround.has(word))
  );
}

/** Phrases of agreement. */
const agreement = whole(
  `${filler}i (?:see|know)(?: (?:it|that))?(?: now| then)?`,
  `${filler}(?:i see |that s |this is )?(?:exactly )?what (?:i|you) (?:was looking for|needed|mean|meant|wanted)(?: now)?`,
  `${filler}(?:got (?:it|you|that)|ship it|my bad|either works|no (?:worries|problem)|never ?mind|nvm|good to (?:know|go))(?: now| then)?`,
  `${filler}(?:that has |you have |you ve |you )(?:convinced|sold) me`,
  "(?:that|this) (?:answers|explains|clarifies) (?:it|that|my question)",
  `${filler}(?:all |very |that s |it s |this is )*clear(?: now)?`,
  `${filler}(?:i have |i ve |there are )?(?:no|nothing) (?:further |more |other |else )?(?:questions?|objections?|concerns?|complaints?|comments?|remarks?|issues?|to add|else|further)(?: from me| (?:on|from) my (?:side|end))?`,
  `${filler}(?:feel free to |you can |you may |i ll |i will |we can |let s |ok to |good to |safe to )+(?:resolve|close)(?: (?:this|it|the thread|this thread|the conversation|this conversation))?(?: now| then)?`,
  `${filler}let s (?:keep|leave) (?:it|this|that)(?: (?:as (?:it )?is|like (?:this|that)|as it was|there|in))?(?: then| for now)?`,
  `${filler}i (?:missed|forgot|overlooked) (?:it|that|this)`,
  "(?:oh |ah )?(?:sorry|oops|whoops|apologies)(?: about (?:that|this|it))?",
  "(?:das )?geht(?: so)?|kein problem|keine (?:einwände|weiteren fragen|fragen mehr)|leuchtet ein",
);

const before = "(?:(?:sorry|ah|oh|ok|actually|wait|hm|please|just) )*";
/** "Never mind", "ignore this"; "my mistake", "I see it now". */
const withdrawal = whole(
  `${before}(?:never ?mind|nvm|scratch that|forget (?:it|this|that|about (?:it|this|that))|(?:ignore|disregard)(?: (?:me|this|that|it|my (?:question|comment)))?)(?: (?:this|that|here|then))?`,
  `${before}(?:my (?:mistake|bad|fault)|(?:i )?(?:misread|misunderstood|see it now|found it|saw it|missed (?:it|that)|got confused|was wrong)|wrong (?:pr|file|line|thread))(?: .{1,30})?`,
  "hat sich erledigt|schon gut|vergiss es|mein fehler",
);
/** What people say beside a withdrawal: "oh wait", "it's handled below". */
const elsewhere = whole(
  "(?:(?:oh|ah|hm) )?wait",
  `${before}(?:it|that|this) (?:is|s|was) (?:already |all )?(?:handled|done|there|covered|tested|explained|documented|answered|below|above|in)(?: .{1,30})?`,
);

/** The clauses of a comment, without commands, quotes, emoji, leading mentions and punctuation. */
function splitClauses(body: string): string[] {
  return withoutCommands(body.slice(0, 500))
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
 * Is it only polite, so that nobody has to act on it? Thanks, praise and emoji are. Agreement ("makes sense",
 * "LGTM") is too when the asker says it; from the person asked it is an answer.
 */
export function isCourtesy(body: string, by: "asker" | "asked"): boolean {
  if (body.length > 500) return false;
  const isPolite = (clause: string) => thanks.test(clause) || praise.test(clause);
  const agrees = (clause: string) => isContentClause(clause) || agreement.test(clause);
  return splitClauses(body).every((clause) => isPolite(clause) || (by === "asker" && agrees(clause)));
}

/** Does the asker take back what they asked: "never mind", "my mistake, found it below"? */
export function isWithdrawal(body: string): boolean {
  if (body.length > 500) return false;
  const clauses = splitClauses(body);
  const withdraws = (clause: string) => withdrawal.test(clause);
  return (
    clauses.some(withdraws) &&
    clauses.every((clause) => withdraws(clause) || elsewhere.test(clause) || isCourtesy(clause, "asker"))
  );
}

/** How a status update starts: `Status:`, bold or not. */
export const statusOpening = /^\s*(?:\*\*|__)?status(?:\*\*|__)?\s*:(?:\*\*|__)?[ \t]*/i;

/** Is it only commands, or a status update? Neither asks or answers anybody. */
export function isForTheApp(body: string): boolean {
  if (statusOpening.test(body)) return true;
  const lines = [...visibleLines(body)];
  return lines.length > 0 && lines.every(isCommand);
}
