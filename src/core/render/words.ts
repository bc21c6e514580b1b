import type { Kind } from "../config/schema/review-schema.ts";
import { cutText } from "../text/quote-text.ts";

/**
 * "risk", "risk and testing", "risk, testing and review focus"; of more than `most` the first ones: "risk,
 * testing and 4 more".
 */
export function joinWords(words: readonly string[], most = Number.POSITIVE_INFINITY): string {
  const shown = words.length > most ? [...words.slice(0, most), `${words.length - most} more`] : words;
  if (shown.length <= 1) return shown.join("");
  return `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

/**
 * A section's name inside a sentence: "Review focus" → "review focus", but "QA" and "API risk" keep their
 * capitals; a long one is cut.
 */
export function inSentence(name: string): string {
  const [first = "", second = ""] = name;
  return cutText(second === second.toLowerCase() ? first.toLowerCase() + name.slice(1) : name, 60);
}

const plurals: Record<Kind, [string, string]> = {
  blocking: ["blocking", "blocking"],
  question: ["question", "questions"],
  suggestion: ["suggestion", "suggestions"],
  nit: ["nit", "nits"],
  note: ["note", "notes"],
  praise: ["praise", "praise"],
};

/** "2 questions", "1 nit", "3 blocking". */
export function countInWords(count: number, kind: Kind): string {
  return `${count} ${plurals[kind][count === 1 ? 0 : 1]}`;
}

/**
 * A Markdown link whose text is already harmless; the text alone when the address could end the link early.
 */
export function renderLink(text: string, url: string): string {
  return /^https?:\/\/[^\s()<>[\]|`\\]+$/.test(url) ? `[${text}](${url})` : text;
}
