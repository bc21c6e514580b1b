import { readFileSync, readSync } from "node:fs";
import { isatty } from "node:tty";
import { tell } from "./print.ts";

/** A file that could not be read or understood: wrong usage (exit 2). */
export class UnreadableInputError extends Error {
  override name = "UnreadableInputError";
  readonly place: string;

  constructor(place: string, reason: string) {
    super(`${place}: ${reason}`);
    this.place = place;
  }
}

/** Why a file could not be read, in plain words. */
function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ENOENT") return "no such file";
  if (code === "EISDIR") return "this is a folder; name a file";
  if (code === "EACCES" || code === "EPERM") return "you may not read this file";
  return `can't be read (${code ?? "unknown reason"})`;
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
    bytes = file === "-" ? readStandardInput() : readFileSync(file);
  } catch (error) {
    throw refuse(reasonOf(error));
  }
  if (isUtf16(bytes)) throw refuse("this is UTF-16; save it as UTF-8");
  if (bytes.includes(0)) throw refuse("this is a binary file; name a text file");
  try {
    // Drops a byte order mark.
    return decoder.decode(bytes);
  } catch {
    throw refuse("this is a binary file, or text that isn't UTF-8; save it as UTF-8");
  }
}

/**
 * All of standard input. Another process may have made it non-blocking (a terminal becomes so once something
 * is written to it). Reads then fail with EAGAIN until there is data, and `readFileSync` would give up.
 */
function readStandardInput(): Buffer {
  if (isatty(0)) tell("Paste the text, then press Ctrl-D on a line of its own.");
  const parts: Buffer[] = [];
  const part = Buffer.alloc(65_536);
  for (;;) {
    try {
      const length = readSync(0, part);
      if (length === 0) return Buffer.concat(parts);
      parts.push(Buffer.from(part.subarray(0, length)));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

/**
 * What `read` returns; null when a file could not be read, after saying so on standard error and setting exit
 * code 2.
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
