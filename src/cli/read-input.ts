import { readFileSync } from "node:fs";

/** A file that could not be read: wrong usage (exit 2). */
export class UnreadableInputError extends Error {
  override name = "UnreadableInputError";
  readonly file: string;

  constructor(file: string, cause: unknown) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown reason";
    super(`${file}:1:1: cannot be read (${code}); give the path of a text file, or - for standard input`, {
      cause,
    });
    this.file = file;
  }
}

/** The text of a file, or of standard input for `-`. Throws UnreadableInputError. */
export function readInput(file: string): string {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (error) {
    throw new UnreadableInputError(file, error);
  }
}
