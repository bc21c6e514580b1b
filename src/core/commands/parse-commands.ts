import { indentOf } from "../text/lines.ts";
import { visibleLines } from "../text/visible-lines.ts";

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

/** What may stand between a command and its argument: "skip: …", "skip - …", "snooze please 2 days". */
const separator = /^[ \t]*(?::[ \t]*|[,–—-]+[ \t]+)?(?:please\b[,:]?[ \t]*)?/i;
// GitHub shows at most 65,536 characters; nobody gives more commands than this in one comment.
const most = 20;
const start = /^\/async[:,]?(?:[ \t]+(?:please[,:]?(?:[ \t]+|$))?|$)/i;

/**
 * Finds the commands of a comment: `/async …` at a line's start. Lines in code fences, indented code, quotes and HTML
 * comments do not count. The first twenty are kept.
 */
export function parseCommands(body: string): CommandCall[] {
  const calls: (Omit<CommandCall, "following"> & { start: number; end: number })[] = [];
  for (const { text, fence, number, offset, end } of visibleLines(body)) {
    const call = fence === null ? parseCall(text) : null;
    if (call !== null) calls.push({ ...call, line: number, start: offset, end });
    if (calls.length === most) break;
  }
  return calls.map(({ start: _, end, ...call }, index) => ({
    ...call,
    following: body
      .slice(end, calls[index + 1]?.start)
      .replace(/\r\n?/g, "\n")
      .trim(),
  }));
}

function parseCall(text: string): Pick<CommandCall, "name" | "argument"> | null {
  if (indentOf(text) > 3) return null;
  const trimmed = text.trim();
  const opening = start.exec(trimmed);
  if (opening === null) return null;
  const rest = trimmed.slice(opening[0].length);
  const end = rest.search(/\s|:(?!\/\/)/);
  const name = end < 0 ? rest : rest.slice(0, end);
  const argument = end < 0 ? "" : rest.slice(end).replace(separator, "");
  return { name: name.toLowerCase().replace(/[.,!;]+$/, ""), argument: argument.trim() };
}
