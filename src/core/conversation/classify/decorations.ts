import { normalizeWords } from "./prefix-table.ts";

const blocking = new Set(["blocking", "blocker", "must", "must fix", "required", "critical", "mandatory"]);
const nonBlocking = new Set([
  ...[
    "nonblocking",
    "unblocking",
    "non critical",
    "not critical",
    "not required",
    "not urgent",
    "nice to have",
  ],
  ...["optional", "if minor", "minor", "trivial", "low", "low priority", "suggestion", "follow up"],
  ...["nit", "nits", "nitpick", "nitpicky"],
]);

/** "non-blocking", "not a blocker", "won't block", "doesn't really block the merge". */
const negated =
  /^(?:non|not|no|no longer|never|won't|doesn't|does not|will not|isn't)(?: (?:really|a|an|merge|release))* block(?:ing|er|ers|s)?(?: (?:the )?(?:merge|release|pr))?$/;
// "but blocking for me" says the same as "blocking".
const before = /^(?:(?:but|and|still|is|it's|hard|merge|release|definitely|very) )+/;
const after = /(?: (?:for me|for now|imo|imho|please|though|here))+$/;

/** What a decoration says: true blocks, false takes back, both for `security/blocking`-like pairs; free ones (`ux`) say nothing. */
function meaningsOf(decoration: string): (boolean | null)[] {
  return decoration.split(/[/|+&]/).map(meaningOf);
}

function meaningOf(word: string): boolean | null {
  const words = normalizeWords(word).replaceAll("’", "'").replace(before, "").replace(after, "");
  if (blocking.has(words)) return true;
  return nonBlocking.has(words) || negated.test(words) ? false : null;
}

/** Does the decoration say anything about blocking? Free ones do not. */
export const isKnownDecoration = (decoration: string): boolean =>
  meaningsOf(decoration).some((meaning) => meaning !== null);

/**
 * What decorations and bang make of a kind. A decoration beats the word: `nit (blocking)` blocks,
 * `issue (non-blocking)`, `issue (if-minor)` and `issue (nit)` do not; a bang is a decoration that says blocking.
 */
export function isBlocking(kindBlocks: boolean, decorations: readonly string[], bang: boolean): boolean {
  const said = decorations.flatMap(meaningsOf);
  if (said.includes(false)) return false;
  return kindBlocks || bang || said.includes(true);
}

/** `ux,non-blocking` and `ux, non-blocking` alike, in lower case. */
export function splitList(text: string): string[] {
  return text
    .split(/[,，、]/)
    .map((item) => item.trim().toLowerCase())
    .filter((item) => item !== "");
}
