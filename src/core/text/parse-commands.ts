import { indentOf, type VisibleLine, visibleLines } from "./lines.ts";

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

/** Between a command and its argument: "skip: …", "skip - …", "snooze please 2 days". */
const separator = /^[ \t]*(?::[ \t]*|[,–—-]+[ \t]+)?(?:please\b[,:]?[ \t]*)?/i;
const maxCommands = 20;
const start = /^\/async[:,]?(?:[ \t]+(?:please[,:]?(?:[ \t]+|$))?|$)/i;

/**
 * Finds the commands of a comment: `/async …` at the start of a line, outside code fences, indented code,
 * quotes and HTML comments. Keeps the first twenty.
 */
export function parseCommands(body: string): CommandCall[] {
  const calls: { command: VisibleLine; below: VisibleLine[] }[] = [];
  for (const line of visibleLines(body)) {
    if (!isCommand(line)) calls.at(-1)?.below.push(line);
    else if (calls.length < maxCommands) calls.push({ command: line, below: [] });
    else break;
  }
  return calls.map(({ command: { text, number }, below }) => ({
    ...parseCall(text.trim()),
    line: number,
    following: joinLines(body, below).replace(/\r\n?/g, "\n").trim(),
  }));
}

/** Is the line a command, understood or not? */
export function isCommand({ text, fence }: VisibleLine): boolean {
  return fence === null && indentOf(text) <= 3 && start.test(text.trim());
}

/** What a comment visibly says besides its commands. */
export function withoutCommands(body: string): string {
  return joinLines(
    body,
    [...visibleLines(body)].filter((line) => !isCommand(line)),
  );
}

/** Some visible lines of a text, with their endings and the blank lines between them. */
export function joinLines(text: string, lines: readonly VisibleLine[]): string {
  let joined = "";
  let from = lines[0]?.offset ?? 0;
  for (const line of lines) {
    const blank = text.slice(from, line.offset).replace(/^.*\S.*(?:\r\n|\n|\r|$)/gm, "");
    const [ending = ""] = /[\r\n]*$/.exec(text.slice(line.offset, line.end).slice(-2)) ?? [];
    joined += blank + line.text + ending;
    from = line.end;
  }
  return joined;
}

function parseCall(line: string): Pick<CommandCall, "name" | "argument"> {
  const rest = line.replace(start, "");
  const end = rest.search(/\s|:(?!\/\/)/);
  const name = end < 0 ? rest : rest.slice(0, end);
  const argument = end < 0 ? "" : rest.slice(end).replace(separator, "");
  return { name: name.toLowerCase().replace(/[.,!;]+$/, ""), argument: argument.trim() };
}
