/**
 * Does a login match a pattern such as `*[bot]`, `renovate*` or `alice`? Only `*` is special (any run of
 * characters); case does not count. Logins are in the REST form: a bot's ends in `[bot]`. Linear in pattern
 * and login: the pieces between the stars are looked for from left to right, greedily.
 */
export function matchesLogin(pattern: string, login: string): boolean {
  const pieces = pattern.toLowerCase().split("*");
  const text = login.toLowerCase();
  const first = pieces.shift() ?? "";
  const last = pieces.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const piece of pieces) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
