import { type Fence, indentOf, isClosingFence, parseFence } from "../conversation/classify/fence.ts";
import { readLine } from "../conversation/classify/read-line.ts";

/** A line of a comment that starts with `/async`. */
export interface CommandCall {
  /** The word after `/async` in lower case; "" when there is none. */
  name: string;
  /** The rest of the line, trimmed. */
  argument: string;
  /** The text below it, up to the next command; trimmed. */
  following: string;
  /** From 1. */
  line: number;
}

// GitHub shows at most 65,536 characters; nobody gives more commands than this in one comment.
const most = 20;
const start = /^\/async(?:[ \t]+|$)/i;

/**
 * Finds the commands of a comment: `/async …` at a line's start. Lines in code fences, indented code, quotes and HTML
 * comments do not count. A linear line scanner; the first twenty are kept.
 */
export function parseCommands(body: string): CommandCall[] {
  const calls: CommandCall[] = [];
  const texts: string[][] = [];
  let fence: Fence | null = null;
  let isHidden = false;
  let line = 0;
  for (let at = 0; at <= body.length; ) {
    const { text, next } = readLine(body, at);
    at = next;
    line += 1;
    const isCode: boolean = fence !== null;
    if (fence !== null) {
      if (isClosingFence(text, fence)) fence = null;
    } else if (!isHidden) fence = parseFence(text);
    const wasHidden = isHidden;
    if (!isCode && fence === null) isHidden = staysHidden(text, isHidden);
    const call = isCode || fence !== null || wasHidden ? null : parseCall(text);
    if (call !== null && calls.length < most) {
      calls.push({ ...call, following: "", line });
      texts.push([]);
    } else texts.at(-1)?.push(text);
  }
  return calls.map((call, index) => ({ ...call, following: texts[index]!.join("\n").trim() }));
}

function parseCall(text: string): Pick<CommandCall, "name" | "argument"> | null {
  if (indentOf(text) > 3) return null;
  const trimmed = text.trim();
  const opening = start.exec(trimmed);
  if (opening === null) return null;
  const rest = trimmed.slice(opening[0].length);
  const end = rest.search(/\s/);
  const name = end < 0 ? rest : rest.slice(0, end);
  return { name: name.toLowerCase(), argument: end < 0 ? "" : rest.slice(end).trim() };
}

/** Is the text after this line inside `<!-- … -->`? */
function staysHidden(text: string, isHidden: boolean): boolean {
  let hidden = isHidden;
  let at = 0;
  while (at < text.length) {
    const mark = text.indexOf(hidden ? "-->" : "<!--", at);
    if (mark < 0) break;
    at = mark + (hidden ? 3 : 4);
    hidden = !hidden;
  }
  return hidden;
}
