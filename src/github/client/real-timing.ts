import { setTimeout as sleep } from "node:timers/promises";
import type { Timing } from "./client.ts";

export const realTiming: Timing = {
  elapsed: () => performance.now(),
  sleep: (milliseconds) => sleep(milliseconds),
  deadline: (milliseconds) => AbortSignal.timeout(milliseconds),
};
