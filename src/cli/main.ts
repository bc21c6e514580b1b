import { readFileSync } from "node:fs";
import { Command } from "commander";
import { enterCallersFolder } from "./checkout.ts";
import { commands } from "./commands.ts";
import { printText, tell } from "./print.ts";

/**
 * The command line. Exit 0 = fine, 1 = findings, 2 = wrong usage or unreadable input, 3 = a partial report;
 * errors go to standard error. Each command is one file, and one line in `commands.ts`.
 */
const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
const program = new Command("async-review")
  .description("Pull requests that a teammate can work with while their author is offline")
  .version(version, "--version", "print the version")
  .configureOutput({
    writeOut: printText,
    writeErr: (text) => void tell(text.trimEnd()),
    outputError: (text, write) => write(inOurWords(text)),
  })
  .hook("preAction", (_program, command) => {
    if (takesCallersFolder(command)) enterCallersFolder();
  })
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
// `addCommand` passes no settings on. Without the copy, wrong usage of a command would exit with 1.
const asked = process.argv[2] ?? "";
// Only help and wrong usage need every command.
const isOne = asked === "--version" || Object.hasOwn(commands, asked);
for (const [name, create] of Object.entries(commands)) {
  if (isOne && asked !== name) continue;
  const command = (await create()).copyInheritedSettings(program);
  for (const part of command.commands) part.copyInheritedSettings(program);
  program.addCommand(command);
}

/** The other commands have their `.env` and data in the folder where they are started. */
function takesCallersFolder(command: Command): boolean {
  const { parent } = command;
  const top = parent === null || parent === program ? command : parent;
  return ["classify", "config", "due", "init", "lint", "template"].includes(top.name());
}

/** Commander's errors as our own sentences, without the one that scolds. */
function inOurWords(text: string): string {
  return text
    .replace(/^error: (.)/, (_text, first: string) => `async-review: ${first.toUpperCase()}`)
    .replace(/^(async-review: .*[^.\n])$/m, "$1.")
    .replace(
      /Option '(--[\w-]+).*' argument '(.*)' is invalid\. Allowed choices are (.*?)(?:, (\w+))?\.$/m,
      (_text, option, seen, first, last) =>
        `${option} can't be "${seen}". Write ${last === undefined ? first : `${first} or ${last}`}.`,
    );
}

// `| head` closes the pipe once it has seen enough.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

try {
  await program.parseAsync(process.argv);
} catch (error) {
  // A fault of ours. Node would print the message unescaped, including whatever somebody's text put into it,
  // and exit with 1.
  tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exit(2);
}
