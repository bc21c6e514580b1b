import { RE2JS } from "re2js";
import { plainWords } from "../problems/plain-words.ts";

/** An expression that was understood. `test` looks anywhere in the text and takes time linear in its length. */
export interface Pattern {
  ok: true;
  test(text: string): boolean;
}

/** An expression that was not understood, and why, in a few words. */
export interface BrokenPattern {
  ok: false;
  reason: string;
}

/** Compiling takes more than linear time in the worst case; nobody types an expression longer than this. */
const longestExpression = 500;
/** `a{200}` is compiled as two hundred a's. */
const mostRepeats = 300;
const mostRemembered = 1000;
const remembered = new Map<string, Pattern | BrokenPattern>();

function compile(expression: string): Pattern | BrokenPattern {
  if (expression.length > longestExpression)
    return { ok: false, reason: `longer than ${longestExpression} characters` };
  const repeats = [...expression.matchAll(/\{(\d+)(?:,(\d*))?\}/g)].map(([, least, most]) =>
    Number(most || least),
  );
  const most = repeats.reduce((sum, repeat) => sum + repeat, 0);
  if (most > mostRepeats) return { ok: false, reason: `more than ${mostRepeats} counted repetitions` };
  try {
    const compiled = RE2JS.compile(expression);
    return { ok: true, test: (text) => compiled.test(text) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, reason: plainWords(reason.replace(/^error parsing regexp: /, "")) };
  }
}

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
