import { RE2JS } from "re2js";
import { plainWords } from "../problems/plain-words.ts";
import { countSteps } from "./count-steps.ts";

/** An expression that was understood. `test` looks anywhere in the text; its time is at most the text's length times the steps. */
export interface Pattern {
  ok: true;
  test(text: string): boolean;
}

/** An expression that was not understood, and why, in a few words. */
export interface BrokenPattern {
  ok: false;
  reason: string;
}

/** Nobody types an expression longer than this. */
const longestExpression = 500;
/**
 * RE2 takes time in proportion to the text *and* to the expression with its repetitions written out. So many steps need 0.5 s
 * at worst for the longest description that GitHub stores (`npm run bench -- stall` measures it).
 */
const mostSteps = 300;
const mostRemembered = 1000;
const remembered = new Map<string, Pattern | BrokenPattern>();

function compile(expression: string): Pattern | BrokenPattern {
  if (expression.length > longestExpression)
    return { ok: false, reason: `longer than ${longestExpression} characters` };
  const steps = countSteps(expression);
  if (steps > mostSteps) return { ok: false, reason: tooLarge(`it has ${steps}`) };
  try {
    const compiled = RE2JS.compile(expression);
    return { ok: true, test: (text) => compiled.test(text) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, reason: plainWords(reason.replace(/^error parsing regexp: /, "")) };
  }
}

const tooLarge = (have: string) =>
  `${have} steps with all repetitions written out; at most ${mostSteps} are allowed, so write + or * for a large count`;

/**
 * Compiles a configured expression (RE2's syntax: https://github.com/google/re2/wiki/Syntax). User input never meets a
 * backtracking engine: expressions come from files that anybody can propose in a pull request.
 * A broken expression is a value, not an exception. Each expression is compiled once.
 */
export function compilePattern(expression: string): Pattern | BrokenPattern {
  const known = remembered.get(expression);
  if (known !== undefined) return known;
  if (remembered.size >= mostRemembered) remembered.clear();
  const compiled = compile(expression);
  remembered.set(expression, compiled);
  return compiled;
}

/**
 * Which of the expressions of one list are too large together with those before them, by index, and why. Each of them is
 * looked for in the same text, so the list may have as many steps as one expression.
 */
export function findTooMany(expressions: readonly string[]): Map<number, string> {
  const found = new Map<number, string>();
  let steps = 0;
  for (const [index, expression] of expressions.entries()) {
    if (expression.length > longestExpression) continue;
    const own = countSteps(expression);
    steps += own;
    if (own <= mostSteps && steps > mostSteps)
      found.set(index, tooLarge(`it and those before it have ${steps}`));
  }
  return found;
}
