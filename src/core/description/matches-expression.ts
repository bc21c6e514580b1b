import { compilePattern } from "../config/patterns/compile-pattern.ts";

/**
 * Is the expression (RE2: linear in the text) somewhere in the text? One that RE2 does not know matches
 * nothing; the config's own check names it.
 */
export function matchesExpression(expression: string, text: string): boolean {
  const pattern = compilePattern(expression);
  return pattern.ok && pattern.test(text);
}
