import type { CommandLine } from "../../../commands/answer-comment.ts";
import type { ArgumentProblem, CommandName, Who } from "../../../commands/commands.ts";

const who: Record<Who, string> = {
  anyone: "everybody",
  maintainer: "people with write access",
  "author-or-maintainer": "the author and people with write access",
  participant: "the author, requested reviewers and people with write access",
  "remark-author": "who wrote the linked comment and people with write access",
};

const summaries: Record<CommandName, string> = {
  help: "list the commands in this check's summary",
  recheck: "look at the pull request again now",
  explain: "say why the checks say what they say, with the effective config",
  insert: "put the missing sections into the description",
  ready: "it is the reviewers' turn",
  waiting: "it is the author's turn",
  snooze: "stop the clock for a while",
  unsnooze: "let the clock go on that was snoozed",
  due: "say by when a review is needed",
  skip: "let the description be as it is; the check becomes neutral and shows the reason",
  resolve: "close a comment or review text that starts with a prefix, or a thread",
  decision: "record a decision; lines with Options:, Reason: and Revisit: may follow",
};

/** What an argument that can't be used lacks. */
function sayProblem(command: string, problem: ArgumentProblem): string {
  switch (problem.type) {
    case "no reason":
      return `${command} gives no reason. Add one, such as \`/async skip hotfix for the outage\`.`;
    case "no decision":
      return `${command} says nothing. Write what was decided.`;
    case "no link":
      return `${command} names no comment. Add its link (Copy link in the comment's menu).`;
    case "past day":
      return `${command} says "${problem.said}", which is past. Name a day to come.`;
    case "two days":
      return `${command} says "${problem.said}", which can be two days. Write ${problem.days.map((day) => `\`${day}\``).join(" or ")}.`;
    case "no day":
      return `${command} says ${seen(problem.said)}. Write a date such as \`2026-11-30\`, or a weekday.`;
    case "no span":
      return `${command} says ${seen(problem.said)}. Write a duration such as \`1 business day\`, or \`until 2026-11-30\`, or \`until Thursday\`.`;
  }
}

const seen = (said: string) => (said === "" ? "nothing" : `"${said}"`);

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
      return `\`/async ${line.command}\` was not allowed.`;
    case "edited by another":
      return `A command by ${line.by} was edited by somebody else and no longer counts.`;
    case "edited later":
      return `A command by ${line.by} was edited after it was accepted and no longer counts; a new comment does.`;
  }
}

/** Slash commands: what is said of those in a pull request, and the list of `/async help`. */
export const commands = {
  line: sayLine,
  columns: { command: "Command", does: "What it does", for: "For" },
  summaries,
  who,
};
