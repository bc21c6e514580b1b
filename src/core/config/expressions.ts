import { RE2JS } from "re2js";

/** A compiled expression. `test` searches the whole text in at most the text's length times its steps. */
interface Pattern {
  ok: true;
  test(text: string): boolean;
}

/** Why an expression could not be compiled, in a few words. */
interface BrokenPattern {
  ok: false;
  reason: string;
}

/** In characters. */
const maxExpressionLength = 500;
/**
 * RE2's time grows with the text *and* with the expression, whose repetitions are written out. With this many
 * steps, the longest description that GitHub stores takes 0.5 s at worst (`npm run bench -- stall` measures
 * it).
 */
const maxSteps = 300;
const maxRemembered = 1000;

/** Remembers results, and forgets all of them when there are too many. */
export function memoize(compile: (text: string) => Pattern | BrokenPattern): typeof compile {
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
  if (expression.length > maxExpressionLength)
    return { ok: false, reason: `longer than ${maxExpressionLength} characters` };
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

/** A library's error message in our own tone, without words that scold. */
export function plainWords(message: string): string {
  return message
    .replace(/\bmust not\b/gi, "should not")
    .replace(/\bmust\b/gi, "should")
    .replace(/\binvalid or unsupported Perl syntax\b/gi, "a syntax that RE2 does not have")
    .replace(/\binvalid\b/gi, "unusable");
}

const tooLarge = (have: string) =>
  `${have} steps, counting repetitions; at most ${maxSteps} are allowed, so use + or * for large counts`;

/**
 * Compiles a configured expression (RE2's syntax: https://github.com/google/re2/wiki/Syntax), each only once.
 * Anybody can propose an expression in a pull request, so none ever runs on a backtracking engine. For a
 * broken expression, gives the reason.
 */
export const compileExpression = memoize(compile);

/**
 * Why each expression of a list is too large together with those before it; null when it is not, or when it
 * is too large by itself. All of them search the same text, so together they may have as many steps as one.
 */
export function checkTogether(expressions: readonly string[]): (string | null)[] {
  let total = 0;
  return expressions.map((expression) => {
    const steps = expression.length > maxExpressionLength ? 0 : Math.max(1, countSteps(expression));
    if (steps === 0 || steps > maxSteps) return null;
    total += steps;
    return total > maxSteps ? tooLarge(`it and those before it have ${total}`) : null;
  });
}

/** One character: an escape, a class, a quoted run (`\Q…\E`) or the character itself. */
const escaped = /\\(?:[pP](?:\{[^}]*\}|[\s\S])|x\{[^}]*\}|[\s\S])/y;
const characterClass = /\[\^?\]?(?:\[:\^?\w+:\]|\\[\s\S]|[^\]\\])*\]/y;
const quoted = /\\Q([\s\S]*?)(?:\\E|$)/y;
const groupStart = /\((?:\?(?:P?<[^>]*>|[a-zA-Z-]*(?:[:)])?))?/y;
const repetition = /\{(\d+)(,(\d*))?\}/y;

/** A part of an expression, with what it adds to the size. */
type Token =
  | { type: "piece"; steps: number }
  | { type: "open"; steps: number }
  | { type: "close" }
  /** The piece before it is written `times` times, with this many more steps. */
  | { type: "repeat"; times: number; steps: number };

function* listTokens(expression: string): Generator<Token> {
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(expression);
    if (match !== null) at = pattern.lastIndex;
    return match;
  };
  while (at < expression.length) {
    const literal = take(quoted);
    const start = literal === null ? take(groupStart) : null;
    const counted = literal === null && start === null ? take(repetition) : null;
    if (literal !== null) {
      yield { type: "piece", steps: Math.max(0, (literal[1] ?? "").length - 1) };
      yield { type: "piece", steps: 1 };
    } else if (start !== null) {
      // `(?i)` sets flags and opens nothing.
      if (!start[0].endsWith(")"))
        yield { type: "open", steps: start[0] === "(" || start[0].includes("<") ? 2 : 0 };
    } else if (counted !== null) yield toRepeat(counted);
    else if (take(escaped) ?? take(characterClass)) yield { type: "piece", steps: 1 };
    else {
      const character = expression.charAt(at);
      at += 1;
      if (character === ")") yield { type: "close" };
      else if ("*+?".includes(character)) yield { type: "repeat", times: 1, steps: 1 };
      else yield { type: "piece", steps: 1 };
    }
  }
}

function toRepeat([, from, , to]: RegExpExecArray): Token {
  const least = Number(from);
  const most = to ? Number(to) : least;
  // An optional piece has a branch before it; an endless one has another loop.
  return {
    type: "repeat",
    times: Math.max(1, least, most),
    steps: to === "" ? 1 : Math.max(0, most - least),
  };
}

/** An open group: the steps before its last piece, and that piece's steps. */
interface Open {
  before: number;
  last: number;
}

const append = ({ before, last }: Open, steps: number): Open => ({ before: before + last, last: steps });

/**
 * How many steps an expression has with its repetitions written out: `(ab{3}){2}` has as many as `abbbabbb`.
 * This is about the size of RE2's program, without compiling. For a broken expression it is any number.
 */
export function countSteps(expression: string): number {
  const groups: Open[] = [];
  let open: Open = { before: 0, last: 0 };
  for (const token of listTokens(expression)) {
    if (token.type === "piece") open = append(open, token.steps);
    else if (token.type === "repeat") open = { ...open, last: open.last * token.times + token.steps };
    else if (token.type === "open") {
      groups.push(open);
      open = { before: 0, last: token.steps };
    } else {
      const outer = groups.pop();
      open = outer === undefined ? append(open, 1) : append(outer, open.before + open.last);
    }
  }
  return groups.reduce((sum, { before, last }) => sum + before + last, open.before + open.last);
}

/**
 * Does the expression (RE2: linear in the text) match anywhere in the text? A broken one matches nothing; the
 * config's own check reports it.
 */
export function matchesExpression(expression: string, text: string): boolean {
  const pattern = compileExpression(expression);
  return pattern.ok && pattern.test(text);
}
