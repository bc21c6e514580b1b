/**
 * Whose turn it is, as the review check says it in its last paragraph; null where the summary of a check says
 * nothing of it.
 */
export function findTurn(summary: string): string | null {
  const last = summary.split("\n\n").at(-1)!;
  return last === summary || /^[|*-]/.test(last) ? null : last;
}
