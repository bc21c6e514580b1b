import { writeSync } from "node:fs";
import pino from "pino";
import { openDatabase } from "../../src/database/open-database.ts";
import { delivery, lookAt } from "./examples.ts";
import { TestClock } from "./test-clock.ts";

/**
 * A process that stores deliveries until it is killed, and prints each one's name once it is acknowledged.
 */
const [dataDir = "", prefix = ""] = process.argv.slice(2);
const clock = new TestClock();
const { queue } = await openDatabase({ dataDir }, { clock, logger: pino({ level: "silent" }) });

let next = 0;
async function acceptForever(): Promise<void> {
  while (true) {
    next += 1;
    const id = `${prefix}-${next}`;
    await queue.accept(delivery(id), [lookAt(next)]);
    acknowledge(`${id}\n`);
  }
}

/**
 * Blocks until the text is written. A full pipe refuses, and text that waits in memory would be lost with the
 * process.
 */
function acknowledge(line: string): void {
  while (true) {
    try {
      writeSync(1, line);
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== "EAGAIN") throw error;
    }
  }
}
await Promise.all(Array.from({ length: 8 }, acceptForever));
