import { Command } from "commander";
import { formatOption } from "./print.ts";
import { runCommand } from "./repository/run-command.ts";
import type { ReconcileOptions } from "./repository/run-reconcile.ts";

/** `async-review reconcile owner/repo#1`: observe, decide, print the plan; act unless dry. */
export function reconcile(): Command {
  return new Command("reconcile")
    .description(
      "check one pull request now: print the plan and carry it out, or with --dry-run only print it",
    )
    .argument("<pull request>", "owner/repo#123")
    .option("--dry-run", "print the plan and why, but write nothing (a person's token can't do more)")
    .addOption(formatOption())
    .action((name: string, options: ReconcileOptions) =>
      runCommand(async () => {
        const { runReconcile } = await import("./repository/run-reconcile.ts");
        await runReconcile(name, options);
      }),
    );
}
