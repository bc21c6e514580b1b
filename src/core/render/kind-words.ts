import type { Kind } from "../config/schema/review-schema.ts";

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
