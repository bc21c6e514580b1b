/** What stands for one character: an escape, a class, a quoted run (`\Q…\E`) or the character itself. */
const escaped = /\\(?:[pP](?:\{[^}]*\}|[\s\S])|x\{[^}]*\}|[\s\S])/y;
const characterClass = /\[\^?\]?(?:\[:\^?\w+:\]|\\[\s\S]|[^\]\\])*\]/y;
const quoted = /\\Q([\s\S]*?)(?:\\E|$)/y;
const groupStart = /\((?:\?(?:P?<[^>]*>|[a-zA-Z-]*(?:[:)])?))?/y;
const repetition = /\{(\d+)(,(\d*))?\}/y;

/** A group that is open: the steps before its last piece, and that piece's. */
interface Open {
  before: number;
  last: number;
}

/**
 * How many steps an expression has with its repetitions written out: `(ab{3}){2}` has as many as `abbbabbb`. About what
 * RE2 compiles it to, and found without compiling it. A broken one gets some number.
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
    const character = expression[at]!;
    const literal = character === "\\" ? take(quoted) : null;
    if (literal !== null) {
      add(Math.max(0, literal[1]!.length - 1));
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
      // What may be left out has a branch before it, and without an end it is one loop more.
      const branches = counted[2] === undefined ? 0 : counted[3] ? Math.max(0, most - least) : 1;
      open = { ...open, last: open.last * Math.max(1, least, most) + branches };
      continue;
    }
    if (character === ")" && groups.length > 0) {
      const steps = open.before + open.last;
      open = groups.pop()!;
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
