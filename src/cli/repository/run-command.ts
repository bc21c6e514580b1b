import { DatabaseError } from "../../database/database.ts";
import { EnvironmentError } from "../../env.ts";
import { GitHubError } from "../../reconcile/github-error.ts";
import { tell, UsageError } from "../print.ts";
import { UnreadableInputError } from "../read-input.ts";

/** Runs a command's action. An error becomes one line on standard error and exit 2, never a stack. */
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
    const who = error instanceof UnreadableInputError ? "" : "async-review: ";
    // Several variables can be wrong at once; each has a line.
    for (const line of error.message.split("\n")) tell(`${who}${line}`);
    process.exitCode = 2;
  }
}

function isFileError(error: unknown): error is Error {
  return error instanceof Error && "syscall" in error;
}

/** `owner/repo`. Throws UsageError for anything else. */
export function parseRepositoryName(text: string): { owner: string; name: string } {
  const [match, owner = "", name = ""] = /^([A-Za-z0-9][A-Za-z0-9-]*)\/([A-Za-z0-9._-]+)$/.exec(text) ?? [];
  if (match === undefined) throw new UsageError(`"${text}" isn't a repository; write it as owner/repo.`);
  return { owner, name };
}

/** The number of `--last`. Throws UsageError unless it is a whole number from 1 to `max`. */
export function parseLast(text: string, max: number): number {
  const count = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= max) return count;
  throw new UsageError(`--last can't be "${text}". Write a whole number from 1 to ${max}.`);
}

/** `owner/repo#123`. Throws UsageError for anything else. */
export function parsePullRequestName(text: string): { owner: string; name: string; number: number } {
  const [match, repository = "", number] = /^([^#]+)#(\d+)$/.exec(text) ?? [];
  if (match === undefined)
    throw new UsageError(`"${text}" isn't a pull request; write it as owner/repo#123.`);
  return { ...parseRepositoryName(repository), number: Number(number) };
}
