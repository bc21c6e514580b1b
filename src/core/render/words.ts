import type { Kind } from "../config/schema/review-schema.ts";

/**
 * "risk", "risk and testing", "risk, testing and review focus"; of more than `most` the first ones: "risk,
 * testing and 4 more".
 */
export function joinWords(words: readonly string[], most = Number.POSITIVE_INFINITY): string {
  const shown = words.length > most ? [...words.slice(0, most), `${words.length - most} more`] : words;
  if (shown.length <= 1) return shown.join("");
  return `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
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
