import { Command, Option } from "commander";
import type { CleanupOptions } from "./repository/run-cleanup.ts";
import { runCommand } from "./repository/run-command.ts";

/** `async-review cleanup owner/repo`: deletes the labels that the app made, after asking. */
export function cleanup(): Command {
  return new Command("cleanup")
    .description("delete the labels that the app made, after asking")
    .argument("<repository>", "owner/repo")
    .option("--yes", "don't ask")
    .addOption(new Option("--format <format>", "output format").choices(["text", "json"]).default("text"))
    .action((repository: string, options: CleanupOptions) =>
      runCommand(async () => {
        // Imported only when it runs, so that every other command starts without a GitHub client.
        const { runCleanup } = await import("./repository/run-cleanup.ts");
        await runCleanup(repository, options);
      }),
    );
}
