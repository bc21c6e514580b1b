import { Command } from "commander";
import { commands } from "./commands.ts";

/**
 * The command line. Exit 0 = fine, 1 = findings, 2 = wrong usage or unreadable input; errors go to standard error.
 * Each command is one file, and one line in `commands.ts`.
 */
const program = new Command("async-review")
  .description("Pull requests that a teammate can work with while their author is offline")
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
// `addCommand` hands nothing down by itself: without the copy, wrong usage of a command would exit with 1.
for (const command of commands) program.addCommand(command().copyInheritedSettings(program));

await program.parseAsync(process.argv);
