import { expect, it } from "vitest";
import { TextWorker } from "../../src/reconcile/text-worker.ts";

const budgetMs = 60;

async function read(thread: string) {
  const worker = new TextWorker(budgetMs, new URL(`./threads/${thread}.js`, import.meta.url));
  try {
    return await worker.read("## Why");
  } finally {
    await worker.close();
  }
}

it("waits for a thread that the machine does not let run", async () => {
  expect(await read("starving")).toBe("read");
});

it("gives up a thread that works longer than its budget", async () => {
  expect(await read("spinning")).toEqual({ gaveUp: true, reason: "time" });
});
