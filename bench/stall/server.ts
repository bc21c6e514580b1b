import { monitorEventLoopDelay } from "node:perf_hooks";
import { startServer } from "../../src/main.ts";
import { systemClock } from "../../src/reconcile/dependencies.ts";
import { createQuietLog } from "../../test/e2e/start-scene.ts";

/**
 * The server as a process that measures the stalls of its event loop. Its parent sends the environment first,
 * then "reset", and "read" for the figures since then.
 */
const resolution = 5;
const delay = monitorEventLoopDelay({ resolution });

/** The most processor time of this thread between two ticks, in milliseconds. A busy machine adds none. */
let maxWorkMs = 0;
let before = process.threadCpuUsage();
function tick(): void {
  const { user, system } = process.threadCpuUsage(before);
  before = process.threadCpuUsage();
  maxWorkMs = Math.max(maxWorkMs, (user + system) / 1_000);
}

process.on("disconnect", () => process.exit());
process.on("message", (message) => void answer(message));

let server: Awaited<ReturnType<typeof startServer>> | null = null;

async function answer(message: unknown): Promise<void> {
  if (message === "reset") {
    delay.reset();
    tick();
    maxWorkMs = 0;
  } else if (message === "read") {
    const { due } = await server!.count();
    // The histogram counts the time between two ticks, including the requested pause.
    process.send!({ stallMs: Math.max(0, delay.max / 1e6 - resolution), workMs: maxWorkMs, due });
  } else {
    server = await startServer(message as Parameters<typeof startServer>[0], {
      clock: systemClock,
      logger: createQuietLog(),
      pacing: { limits: { writeBurst: 10_000 } },
    });
    await server.settled;
    delay.enable();
    setInterval(tick, resolution);
    process.send!({ url: server.url });
  }
}
