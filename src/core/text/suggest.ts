/**
 * The number of edits between two words: insert, delete, replace, or swap two neighbours. No letter is edited
 * twice (optimal string alignment).
 */
export function editDistance(left: string, right: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let best = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (swapped) best = Math.min(best, at(beforeLast, column - 2) + 1);
      current.push(best);
    }
    beforeLast = last;
    last = current;
  }
  return at(last, right.length);
}

const at = (row: readonly number[], column: number) => row[column] ?? Number.POSITIVE_INFINITY;

/** The word without case, hyphens and underscores: `minWords` and `min-words` are `min_words`. */
const fold = (word: string) => word.toLowerCase().replace(/[-_ ]/g, "");

/** The known word that was probably meant; null when more than a third of every word would change. */
export function nearestWord(word: string, known: Iterable<string>): string | null {
  if (word.length > 60) return null;
  const wanted = fold(word);
  let nearest: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const allowed = Math.max(1, Math.floor(candidate.length / 3));
    if (Math.abs(candidate.length - word.length) > allowed + 3) continue;
    const edits = editDistance(wanted, fold(candidate));
    if (edits <= allowed && edits < least) {
      nearest = candidate;
      least = edits;
    }
  }
  return nearest;
}

/** "Did you mean …?" for an unknown word, else the known words. */
export function suggestWord(word: string, known: readonly string[]): string {
  const nearest = nearestWord(word, known);
  return nearest === null ? `Write one of ${known.join(", ")}.` : `Did you mean \`${nearest}\`?`;
}
