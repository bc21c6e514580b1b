import { parentPort, threadId } from "node:worker_threads";

// Follows each task's input in steps: [["reading", "hang"], ["conversation", "go on"]]. Leaves out a step
// whose part is unread. Answers with the unread parts.
const partOf = { reading: "description" };
parentPort.on("message", ({ id, input, unread = {} }) => {
  for (const [step, does] of input.steps) {
    if ((partOf[step] ?? step) in unread) continue;
    parentPort.postMessage({ id, step });
    if (does === "hang") for (;;);
    if (does === "crash") throw new Error("the thread breaks");
    if (does === "hang once" && Atomics.add(new Int32Array(input.shared), 0, 1) === 0) for (;;);
    if (does === "name the thread") return parentPort.postMessage({ id, result: { threadId } });
    if (does === "throw") return parentPort.postMessage({ id, error: "it is deep" });
  }
  parentPort.postMessage({ id, result: unread });
});
parentPort.postMessage({ id: 0, result: null });
