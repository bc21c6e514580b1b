import { isKnownDecoration, splitList } from "./prefix-table.ts";
import { emojiLength, type Ornaments } from "./skip-ornaments.ts";

/** What separates a word from the text that follows. */
export type Separator =
  | "colon"
  | "dash"
  | "bracket"
  | "emphasis"
  | "line"
  | "comma"
  | "stop"
  | "exclamation"
  | "mark"
  | "space";

export interface Suffix {
  separator: Separator;
  /** In lower case. */
  decorations: string[];
  hasExclamation: boolean;
  /** Index where the subject starts. */
  end: number;
}

const colons = ":：﹕︰";
const dashes = "-–—−";
const commas = ",，、";
const stops = ".。;；…";
const openers: Record<string, string> = { "(": ")", "（": "）", "[": "]", "［": "］", "{": "}" };

interface State {
  at: number;
  emphasis: number;
  brackets: string[];
  decorations: string[];
  hasExclamation: boolean;
  closedBy: "bracket" | "emphasis" | null;
  sawSpace: boolean;
}

/**
 * Parses what follows a word at `start`: closing ornaments, exclamation mark, decorations, separator. Never
 * leaves the line.
 */
export function parseSuffix(line: string, start: number, ornaments: Ornaments): Suffix {
  const state: State = {
    at: start,
    emphasis: ornaments.emphasis,
    brackets: [...ornaments.brackets],
    decorations: [],
    hasExclamation: false,
    closedBy: null,
    sawSpace: false,
  };
  while (state.at < line.length && step(line, state));
  const separator = separatorAt(line, state);
  return {
    separator: separator.type,
    decorations: state.decorations,
    hasExclamation: state.hasExclamation,
    end: separator.end,
  };
}

/** Takes one piece; false at the separator or the text. */
function step(line: string, state: State): boolean {
  const character = line.charAt(state.at);
  if (character === " " || character === "\t" || character === "\u00a0") {
    state.sawSpace = true;
    state.at += 1;
    return true;
  }
  if ((character === "*" || character === "_") && state.emphasis > 0 && !state.sawSpace) {
    state.emphasis -= 1;
    if (state.emphasis === 0) state.closedBy ??= "emphasis";
    state.at += 1;
    return true;
  }
  // `**suggestion** *(non-blocking)*`
  const opened = emphasisBeforeBracket(line, state.at);
  if (opened > 0) {
    state.emphasis += opened;
    state.at += opened;
    return true;
  }
  if (character === state.brackets.at(-1)) {
    if (isLink(line, state.at)) return false;
    state.brackets.pop();
    state.closedBy = "bracket";
    state.at += 1;
    state.sawSpace = false;
    return true;
  }
  const emoji = emojiLength(line, state.at);
  state.at += emoji;
  if (emoji > 0) state.sawSpace = false;
  return (
    emoji > 0 ||
    takeClosingTag(line, state) ||
    takeBang(line, state) ||
    takeDecorations(line, state) ||
    takeList(line, state) ||
    takeSecondWord(line, state)
  );
}

function emphasisBeforeBracket(line: string, at: number): number {
  let end = at;
  while (end < at + 3 && (line[end] === "*" || line[end] === "_")) end += 1;
  return (line[end] ?? "") in openers ? end - at : 0;
}

/** `[bug](https://…)` is a link with that text. */
export function isLink(line: string, at: number): boolean {
  if (line[at] !== "]" || line[at + 1] !== "(") return false;
  const close = line.indexOf(")", at);
  return close >= 0 && /[/#]/.test(line.slice(at, close));
}

function takeClosingTag(line: string, state: State): boolean {
  if (!line.startsWith("</", state.at)) return false;
  const close = line.indexOf(">", state.at);
  if (close < 0 || close - state.at > 12) return false;
  state.closedBy ??= "emphasis";
  state.at = close + 1;
  return true;
}

/** `issue!:` and `issue(security)!:`; before anything else, an exclamation mark is just punctuation. */
function takeBang(line: string, state: State): boolean {
  if (line[state.at] !== "!" && line[state.at] !== "！") return false;
  let next = state.at + 1;
  while (next < line.length && "*_)]（(".includes(line.charAt(next))) next += 1;
  if (!colons.includes(line[next] ?? " ") && line[state.at + 1] !== "(") return false;
  state.hasExclamation = true;
  state.at += 1;
  return true;
}

/**
 * `(security)`, `[non-blocking]`, `(test) (non-blocking)`: a further group only when it says something about
 * blocking.
 */
function takeDecorations(line: string, state: State): boolean {
  const character = line.charAt(state.at);
  if (!(character in openers)) return false;
  const close = balancedClose(line, state.at);
  const inner = line.slice(state.at + 1, close);
  const isLinkText = character === "[" && line[close + 1] === "(" && isLink(line, close);
  if (close < 0 || isLinkText || inner.trim() === "") return false;
  // "nit(s)" and "nit(pick)" are the word itself.
  const isEnding = !state.sawSpace && /^(?:e?s|picks?)$/i.test(inner);
  const items = isEnding ? [] : splitList(inner);
  const isFurther = state.decorations.length > 0 || state.closedBy === "bracket" || character === "{";
  if (isFurther && !items.some(isKnownDecoration)) return false;
  state.decorations.push(...items);
  state.at = close + 1;
  state.sawSpace = false;
  return true;
}

const listAt =
  /[ \t]{0,2}[,，、/|+&][ \t]{0,2}((?:but )?[\p{L}][\p{L}\p{N}_'’ -]{0,25})(?=[^\p{L}\p{N}_'’ -]|[ \t][-–—][ \t]|$)/uy;

/**
 * `nit/style:`, `[nit, non-blocking]`, `question, blocking:`: further words, when they are short and end with
 * a colon, a dash, a decoration or the closing bracket. After a comma, one of them must be known, or all be
 * single words.
 */
function takeList(line: string, state: State): boolean {
  const items: string[] = [];
  let at = state.at;
  let hasComma = false;
  for (listAt.lastIndex = at; items.length < 4; listAt.lastIndex = at) {
    const match = listAt.exec(line);
    if (match === null) break;
    hasComma ||= /^\s*[,，、]/.test(match[0]);
    items.push((match[1] ?? "").trim().toLowerCase());
    at = listAt.lastIndex;
  }
  if (items.length === 0 || items.some((item) => item.split(/\s+/).length > 2)) return false;
  const rest = line.slice(at, at + 4);
  const closer = state.brackets.at(-1);
  const isClosed = closer !== undefined && rest.startsWith(closer);
  const isEnded = isClosed || /^[*_]{0,3}\s?(?:[:：([]|$)/.test(rest) || /^\s*[-–—]\s/.test(rest);
  if (!isEnded || (rest === "" && !items.some(isKnownDecoration))) return false;
  if (hasComma && !isClosed && !items.some(isKnownDecoration) && items.some((item) => item.includes(" ")))
    return false;
  if (isClosed && items.some((item) => /[^\p{L}\p{N}_-]/u.test(item)) && !items.some(isKnownDecoration))
    return false;
  state.decorations.push(...items);
  state.at = at;
  return true;
}

const secondWordAt =
  /(?:[:：–—-][ \t]{0,2})?((?:but )?(?:still )?(?:non[- ]?|not )?block(?:ing|er))(?=[ \t]?[:：\])]|[ \t][-–—][ \t]|$)/iuy;

/** `suggestion – blocking: …`, `[issue: blocking]`: a word about blocking after the first separator. */
function takeSecondWord(line: string, state: State): boolean {
  secondWordAt.lastIndex = state.at;
  const match = secondWordAt.exec(line);
  if (match === null || (/^[-\p{L}]/u.test(match[0]) && !state.sawSpace)) return false;
  state.decorations.push((match[1] ?? "").toLowerCase());
  state.at = secondWordAt.lastIndex;
  return true;
}

function balancedClose(line: string, open: number): number {
  const opener = line.charAt(open);
  const closer = openers[opener];
  let depth = 0;
  for (let at = open; at < line.length; at += 1) {
    if (line[at] === opener) depth += 1;
    else if (line[at] === closer) depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

function separatorAt(line: string, state: State): { type: Separator; end: number } {
  const character = line[state.at];
  const next = line[state.at + 1] ?? " ";
  const isSpaced = /[\s*_)\]"'`]/.test(next);
  if (character === undefined) return { type: "line", end: state.at };
  if (colons.includes(character)) {
    // `style::foo`, `note://` and `nit:=` are code; `Blocking:: a` is a typing mistake.
    const isTwice = next === ":" && /[\s*_]/.test(line[state.at + 2] ?? " ");
    const isCode = (next === ":" && !isTwice) || next === "=" || line.startsWith("//", state.at + 1);
    if (!isCode) return { type: "colon", end: state.at + (isTwice ? 2 : 1) };
  }
  if (state.closedBy === "bracket") return { type: "bracket", end: afterMarks(line, state.at) };
  if (dashes.includes(character)) {
    let end = state.at;
    while (end < line.length && (dashes.includes(line.charAt(end)) || line[end] === ">")) end += 1;
    // A long dash needs no space around it: "nit—rename this".
    if (character === "—" || /\s/.test(line[end] ?? " ")) return { type: "dash", end };
  }
  if (character === "|" && isSpaced) return { type: "dash", end: state.at + 1 };
  if (state.closedBy === "emphasis") return { type: "emphasis", end: afterMarks(line, state.at) };
  if (commas.includes(character) && (isSpaced || character !== ","))
    return { type: "comma", end: state.at + 1 };
  if (stops.includes(character) && (isSpaced || next === "." || character !== "."))
    return { type: "stop", end: afterMarks(line, state.at) };
  if ("!！".includes(character)) return { type: "exclamation", end: afterMarks(line, state.at) };
  if ("?？".includes(character)) return { type: "mark", end: afterMarks(line, state.at) };
  return { type: "space", end: state.at };
}

/** After a run of separating marks: ` - `, `...`, `, `. */
function afterMarks(line: string, at: number): number {
  let end = at;
  while (end < line.length && `${dashes}${commas}${stops}?!？！`.includes(line.charAt(end))) end += 1;
  return end;
}
