import { once } from "node:events";

/** Resolves with the signal's name when somebody presses Ctrl-C or asks the process to end; until then these end nothing. */
export async function stopSignal(): Promise<string> {
  const names = ["SIGINT", "SIGTERM"];
  return Promise.race(names.map((name) => once(process, name).then(() => name)));
}
