/**
 * Whose turn it is, from a check's summary: its last paragraph, apart from the one on rounds. Null when the
 * summary does not say.
 */
export function findTurn(summary: string): string | null {
  const last = summary
    .split("\n\n")
    .filter((paragraph) => !paragraph.startsWith("Reviewed "))
    .at(-1)!;
  return last === summary || /^[|*-]/.test(last) ? null : last;
}
