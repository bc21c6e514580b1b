import { isKnownDecoration } from "./decorations.ts";
import type { Suffix } from "./parse-suffix.ts";
import type { Looseness, PrefixWord } from "./prefix-table.ts";

// After a bare "nit" or "typo": words that make it the subject of a sentence ("nits addressed", "typo is fixed").
const verbs = new Set(
  [
    [
      "is",
      "are",
      "was",
      "were",
      "has",
      "have",
      "had",
      "can",
      "will",
      "would",
      "should",
      "could",
      "may",
      "might",
    ],
    [
      "fixed",
      "addressed",
      "resolved",
      "corrected",
      "removed",
      "done",
      "applied",
      "gone",
      "that",
      "aside",
      "which",
    ],
    ["fix", "fixes", "fixing", "picking", "picky", "free"],
  ].flat(),
);
// After an emphasised word, or after "Note,": it goes on as a sentence.
const continuations = new Set([
  "that",
  "is",
  "are",
  "was",
  "were",
  "to",
  "for",
  "of",
  "on",
  "how",
  "whether",
]);

const firstWord = /^[\s,*_]*([\p{L}'’]{1,20})(?:[\s,]+([\p{L}'’]{1,20}))?/u;

/** Is the word used as a label, going by what follows it? `subject` is the text after the separator. */
export function isUsedAsLabel(
  entry: Pick<PrefixWord, "looseness" | "kind" | "word">,
  suffix: Suffix,
  subject: string,
): boolean {
  const [, next = "", second = ""] = firstWord.exec(subject.slice(0, 60)) ?? [];
  const following = next.toLowerCase();
  switch (suffix.separator) {
    case "colon":
      return !isValue(entry, subject);
    case "bracket":
      return true;
    case "dash":
      return entry.looseness !== "name";
    case "line":
      return entry.looseness !== "name" || subject === "";
    case "emphasis":
      // "**Must** be" goes on as a sentence, "**Critical** This leaks" starts one.
      return (
        entry.looseness === "loose" || (!/^[\s*_]*\p{Ll}/u.test(subject) && !continuations.has(following))
      );
    case "comma":
      // "Critical, high and low" is a list; a full stop leaves the word nothing else to be than a label.
      return isSetOffLightly(entry.looseness) && following !== "that";
    case "stop":
      return entry.looseness !== "name";
    case "mark":
      return entry.looseness === "loose";
    case "space":
      if (suffix.decorations.some(isKnownDecoration)) return true;
      return entry.looseness === "loose" && !verbs.has(following) && !verbs.has(second.toLowerCase());
  }
}

const isSetOffLightly = (looseness: Looseness) => looseness === "loose" || looseness === "comma";

/** `required: true` is pasted configuration, `Issue: #12` a reference: neither says that something blocks. */
function isValue(entry: Pick<PrefixWord, "kind">, subject: string): boolean {
  if (entry.kind !== "blocking" || subject.length > 300) return false;
  return /^\s*(?:true|false|yes|no|null|none|n\/a|[\w./-]{0,100}#\d+|https?:\/\/\S{1,250})[.,;]?\s*$/i.test(
    subject,
  );
}
