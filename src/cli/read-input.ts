import { readFileSync } from "node:fs";
import { tell } from "./print.ts";

/** A file that could not be read: wrong usage (exit 2). */
export class UnreadableInputError extends Error {
  override name = "UnreadableInputError";
  readonly file: string;

  constructor(file: string, cause: unknown) {
    super(`${file}:1:1: ${reasonOf(cause)}; expected a text file, or - for standard input`, { cause });
    this.file = file;
  }
}

/** Why a file could not be read, in a person's words. */
function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ENOENT") return "there is no such file";
  if (code === "EISDIR") return "this is a folder";
  if (code === "EACCES" || code === "EPERM") return "reading it is not allowed";
  return `it cannot be read (${code ?? "unknown reason"})`;
}

/** The text of a file, or of standard input for `-`. Throws UnreadableInputError. */
export function readInput(file: string): string {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (error) {
    throw new UnreadableInputError(file, error);
  }
}

/** What `read` gives; null when a file could not be read: then it was said on standard error, and the exit code is 2. */
export function tryReading<Result>(read: () => Result): Result | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UnreadableInputError)) throw error;
    tell(error.message);
    process.exitCode = 2;
    return null;
  }
}
