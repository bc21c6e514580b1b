/**
 * The turn's line of a check's summary: the last paragraph, apart from the one on rounds. Null when there is
 * none.
 */
export function findTurn(summary: string): string | null {
  const last = summary
    .split("\n\n")
    .filter((paragraph) => !paragraph.startsWith("Reviewed "))
    .at(-1)!;
  return last === summary || /^[|*-]/.test(last) ? null : last;
}
