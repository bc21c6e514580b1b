import { editDistance } from "../../text/edit-distance.ts";

/** Case, hyphens and underscores do not count: `minWords` and `min-words` are `min_words`. */
const plain = (word: string) => word.toLowerCase().replace(/[-_ ]/g, "");

/** The known word that was probably meant; null when none is near (more than a third of it would have to change). */
export function nearestWord(word: string, known: Iterable<string>): string | null {
  if (word.length > 60) return null;
  const wanted = plain(word);
  let nearest: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const allowed = Math.max(1, Math.floor(candidate.length / 3));
    if (Math.abs(candidate.length - word.length) > allowed + 3) continue;
    const edits = editDistance(wanted, plain(candidate));
    if (edits <= allowed && edits < least) {
      nearest = candidate;
      least = edits;
    }
  }
  return nearest;
}
