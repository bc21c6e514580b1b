import { DatabaseError } from "../../database/database-error.ts";
import { EnvironmentError } from "../../env.ts";
import { GitHubError } from "../../reconcile/ports/github-error.ts";
import { tell } from "../print.ts";
import { UnreadableInputError } from "../read-input.ts";
import { UsageError } from "../usage-error.ts";

/** Runs a command's action; what went wrong is one line on standard error and exit 2, never a stack. */
export async function runCommand(action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    const known =
      error instanceof UsageError ||
      error instanceof GitHubError ||
      error instanceof EnvironmentError ||
      error instanceof DatabaseError ||
      error instanceof UnreadableInputError ||
      isFileError(error);
    if (!known) throw error;
    // Several variables can be wrong at once: a line each.
    for (const line of error.message.split("\n")) tell(`async-review: ${line}`);
    process.exitCode = 2;
  }
}

function isFileError(error: unknown): error is Error {
  return error instanceof Error && "syscall" in error;
}
