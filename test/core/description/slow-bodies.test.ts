import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { concludeDescription } from "../../../src/core/description/description.ts";
import { parseDescription } from "../../../src/core/description/parse-description.ts";
import { createJudge } from "../../../src/reconcile/judge-on-threads.ts";
import { buildObservation } from "../../build-observation.ts";
import { judge as judgeBody } from "./describe.ts";
import { hostilePieces, repeat, size } from "./hostile.ts";
import { markdown } from "./markdown.ts";

/** Judges as the server does, with its budgets; the counted limits have to stop it well before. */
const judge = createJudge({ onGaveUp: ({ step, reason }) => said.push(`${step}: ${reason}`) });
let said: string[] = [];
afterAll(() => judge.close());

/** Did a thread have to be killed twice? Once may be the fault of a busy machine. */
async function isEndedByTime(body: string): Promise<boolean> {
  said = [];
  await judge.run("look", {
    observation: buildObservation({ body }),
    intents: [],
    freshPermissions: new Map(),
    knownPermissions: new Map(),
    now: "2026-03-02T12:00:00Z",
    firstSeenAt: "2026-03-02T09:00:00Z",
    repositoryFirstSeenAt: null,
  });
  return said.length > 1;
}

describe("bodies that were built to be slow", () => {
  it("are more than a hundred patterns", () => {
    expect(new Set(hostilePieces).size).toBeGreaterThan(100);
  });

  it.each(hostilePieces)("%j, 64 KiB of it: no thread is ended", async (piece) => {
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
    const reason = "containers";
    expect(parseDescription(body)).toEqual({ gaveUp: true, reason });
    const verdict = judgeBody(body);
    expect(verdict.findings).toEqual([
      {
        rule: "section",
        level: "error",
        section: null,
        seen: { type: "unread", reason },
        line: null,
      },
    ]);
    expect(concludeDescription(verdict, { enforcement: "block" })).toBe("failure");
    expect(concludeDescription(verdict, { enforcement: "advise" })).toBe("neutral");
  });
});
