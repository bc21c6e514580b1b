import { readFileSync } from "node:fs";
import { tell } from "./print.ts";

/** A file that could not be read, or not understood: wrong usage (exit 2). */
export class UnreadableInputError extends Error {
  override name = "UnreadableInputError";
  readonly place: string;

  constructor(place: string, reason: string, expected = "a text file, or - for standard input") {
    super(`${place}: ${reason}; expected ${expected}`);
    this.place = place;
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

const decoder = new TextDecoder("utf-8", { fatal: true });

/** What PowerShell's `>` writes. */
const isUtf16 = (bytes: Buffer) =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

/** The text of a file, or of standard input for `-`. Throws UnreadableInputError. */
export function readInput(file: string): string {
  const refuse = (reason: string) => new UnreadableInputError(`${file}:1:1`, reason);
  let bytes: Buffer;
  try {
    bytes = readFileSync(file === "-" ? 0 : file);
  } catch (error) {
    throw refuse(reasonOf(error));
  }
  if (isUtf16(bytes)) throw refuse("this is UTF-16, not UTF-8");
  if (bytes.includes(0)) throw refuse("this is a binary file");
  try {
    // A byte order mark goes.
    return decoder.decode(bytes);
  } catch {
    throw refuse("this is a binary file, or a text that is not UTF-8");
  }
}

/**
 * What `read` gives; null when a file could not be read: then it was said on standard error, and the exit
 * code is 2.
 */
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
