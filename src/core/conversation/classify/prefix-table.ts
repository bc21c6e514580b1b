import { type Kind, type KindsConfig, kindsSchema } from "../../config/schema/review-schema.ts";

/** How a word may be separated from the text: see `isUsedAsPrefix` in `parse-prefix.ts`. */
type Looseness = "loose" | "comma" | "strict" | "name";

export interface PrefixWord {
  kind: Kind;
  /** In the form of `normalizeWords`. */
  word: string;
  looseness: Looseness;
}

/** The config's prefixes, ready to be looked up. The built-in ones are in config/schema/review-schema.ts. */
export interface PrefixTable {
  /** Normalized words → prefix. Keys may contain spaces ("must fix"). */
  words: ReadonlyMap<string, PrefixWord>;
  /** Words that may have qualifiers before them ("style nit"): from `<qualifier> …` in the config. */
  qualified: ReadonlyMap<string, PrefixWord>;
  /** Prefixes without any letter or digit (emoji), longest first, with their kinds. */
  symbols: readonly { symbol: string; kind: Kind }[];
}

// Words that people put before any text. A space, a question mark or a full stop is enough ("nit
// s/there/their/", "Typo?").
const loose = new Set(["nit", "nits", "nite", "nitpick", "nitpicks", "nit pick", "nit picks", "typo"]);
// Words that start ordinary sentences ("Nice, can you also …"; "Must be …"): only a colon, a dash or brackets
// make them a prefix.
const strict = new Set(
  [
    ["must", "required", "critical", "issue", "ask", "clarify", "suggest", "todo"],
    ["consider", "chore", "idea", "proposal", "polish", "style", "praise", "nice", "thought", "info"],
  ].flat(),
);

/** Letters and digits in lower case with one space between words: `Must-Fix:` → `must fix`, `（質問）` → `質問`. */
export function normalizeWords(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}'’]+/gu, " ")
    .trim();
}

function loosenessOf(word: string): Looseness {
  if (loose.has(word)) return "loose";
  if (word === "nice") return "name";
  if (strict.has(word)) return "strict";
  // The others start no sentence ("FYI, this is being rewritten"), and a repository's own words are meant as
  // prefixes.
  return "comma";
}

const builtIn = new Map(
  Object.entries(kindsSchema.parse({})).flatMap(([kind, { prefixes }]) =>
    prefixes.map((prefix) => [normalizeWords(prefix), kind as Kind] as const),
  ),
);
const builtInKind = (word: string): Kind | undefined => builtIn.get(word);

const qualifierMark = "<qualifier>";

function buildTable(kinds: KindsConfig): PrefixTable {
  const words = new Map<string, PrefixWord>();
  const qualified = new Map<string, PrefixWord>();
  const symbols: { symbol: string; kind: Kind }[] = [];
  for (const [kind, { prefixes }] of Object.entries(kinds) as [Kind, KindsConfig[Kind]][]) {
    for (const prefix of prefixes) {
      const isTemplate = prefix.includes(qualifierMark);
      const word = normalizeWords(prefix.replace(qualifierMark, " "));
      const entry = { kind, word, looseness: loosenessOf(word) };
      const known = isTemplate ? qualified : words;
      if (word === "") symbols.push({ symbol: prefix.trim(), kind });
      // A config may move a built-in word to another kind.
      else if (!known.has(word) || builtInKind(word) !== kind) known.set(word, entry);
    }
  }
  addSpellings(words, qualified);
  return { words, qualified, symbols: symbols.filter(({ symbol }) => symbol !== "").sort(byLength) };
}

/**
 * Adds spellings: "nit pick" is "nitpick", "mustfix" is "must-fix", "nonblocking" and "not a blocker" are
 * "non-blocking". Words related to "nit" share its qualifiers.
 */
function addSpellings(words: Map<string, PrefixWord>, qualified: Map<string, PrefixWord>): void {
  const nitpick = words.get("nitpick");
  for (const word of ["nitpicks", "nitpicking", "nit pick", "nit picks", "nit picking"]) {
    if (nitpick !== undefined && !words.has(word)) words.set(word, { ...nitpick, word });
  }
  const mustFix = words.get("must fix");
  if (mustFix !== undefined && !words.has("mustfix")) words.set("mustfix", { ...mustFix, word: "mustfix" });
  const nonBlocking = words.get("non blocking");
  for (const word of ["nonblocking", "not blocking", "non blocker", "not a blocker"]) {
    if (nonBlocking !== undefined && !words.has(word)) words.set(word, { ...nonBlocking, word });
  }
  const nit = qualified.get("nit");
  if (nit === undefined) return;
  for (const entry of [...words.values()]) {
    if (entry.kind === nit.kind && entry.word.startsWith("nit")) qualified.set(entry.word, entry);
  }
}

const byLength = (a: { symbol: string }, b: { symbol: string }) => b.symbol.length - a.symbol.length;

const tables = new WeakMap<KindsConfig, PrefixTable>();

/** The table of a config's kinds, built once for each config object. */
export function prefixTable(kinds: KindsConfig): PrefixTable {
  const known = tables.get(kinds);
  if (known !== undefined) return known;
  const table = buildTable(kinds);
  tables.set(kinds, table);
  return table;
}

const blocking = new Set(["blocking", "blocker", "must", "must fix", "required", "critical", "mandatory"]);
/** These weaken "issue" or "bug", but not a word that itself says it blocks. */
const weak = new Set([
  ...["minor", "trivial", "cosmetic", "low", "low priority", "low prio", "suggestion", "follow up"],
  ...["nit", "nits", "nitpick", "nitpicky"],
]);
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
  ...[
    "optional",
    "if minor",
    "not now",
    "later",
    "for later",
    "can wait",
    "out of scope",
    "your call",
    "up to you",
  ],
  ...["feel free to ignore", "feel free to skip", "not for this pr", "take it or leave it"],
]);

/** "non-blocking", "not a blocker", "won't block", "doesn't really block the merge". */
const negated =
  /^(?:non|not|no|no longer|never|won't|doesn't|does not|will not|isn't)(?: (?:really|a|an|merge|release))* block(?:ing|er|ers|s)?(?: (?:the )?(?:merge|release|pr))?$/;
// "but blocking for me" means "blocking".
const before = /^(?:(?:but|and|still|is|it's|hard|merge|release|definitely|very) )+/;
const after = /(?: (?:for me|for now|imo|imho|please|though|here))+$/;

/** What a decoration says about blocking. "weak" takes back "issue" or "bug", but not "must". */
type Meaning = "blocks" | "not" | "weak";

/** One meaning for each part of `security/blocking`; null for a part without one (`ux`). */
function meaningsOf(decoration: string): (Meaning | null)[] {
  return decoration.split(/[/|+&]/).map(meaningOf);
}

function meaningOf(word: string): Meaning | null {
  const words = normalizeWords(word).replaceAll("’", "'").replace(before, "").replace(after, "");
  if (blocking.has(words)) return "blocks";
  if (weak.has(words)) return "weak";
  return nonBlocking.has(words) || negated.test(words) ? "not" : null;
}

/** Does the decoration say anything about blocking? */
export const isKnownDecoration = (decoration: string): boolean =>
  meaningsOf(decoration).some((meaning) => meaning !== null);

/**
 * Does a word block, given its decorations and exclamation mark? A decoration beats the word: `nit
 * (blocking)` blocks; `issue (non-blocking)`, `issue (if-minor)` and `issue (nit)` do not; `blocking + nit`
 * does. An exclamation mark counts as a decoration that blocks.
 */
export function isBlocking(
  { kind, word }: Pick<PrefixWord, "kind" | "word">,
  decorations: readonly string[],
  hasExclamation: boolean,
): boolean {
  const said = decorations.flatMap(meaningsOf);
  if (said.includes("not")) return false;
  if (hasExclamation || said.includes("blocks") || (kind === "blocking" && blocking.has(word))) return true;
  return kind === "blocking" && !said.includes("weak");
}

/** Splits `ux,non-blocking` or `ux, non-blocking`; in lower case. */
export function splitList(text: string): string[] {
  return text
    .split(/[,，、]/)
    .map((item) => item.trim().toLowerCase())
    .filter((item) => item !== "");
}
