const blocking = new Set(["blocking", "blocker"]);
const nonBlocking = new Set([
  "non-blocking",
  "nonblocking",
  "not-blocking",
  "non-blocker",
  "not-a-blocker",
  "optional",
  "non-critical",
  "if-minor",
]);

const normalize = (decoration: string) => decoration.toLowerCase().replace(/[\s_‑–]+/g, "-");

/** Does the decoration say anything about blocking? Free ones (`security`, `ux`) do not. */
export function isKnownDecoration(decoration: string): boolean {
  const name = normalize(decoration);
  return blocking.has(name) || nonBlocking.has(name);
}

/**
 * What decorations and bang make of a kind. A decoration beats the word: `nit (blocking)` blocks,
 * `issue (non-blocking)` and `issue (if-minor)` do not; a bang is a decoration that says blocking.
 */
export function isBlocking(kindBlocks: boolean, decorations: string[], bang: boolean): boolean {
  const names = decorations.map(normalize);
  if (names.some((name) => nonBlocking.has(name))) return false;
  return kindBlocks || bang || names.some((name) => blocking.has(name));
}
