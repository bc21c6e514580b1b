import { parentPort } from "node:worker_threads";

// Works forever.
parentPort.on("message", () => {
  for (;;);
});
parentPort.postMessage({ id: 0, result: null });
