import type { Kind, KindsConfig } from "../config/schema/review-schema.ts";
import { visibleLines } from "../text/visible-lines.ts";
import { classifyComment, effectiveKind } from "./classify/classify-comment.ts";
import { isCourtesy } from "./is-courtesy.ts";

/** What a comment makes of its writer's own thread: another kind, or what it was without blocking. */
export type Revision = Kind | "not-blocking";

const lead =
  /^(?:(?:ok(?:ay)?|fine|sure|right|fair(?: enough| point)?|good point|agreed?|yes|yep|ah|oh|hm+|well|so|thanks?(?: you)?|makes sense|i see|on second thoughts?|actually|in that case|then) )+/;
const subject =
  "(?:(?:this|that|it|mine)(?: is|s)? |its |thats |im |i am )?(?:(?:just|only|merely|now|more of) )*";
const word = "(?:an? )?(?<word>[a-z-]{2,20})";
const turned = "(?:then|now|instead|after all|at most|only)";
/** "Nit then", "it's just a nit now: rename it". */
const renamed = new RegExp(`^${subject}${word} ${turned}(?: .{1,40})?(?::.*)?$`);
/** "Let's call it a nit", "downgrading to nit". */
const called = new RegExp(
  `^(?:lets |ill |id |i would |we can |you can )*(?:call(?:ing)?|consider(?:ing)?|count(?:ing)?|treat(?:ing)?|downgrad(?:e|ed|ing)|lower(?:ed|ing)?)(?: (?:it|this|that|mine))?(?: down)?(?: to| as)? ${word}(?: ${turned})?$`,
);
/** "Nit", "this is just a nit": about the thread only when nothing else is said. */
const bare = new RegExp(`^${subject}${word}$`);

const negation =
  "(?:(?:is )?not(?: really)?|isnt|arent|no longer|non|un|does not|doesnt|should not|shouldnt|wont|need not)";
const blocked = `${subject}${negation}[ -]?(?:an? )?block(?:ing|er|ed)?`;
const object = "(?: (?:this|it|the merge|merging|the pr|on this|you))?";
/** "Not blocking any more", "no longer a blocker", "non-blocking then". */
const unblocked = new RegExp(
  `^${blocked}${object} (?:${turned}|any ?more|any longer|for me|from me|(?:from|on) my side)(?: .{1,40})?(?::.*)?$`,
);
const noLonger = new RegExp(`^${subject}no longer (?:an? )?block(?:ing|er|ed)${object}$`);
const bareUnblocked = new RegExp(
  `^(?:${blocked}${object}|${subject}unblocking)(?::? (?:later|fine|ok(?:ay)?))?$`,
);

/** Clauses in lower case, without quotes, code and apostrophes; colons and question marks stay. */
function splitClauses(body: string): string[] {
  const text = [...visibleLines(body.slice(0, 2000))]
    .filter(({ fence, text: line }) => fence === null && !/^\s*>/.test(line))
    .map(({ text: line }) => line)
    .join("\n");
  return text
    .slice(0, 500)
    .toLowerCase()
    .replace(/[’'`*_~]/g, "")
    .split(/[.!,;\n()–—]+|\s-+\s/)
    .map((clause) => clause.replace(/\s+/g, " ").trim())
    .filter((clause) => clause !== "");
}

/** Only what weighs less is named so: a nit, or a kind by its own name. "Optional" and the like may be about the code. */
function kindOf(name: string | undefined, kinds: KindsConfig): Kind | null {
  const kind = name === undefined ? null : effectiveKind(classifyComment(`${name}: x`, kinds));
  return kind === "nit" || kind === name ? kind : null;
}

/**
 * Reads words about the thread itself: "nit then", "not blocking any more", a kind's name and nothing else. Null for
 * anything else, such as one more remark ("nit: and rename tmp"), which leaves the thread what it is.
 */
export function parseRevision(body: string, kinds: KindsConfig): Revision | null {
  const clauses = splitClauses(body).map((clause) => clause.replace(lead, ""));
  for (const clause of clauses) {
    if (unblocked.test(clause) || noLonger.test(clause)) return "not-blocking";
    const kind = kindOf((renamed.exec(clause) ?? called.exec(clause))?.groups?.word, kinds);
    if (kind !== null) return kind;
  }
  const [said, ...others] = clauses.filter((clause) => !isCourtesy(clause, "asker"));
  if (said === undefined || others.length > 0) return null;
  if (bareUnblocked.test(said)) return "not-blocking";
  return kindOf(bare.exec(said.replace(/:$/, ""))?.groups?.word, kinds);
}
