import { RE2JS } from "re2js";

const compiled = new Map<string, RE2JS | null>();

/**
 * Is the expression (RE2: linear in the text) somewhere in the text? One that RE2 does not know matches nothing; the
 * config's own check names it.
 */
export function matchesExpression(expression: string, text: string): boolean {
  let regex = compiled.get(expression);
  if (regex === undefined) {
    try {
      regex = RE2JS.compile(expression);
    } catch {
      regex = null;
    }
    if (compiled.size < 1_000) compiled.set(expression, regex);
  }
  return regex?.matcher(text).find() ?? false;
}
