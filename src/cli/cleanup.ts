import { Command } from "commander";
import { formatOption } from "./print.ts";
import type { CleanupOptions } from "./repository/run-cleanup.ts";
import { runCommand } from "./repository/run-command.ts";

/** `async-review cleanup owner/repo`: deletes the labels that the app made, after asking. */
export function cleanup(): Command {
  return new Command("cleanup")
    .description("delete the labels that the app made, after asking")
    .argument("<repository>", "owner/repo")
    .option("--yes", "don't ask")
    .addOption(formatOption())
    .action((repository: string, options: CleanupOptions) =>
      runCommand(async () => {
        const { runCleanup } = await import("./repository/run-cleanup.ts");
        await runCleanup(repository, options);
      }),
    );
}
