import { quoteCode } from "../text/quote-text.ts";
import type { CommandComment, Given } from "./given.ts";
import { commands } from "./index.ts";
import { nearestCommand } from "./nearest-command.ts";
import { type CommandCall, parseCommands } from "./parse-commands.ts";
import { help } from "./plain-commands.ts";

/** What a comment's commands mean; `problems` are sentences for the summary. */
export interface Understood {
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
