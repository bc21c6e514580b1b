import { parentPort } from "node:worker_threads";
import { parseDescription } from "../core/description/parse-description.ts";

/** One text to read; the answer carries the same number. */
export interface ReadRequest {
  id: number;
  text: string;
}

parentPort?.on("message", ({ id, text }: ReadRequest) => {
  parentPort?.postMessage({ id, parsed: parseDescription(text) });
});
// The first call compiles every expression; nobody's budget should pay for that.
parseDescription("## Why\n\n- [x] **What**: text\n\n| a | b |\n|---|---|\n| c | d |\n");
parentPort?.postMessage({ id: 0, parsed: null });
