import { parentPort } from "node:worker_threads";

// Works for ever.
parentPort.on("message", () => {
  for (;;);
});
parentPort.postMessage({ id: 0, result: null });
