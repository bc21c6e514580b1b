import { type BrokenPattern, compilePattern, type Pattern } from "./compile-pattern.ts";
import { globExpression } from "./glob-expression.ts";

const mostRemembered = 1000;
const remembered = new Map<string, Pattern | BrokenPattern>();

/** Compiles one glob; a broken one is a value with the reason. Each glob is compiled once. */
export function compileGlob(glob: string): Pattern | BrokenPattern {
  const known = remembered.get(glob);
  if (known !== undefined) return known;
  if (remembered.size >= mostRemembered) remembered.clear();
  const translated = globExpression(glob);
  const compiled = translated.ok ? compilePattern(`(?s)${translated.expression}`) : translated;
  remembered.set(glob, compiled);
  return compiled;
}

const matchesOne = (glob: string, path: string) => {
  const compiled = compileGlob(glob);
  return compiled.ok && compiled.test(path);
};

/**
 * Does a changed file's path match a list of globs? Read from first to last as a `.gitignore` is: a later `!glob` takes paths away
 * again. A list of only `!globs` starts from every path. A broken glob matches nothing. Linear in the path's length.
 */
export function matchesPath(globs: readonly string[], path: string): boolean {
  let matched = globs.length > 0 && globs.every((glob) => glob.startsWith("!"));
  for (const glob of globs) {
    const takesAway = glob.startsWith("!");
    if (matched === takesAway && matchesOne(takesAway ? glob.slice(1) : glob, path)) matched = !takesAway;
  }
  return matched;
}
