/**
 * Whose turn it is, as the review check says it in its last paragraph but what the rounds took; null where the
 * summary of a check says nothing of it.
 */
export function findTurn(summary: string): string | null {
  const last = summary
    .split("\n\n")
    .filter((paragraph) => !paragraph.startsWith("Reviewed "))
    .at(-1)!;
  return last === summary || /^[|*-]/.test(last) ? null : last;
}
