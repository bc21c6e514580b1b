import { once } from "node:events";
import module from "node:module";
import { isMainThread } from "node:worker_threads";

// Loaded before the server (`node --import`): modules load while the previous process still runs, and the
// real start waits for a line on standard input. Otherwise thirty kills would wait thirty times for imports.
// (The server's own threads start with the same options, but are not affected.)
if (isMainThread) {
  await import("../../../src/main.ts");
  // Node writes its compile cache when a process ends, and this one is killed.
  module.flushCompileCache?.();
  process.stdin.setEncoding("utf8");
  await once(process.stdin, "data");
  process.stdin.unref();
}
