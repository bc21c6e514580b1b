// Words that make "… nit" a part of a sentence: "adding to the nit", "fixed nits", "good nit".
const notQualifiers = new Set(
  [
    [
      "the",
      "this",
      "that",
      "these",
      "those",
      "my",
      "your",
      "his",
      "her",
      "our",
      "their",
      "its",
      "it",
      "i",
      "we",
    ],
    [
      "you",
      "he",
      "she",
      "they",
      "with",
      "to",
      "for",
      "from",
      "on",
      "in",
      "at",
      "of",
      "or",
      "but",
      "no",
      "not",
      "per",
    ],
    [
      "is",
      "are",
      "was",
      "were",
      "be",
      "see",
      "as",
      "minus",
      "plus",
      "adding",
      "add",
      "fix",
      "fixed",
      "fixes",
      "done",
    ],
    [
      "fixing",
      "address",
      "addressed",
      "addresses",
      "apply",
      "applied",
      "resolved",
      "resolve",
      "agree",
      "agreed",
    ],
    [
      "thanks",
      "thank",
      "good",
      "great",
      "nice",
      "have",
      "has",
      "had",
      "left",
      "if",
      "when",
      "after",
      "all",
      "lgtm",
    ],
  ].flat(),
);
// What makes a bare "tiny nit foo" a label without any separator.
const sizes = new Set(
  "super tiny small micro minor mini nano pico uber ultra very style naming optional".split(" "),
);
// What may stand before other words: "quick question:", "small suggestion:".
const openers = new Set(
  [
    [
      "quick",
      "small",
      "minor",
      "tiny",
      "general",
      "side",
      "random",
      "one",
      "another",
      "last",
      "final",
      "a",
      "just",
    ],
    [
      "more",
      "very",
      "super",
      "simple",
      "silly",
      "stupid",
      "dumb",
      "naive",
      "genuine",
      "honest",
      "follow",
      "up",
      "personal",
      "style",
    ],
  ].flat(),
);

/** May the word stand in front of "nit"? Plain words only: no sentence, no number, nobody's ("Megumi's nit"). */
export function isQualifier(word: string): boolean {
  return !notQualifiers.has(word) && !/[\p{N}'’]/u.test(word);
}

/** Does the word say how small the nit is, so that no separator is needed behind it? */
export function isSize(word: string): boolean {
  return sizes.has(word);
}

/** May the word stand in front of any label that does not block? */
export function isOpener(word: string): boolean {
  return openers.has(word);
}
