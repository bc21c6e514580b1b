import { existsSync, readFileSync } from "node:fs";

/** A line of a recording, as `test/github/edge/record-line.ts` writes it. */
export type RecordedLine =
  | {
      kind: "request";
      method: string;
      path: string;
      query: string;
      body: unknown;
      operation: string | null;
      accept?: string;
      /** Null when a fault was injected, so that only the request is checked. */
      status: number | null;
      response: unknown;
    }
  | { kind: "webhook"; event: string; action: string | null; payload: unknown };

/** The lines of a recording; null when there is no such file. */
export function readRecording(file: string): RecordedLine[] | null {
  if (!existsSync(file)) return null;
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as RecordedLine);
}
