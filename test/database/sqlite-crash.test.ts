import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pino from "pino";
import { describe, expect, it } from "vitest";
import { openDatabase } from "../../src/database/open-database.ts";
import { delivery, lookAt } from "./examples.ts";
import { TestClock } from "./test-clock.ts";

const script = fileURLToPath(new URL("accept-forever.ts", import.meta.url));

/** Lets a process accept deliveries, kills it after this many acknowledgements, and returns their ids. */
async function acceptUntilKilled(dataDir: string, prefix: string, enough: number): Promise<string[]> {
  const child = spawn(process.execPath, [script, dataDir, prefix], { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  let isKilled = false;
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
    if (isKilled || output.split("\n").length <= enough) return;
    isKilled = true;
    child.kill("SIGKILL");
  });
  const [, signal] = (await once(child, "close")) as [number | null, string | null];
  expect(signal).toBe("SIGKILL");
  // Text after the last line end was not fully written when the process died.
  return output.split("\n").slice(0, -1);
}

/** The number of processes that are killed in one folder, so that each opens the last one's files. */
const kills = 10;

describe("kill -9 while deliveries are accepted", () => {
  it.concurrent.each([1, 2, 3])(
    "loses no acknowledged delivery and no wake-up (folder %i)",
    async (folder) => {
      const dataDir = mkdtempSync(join(tmpdir(), "async-review-"));
      const acknowledged: string[] = [];
      for (let kill = 0; kill < kills; kill += 1) {
        // A different moment each time: in a group commit, in a checkpoint, right after the start.
        acknowledged.push(...(await acceptUntilKilled(dataDir, `${kill}`, 1 + kill * 17 * folder)));
      }
      const clock = new TestClock();
      const database = await openDatabase({ dataDir }, { clock, logger: pino({ level: "silent" }) });
      const numbers = new Set(acknowledged.map((id) => Number(id.split("-")[1])));
      const { pending } = await database.queue.count();
      expect(pending).toBeGreaterThanOrEqual(numbers.size);
      const answers = await Promise.all(
        acknowledged.map((id) => database.queue.accept(delivery(id), [lookAt(1)])),
      );
      expect(answers.filter((answer) => answer !== "known")).toEqual([]);
      expect(acknowledged.length).toBeGreaterThan(kills);
      await database.close();
      rmSync(dataDir, { recursive: true });
    },
    60_000,
  );
});
