import { afterEach, describe, expect, it } from "vitest";
import { parseDescription } from "../../src/core/description/parse-description.ts";
import { createTextReader, type TextReader } from "../../src/reconcile/read-in-worker.ts";

const readers: TextReader[] = [];
const open = (budgetMs: number) => {
  const reader = createTextReader({ budgetMs });
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

  it("gives up when the time is used up, and reads the next text", async () => {
    const reader = open(0);
    const long = "- a\n".repeat(25_000);
    expect(await reader.read({ body: long, templates: [] })).toEqual({
      parsed: { gaveUp: true, reason: "time" },
      templates: [],
    });
    await reader.close();
    const patient = open(5_000);
    expect((await patient.read({ body: "## Why", templates: [] })).parsed).toEqual(
      parseDescription("## Why"),
    );
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
