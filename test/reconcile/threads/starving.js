import { parentPort } from "node:worker_threads";

// Answers late without having worked, like a thread on a busy machine.
parentPort.on("message", ({ id }) => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 400);
  parentPort.postMessage({ id, result: "read" });
});
parentPort.postMessage({ id: 0, result: null });
