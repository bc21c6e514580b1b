import type { Kind } from "../config/schema/review-schema.ts";
import { joinWords } from "./words.ts";
import type { TurnReason } from "../turns/verdict.ts";

const words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const names: Partial<Record<Kind, string>> = {
  blocking: "blocking comment",
  question: "question",
  suggestion: "suggestion",
};
const order = ["question", "blocking comment", "suggestion", "comment"];

/**
 * What an author is asked, as the subject of a sentence: `two questions and one blocking comment`, `the changes that bob
 * requested`. `count` says whether the verb is plural. Null when there is nothing to count.
 */
export function renderOpenAsks(
  reason: Extract<TurnReason, { type: "asked" }>,
): { text: string; count: number } | null {
  const items = order.flatMap((name) => {
    const count = reason.kinds.filter((kind) => ((kind && names[kind]) || "comment") === name).length;
    return count === 0 ? [] : [`${words[count] ?? count} ${name}${count === 1 ? "" : "s"}`];
  });
  const people = reason.changesRequestedBy.map((login) => `\`${login}\``);
  if (people.length > 0) items.push(`the changes that ${joinWords(people)} requested`);
  if (items.length === 0) return null;
  const count = reason.kinds.length + 2 * people.length;
  return { text: joinWords(items), count };
}
