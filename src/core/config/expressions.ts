import { RE2JS } from "re2js";
import { plainWords } from "../text/quote-text.ts";

/**
 * An expression that was understood. `test` searches the whole text; its time is at most the text's length
 * times the steps.
 */
interface Pattern {
  ok: true;
  test(text: string): boolean;
}

/** An expression that was not understood, and why, in a few words. */
interface BrokenPattern {
  ok: false;
  reason: string;
}

/** In characters; nobody types more. */
const longestExpression = 500;
/**
 * RE2's time grows with the text *and* with the expression, its repetitions written out. This many steps take
 * 0.5 s at worst for the longest description that GitHub stores (`npm run bench -- stall` measures it).
 */
const maxSteps = 300;
const maxRemembered = 1000;

/** Remembers what was compiled, and forgets all of it when that becomes too much. */
export function once(compile: (text: string) => Pattern | BrokenPattern): typeof compile {
  const remembered = new Map<string, Pattern | BrokenPattern>();
  return (text) => {
    const known = remembered.get(text);
    if (known !== undefined) return known;
    if (remembered.size >= maxRemembered) remembered.clear();
    const compiled = compile(text);
    remembered.set(text, compiled);
    return compiled;
  };
}

function compile(expression: string): Pattern | BrokenPattern {
  if (expression.length > longestExpression)
    return { ok: false, reason: `longer than ${longestExpression} characters` };
  const steps = countSteps(expression);
  if (steps > maxSteps) return { ok: false, reason: tooLarge(`it has ${steps}`) };
  try {
    const compiled = RE2JS.compile(expression);
    return { ok: true, test: (text) => compiled.test(text) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, reason: plainWords(reason.replace(/^error parsing regexp: /, "")) };
  }
}

const tooLarge = (have: string) =>
  `${have} steps, counting repetitions; at most ${maxSteps} are allowed, so use + or * for large counts`;

/**
 * Compiles a configured expression (RE2's syntax: https://github.com/google/re2/wiki/Syntax), once each.
 * Anybody can propose an expression in a pull request, so none ever meets a backtracking engine. A broken
 * expression is a value, not an exception.
 */
export const compileExpression = once(compile);

/**
 * Why each expression of a list is too large together with those before it; null when it is not. All of them
 * search the same text, so together they may have as many steps as one expression.
 */
export function checkTogether(expressions: readonly string[]): (string | null)[] {
  let steps = 0;
  return expressions.map((expression) => {
    steps += countSteps(expression);
    return steps > maxSteps ? tooLarge(`it and those before it have ${steps}`) : null;
  });
}

/** One character: an escape, a class, a quoted run (`\Q…\E`) or the character itself. */
const escaped = /\\(?:[pP](?:\{[^}]*\}|[\s\S])|x\{[^}]*\}|[\s\S])/y;
const characterClass = /\[\^?\]?(?:\[:\^?\w+:\]|\\[\s\S]|[^\]\\])*\]/y;
const quoted = /\\Q([\s\S]*?)(?:\\E|$)/y;
const groupStart = /\((?:\?(?:P?<[^>]*>|[a-zA-Z-]*(?:[:)])?))?/y;
const repetition = /\{(\d+)(,(\d*))?\}/y;

/** An open group: the steps before its last piece, and that piece's steps. */
interface Open {
  before: number;
  last: number;
}

/**
 * How many steps an expression has with its repetitions written out: `(ab{3}){2}` has as many as `abbbabbb`.
 * About the size of RE2's program, found without compiling. For a broken expression, any number.
 */
export function countSteps(expression: string): number {
  const groups: Open[] = [];
  let open: Open = { before: 0, last: 0 };
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(expression);
    if (match !== null) at = pattern.lastIndex;
    return match;
  };
  const add = (steps: number) => {
    open = { before: open.before + open.last, last: steps };
  };
  while (at < expression.length) {
    const character = expression.charAt(at);
    const literal = character === "\\" ? take(quoted) : null;
    if (literal !== null) {
      add(Math.max(0, (literal[1] ?? "").length - 1));
      add(1);
      continue;
    }
    const start = character === "(" ? take(groupStart) : null;
    if (start !== null) {
      // `(?i)` sets flags and opens nothing.
      if (!start[0].endsWith(")")) {
        groups.push(open);
        open = { before: 0, last: start[0] === "(" || start[0].includes("<") ? 2 : 0 };
      }
      continue;
    }
    const counted = character === "{" ? take(repetition) : null;
    if (counted !== null) {
      const least = Number(counted[1]);
      const most = counted[3] ? Number(counted[3]) : least;
      // An optional piece has a branch before it; an endless one has another loop.
      const branches = counted[3] === "" ? 1 : Math.max(0, most - least);
      open = { ...open, last: open.last * Math.max(1, least, most) + branches };
      continue;
    }
    const outer = character === ")" ? groups.pop() : undefined;
    if (outer !== undefined) {
      const steps = open.before + open.last;
      open = outer;
      add(steps);
    } else if ("*+?".includes(character)) open = { ...open, last: open.last + 1 };
    else if (character === "|") add(1);
    else if (take(escaped) ?? take(characterClass)) {
      add(1);
      continue;
    } else add(1);
    at += 1;
  }
  return groups.reduce((sum, { before, last }) => sum + before + last, open.before + open.last);
}

/**
 * Does the expression (RE2: linear in the text) match anywhere in the text? One that RE2 does not know
 * matches nothing; the config's own check reports it.
 */
export function matchesExpression(expression: string, text: string): boolean {
  const pattern = compileExpression(expression);
  return pattern.ok && pattern.test(text);
}
