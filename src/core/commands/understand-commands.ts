import { editDistance } from "../text/suggest.ts";
import { indentOf } from "../text/lines.ts";
import { visibleLines } from "../text/visible-lines.ts";
import { quoteCode } from "../text/quote-text.ts";
import type { CommandComment, Given } from "./given.ts";
import { commands, help } from "./commands.ts";

/** What a comment's commands mean; `problems` are sentences for the summary. */
interface Understood {
  given: Given[];
  problems: string[];
}

/** Reads the commands of one comment; dates count in that zone. Both lists are empty when it has none. */
export function understandCommands(comment: CommandComment, timeZone: string): Understood {
  const said = { at: comment.createdAt, timeZone, url: comment.url };
  const understood: Understood = { given: [], problems: [] };
  for (const call of parseCommands(comment.body)) {
    const command = call.name === "" ? help : commands.find(({ name }) => name === call.name);
    if (command === undefined) {
      understood.problems.push(unknownCommand(call));
      continue;
    }
    const parsed = command.parse(call.argument, call.following, said);
    if (!parsed.ok) {
      understood.problems.push(`\`/async ${command.name}\` ${parsed.message}.`);
      continue;
    }
    understood.given.push({
      command,
      value: parsed.value,
      argument: call.argument,
      by: comment.author.login,
      at: comment.createdAt,
      url: comment.url,
      commentId: comment.id,
      isNew: !comment.reactions.rocket,
    });
  }
  return understood;
}

function unknownCommand(call: CommandCall): string {
  const nearest = nearestCommand(
    call.name,
    commands.map(({ name }) => name),
  );
  const advice =
    nearest === null ? "`/async help` lists the commands." : `Did you mean \`/async ${nearest}\`?`;
  return `Unknown command ${quoteCode(`/async ${call.name}`, 40)}. ${advice}`;
}

/** A line of a comment that starts with `/async`. */
interface CommandCall {
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
 * Finds the commands of a comment: `/async …` at a line's start. Lines in code fences, indented code, quotes
 * and HTML comments do not count. The first twenty are kept.
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

/**
 * The known name with the fewest changed letters, at most a third of the word and at most three; null when
 * none is near.
 */
function nearestCommand(name: string, known: readonly string[]): string | null {
  if (name.length > 30) return null;
  const ranked = known
    .map((candidate) => ({ candidate, distance: editDistance(name, candidate) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  if (best === undefined || best.distance > Math.min(3, Math.ceil(name.length / 3))) return null;
  return best.candidate;
}
