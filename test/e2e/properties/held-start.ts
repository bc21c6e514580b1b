import { once } from "node:events";
import module from "node:module";
import { isMainThread } from "node:worker_threads";

// Loaded before the server (`node --import`): the modules are read while the process before still runs, and
// the real start waits for a line on standard input. Thirty kills would otherwise be thirty times the wait
// for imports. (The server's own threads are started with the same options, and are none of this file's
// business.)
if (isMainThread) {
  await import("../../../src/main.ts");
  // Node writes its cache of compiled code at the end of the process, and this one is killed.
  module.flushCompileCache?.();
  process.stdin.setEncoding("utf8");
  await once(process.stdin, "data");
  process.stdin.unref();
}
