import type { CommandLine } from "../../../commands/answer-comment.ts";
import type { ArgumentProblem, CommandName, Who } from "../../../commands/commands.ts";

const who: Record<Who, string> = {
  anyone: "everybody",
  maintainer: "people with write access",
  "author-or-maintainer": "the author and people with write access",
  participant: "the author, requested reviewers and people with write access",
  "remark-author": "the author of the linked comment and people with write access",
};

const summaries: Record<CommandName, string> = {
  help: "list the commands in this check's summary",
  recheck: "check the pull request again now",
  explain: "explain the checks, with the effective config",
  insert: "add the missing sections to the description",
  ready: "hand the turn to the reviewers",
  waiting: "hand the turn to the author",
  snooze: "stop the clock for a while",
  unsnooze: "end a snooze early",
  due: "say when the review is needed",
  skip: "accept the description as it is; the check turns neutral and shows the reason",
  resolve: "close a thread, or a comment or review that starts with a prefix",
  decision: "record a decision; Options:, Reason: and Revisit: lines may follow",
};

/** Why an argument can't be used, with an example of one that can. */
function sayProblem(command: string, problem: ArgumentProblem): string {
  switch (problem.type) {
    case "no reason":
      return `${command} needs a reason, such as \`/async skip hotfix for the outage\`.`;
    case "no decision":
      return `${command} needs a decision, such as \`/async decision keep the queue in the database\`.`;
    case "no link":
      return `${command} needs a link to a comment (*Copy link* in its menu).`;
    case "past day":
      return `${command}: "${problem.said}" is in the past. Name a later day.`;
    case "two days":
      return `${command}: "${problem.said}" could be either of two days. Write ${problem.days.map((day) => `\`${day}\``).join(" or ")}.`;
    case "no day":
      return `${command} needs a date such as \`2026-11-30\`, or a weekday${isNeither(problem.said)}.`;
    case "no span":
      return `${command} needs a duration such as \`1 business day\`, or a day such as \`until Thursday\` or \`until 2026-11-30\`${isNeither(problem.said)}.`;
  }
}

const isNeither = (said: string) => (said === "" ? "" : `; "${said}" is neither`);

function sayLine(line: CommandLine): string {
  switch (line.type) {
    case "in effect":
      return line.argument === ""
        ? `\`/async ${line.command}\` (${line.by})`
        : `\`/async ${line.command}\` ${line.argument} (${line.by})`;
    case "unknown":
      return line.nearest === null
        ? `Unknown command ${line.typed}. \`/async help\` lists the commands.`
        : `Unknown command ${line.typed}. Did you mean \`/async ${line.nearest}\`?`;
    case "problem":
      return sayProblem(`\`/async ${line.command}\``, line.problem);
    case "not for you":
      return `\`/async ${line.command}\` is for ${who[line.who]}.`;
    case "not allowed":
      return `\`/async ${line.command}\` wasn't allowed.`;
    case "edited by another":
      return `A command by ${line.by} was edited by somebody else, so it no longer counts.`;
    case "edited later":
      return `A command by ${line.by} was edited after it was accepted, so it no longer counts. Write it in a new comment.`;
  }
}

/** Slash commands: the answers to those in a pull request, and the list of `/async help`. */
export const commands = {
  line: sayLine,
  columns: { command: "Command", does: "What it does", for: "Who" },
  summaries,
  who,
};
