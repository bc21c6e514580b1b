import { afterEach, describe, expect, it } from "vitest";
import { parseDescription } from "../../src/core/description/parse-description.ts";
import { createTextReader, type TextReader } from "../../src/reconcile/read-in-worker.ts";

const readers: TextReader[] = [];
const open = (budgetMs: number, file?: URL) => {
  const reader = createTextReader(file === undefined ? { budgetMs } : { budgetMs, file });
  readers.push(reader);
  return reader;
};
afterEach(async () => {
  await Promise.all(readers.splice(0).map((reader) => reader.close()));
});

describe("createTextReader", () => {
  it("answers what the parser answers, for body and templates", async () => {
    const reader = open(5_000);
    const [body, template] = ["## Why\r\n**What**: x", "## Why\n<!-- why? -->"];
    const both = await Promise.all([
      reader.read({ body, templates: [template, template] }),
      reader.read({ body: template, templates: [] }),
    ]);
    expect(both).toEqual([
      { parsed: parseDescription(body), templates: [parseDescription(template), parseDescription(template)] },
      { parsed: parseDescription(template), templates: [] },
    ]);
  });

  const fixture = (name: string) => new URL(`../fixtures/description/${name}`, import.meta.url);

  it("kills a worker that takes too long, and reads the next text in a new one", async () => {
    const reader = open(200, fixture("worker-that-hangs.js"));
    const [hung, next] = await Promise.all([
      reader.read({ body: "hang", templates: [] }),
      reader.read({ body: "go on", templates: [] }),
    ]);
    expect(hung.parsed).toEqual({ gaveUp: true, reason: "time" });
    expect(next.parsed).toEqual({ parts: [], enclosed: [], openEnd: null });
  });

  it("never holds up the event loop", async () => {
    const reader = open(300, fixture("worker-that-hangs.js"));
    let ticks = 0;
    const timer = setInterval(() => ticks++, 10);
    await reader.read({ body: "hang", templates: [] });
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(5);
  });

  it("starts again after a crash", async () => {
    const reader = open(5_000, fixture("worker-that-hangs.js"));
    const crashed = await reader.read({ body: "crash", templates: [] });
    expect(crashed.parsed).toEqual({ gaveUp: true, reason: "crash" });
    expect((await reader.read({ body: "x", templates: [] })).parsed).toEqual({
      parts: [],
      enclosed: [],
      openEnd: null,
    });
  });

  it("answers when the worker cannot start at all", async () => {
    const reader = open(5_000, fixture("no-such-worker.js"));
    expect((await reader.read({ body: "x", templates: ["y"] })).parsed).toEqual({
      gaveUp: true,
      reason: "crash",
    });
  });

  it("reads a template once, and leaves out what cannot be read", async () => {
    const reader = open(5_000, fixture("worker-that-hangs.js"));
    const first = await reader.read({ body: "x", templates: ["count"] });
    const second = await reader.read({ body: "x", templates: ["count", "give up"] });
    expect(second.templates).toEqual(first.templates);
  });

  it("answers after it was closed", async () => {
    const reader = open(1_000);
    await reader.close();
    expect((await reader.read({ body: "x", templates: [] })).parsed).toEqual({
      gaveUp: true,
      reason: "closed",
    });
  });
});
