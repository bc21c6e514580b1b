import { editDistance } from "../text/edit-distance.ts";

/** The known name with the fewest changed letters, at most a third of the word and at most three; null when none is near. */
export function nearestCommand(name: string, known: readonly string[]): string | null {
  if (name.length > 30) return null;
  const ranked = known
    .map((candidate) => ({ candidate, distance: editDistance(name, candidate) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  if (best === undefined || best.distance > Math.min(3, Math.ceil(name.length / 3))) return null;
  return best.candidate;
}
