/** "risk", "risk and testing", "risk, testing and review focus". */
export function joinWords(words: string[]): string {
  if (words.length <= 1) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** A section's name inside a sentence: "Review focus" → "review focus", but "QA" and "API risk" keep their capitals. */
export function inSentence(name: string): string {
  const [first = "", second = ""] = name;
  return second === second.toLowerCase() ? first.toLowerCase() + name.slice(1) : name;
}
