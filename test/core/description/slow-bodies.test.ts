import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { concludeDescription } from "../../../src/core/description/conclude-description.ts";
import { parseDescription } from "../../../src/core/description/parse-description.ts";
import { hasGivenUp } from "../../../src/core/description/parsed-description.ts";
import { createTextReader } from "../../../src/reconcile/read-in-worker.ts";
import { judge } from "./describe.ts";
import { hostilePieces, repeat, size } from "./hostile.ts";
import { markdown } from "./markdown.ts";

/** The server's own budget; the counts have to give up well before. */
const reader = createTextReader({ budgetMs: 250 });
afterAll(() => reader.close());

/** Was it the clock that ended the reading, three times? Another process's turn is not the text's fault. */
async function isEndedByTime(body: string): Promise<boolean> {
  for (let tries = 0; tries < 3; tries++) {
    const { parsed } = await reader.read({ body, templates: [] });
    if (!hasGivenUp(parsed) || !["time", "crash"].includes(parsed.reason)) return false;
  }
  return true;
}

describe("bodies that were built to be slow", () => {
  it("are more than a hundred patterns", () => {
    expect(new Set(hostilePieces).size).toBeGreaterThan(100);
  });

  it.each(hostilePieces)("%j, 64 KiB of it: the worker is never killed", async (piece) => {
    expect(await isEndedByTime(repeat(piece))).toBe(false);
  });

  it("are any mixture of those and of Markdown's constructs", { timeout: 120_000 }, async () => {
    const piece = fc.oneof(fc.constantFrom(...hostilePieces), markdown({ maxLength: 4 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        async (pieces, inTurn) => {
          // One after the other, or each for its share of the text.
          const body = inTurn
            ? repeat(pieces.join("") || "a")
            : pieces.map((each) => repeat(each || "a", Math.floor(size / pieces.length))).join("");
          expect(await isEndedByTime(body), JSON.stringify(pieces)).toBe(false);
        },
      ),
      { numRuns: Number(process.env.FC_RUNS ?? 60) },
    );
  });

  it("are given up by counting, which always ends the same way", () => {
    const body = repeat("- a\n");
    const reason = "it has more than 2,500 lines in lists and quotes, each level counted";
    expect(parseDescription(body)).toEqual({ gaveUp: true, reason });
    const verdict = judge(body);
    expect(verdict.findings).toEqual([
      {
        rule: "section",
        level: "error",
        section: null,
        message: `The description could not be read: ${reason}; shorten or simplify the description`,
        hint: "Move logs and generated text into a file or a comment, and link it.",
        line: null,
      },
    ]);
    expect(concludeDescription(verdict, { enforcement: "block" })).toBe("failure");
    expect(concludeDescription(verdict, { enforcement: "advise" })).toBe("neutral");
  });
});
