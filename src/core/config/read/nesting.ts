/** A config needs six levels. */
export const deepestNesting = 32;

const opensQuote = /[\s[{,:]/;

/**
 * Where the nesting of a YAML text gets deeper than anybody writes: the offset, or -1 when it does not. It runs before any parser does, so
 * it is simple and linear: brackets are counted, except those in quotes (which end with their line here) and comments, and
 * runs of `- - -` and `? ? ?`, which open a level each.
 */
export function tooDeepAt(text: string): number {
  const run = new RegExp(`(?:[-?:] ){${deepestNesting}}`).exec(text)?.index ?? -1;
  let depth = 0;
  let quote = "";
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]!;
    const before = at === 0 ? "\n" : text[at - 1]!;
    if (character === "\n") quote = "";
    else if (quote !== "") {
      if (character === "\\" && quote === '"') at += 1;
      else if (character === quote) quote = "";
    } else if ((character === '"' || character === "'") && opensQuote.test(before)) quote = character;
    else if (character === "#" && /\s/.test(before)) quote = "\n";
    else if (character === "[" || character === "{") depth += 1;
    else if (character === "]" || character === "}") depth = Math.max(0, depth - 1);
    if (depth > deepestNesting) return run >= 0 ? Math.min(run, at) : at;
  }
  return run;
}
