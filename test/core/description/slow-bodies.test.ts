import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { concludeDescription } from "../../../src/core/description/description.ts";
import { type Limits, limits } from "../../../src/core/description/parse/limits.ts";
import { parseDescription } from "../../../src/core/description/parse-description.ts";
import { createJudge, defaultBudgets } from "../../../src/reconcile/judge-on-threads.ts";
import { buildObservation } from "../../build-observation.ts";
import { times } from "../../properties.ts";
import { judge as judgeBody } from "./describe.ts";
import { hostilePieces, repeat, size, whyLimited } from "./hostile.ts";
import { markdown } from "./markdown.ts";
import { costOf } from "./reading-cost.ts";

/**
 * Two nets. The parser's counts are the same on every machine: counts that cost more than the server's
 * budget fail, however fast this machine is, and `npm run bench -- reading` measures that no text costs more
 * than its counts say. Work that is not counted, such as an expression that backtracks, takes far longer than
 * the budget when it goes wrong, so the threads get four times the budget: tests share the machine.
 */
const budgets = { reading: 4 * defaultBudgets.reading, judging: 4 * defaultBudgets.judging };
const judge = createJudge({ budgets, onGaveUp: ({ step, reason }) => said.push(`${step}: ${reason}`) });
let said: string[] = [];
afterAll(() => judge.close());

/** Whether the parser's counts cost more than the budget. */
const isOverBudget = (body: string) => costOf(body).estimate > defaultBudgets.reading;

/** Whether a thread had to be killed twice. Once may be the fault of a busy machine. */
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

describe("a body built to be slow", () => {
  it("comes in more than a hundred patterns", () => {
    expect(new Set(hostilePieces).size).toBeGreaterThan(100);
  });

  it("costs no more than the budget by the parser's count, or is stopped by it", { timeout: 120_000 }, () => {
    expect(hostilePieces.filter((piece) => isOverBudget(repeat(piece)))).toEqual([]);
    // Some have to reach a limit, or nothing would be limited.
    const ended = new Set<keyof Limits | null>(hostilePieces.map((piece) => costOf(repeat(piece)).endedBy));
    expect([...ended].sort()).toEqual([...Object.keys(limits), null].sort());
  });

  it.each(Object.entries(whyLimited))(
    "exceeds the budget when the limit on %s is ten times as high",
    (limit, piece) => {
      const most = { ...limits, [limit]: 10 * limits[limit as keyof Limits] };
      expect(costOf(repeat(piece), most).estimate).toBeGreaterThan(defaultBudgets.reading);
    },
  );

  it.each(hostilePieces)("is read before time runs out: 64 KiB of %j", async (piece) => {
    expect(await isEndedByTime(repeat(piece))).toBe(false);
  });

  it.each([
    // Lines in code and HTML
    [`${repeat("~~~\n", 21_844)}~~~\n${repeat("\n", 43_000)}`, "allLines"],
    [`<h2>a\n${repeat("(\n", 65_000)}`, "allLines"],
    // Lazy lines
    [`> a\n${repeat("b\n", 4_900)}`, "lazyLines"],
    [`- a\n${repeat("\\[\r\n***- a\n", 20_000)}`, "lazyLines"],
  ])("is stopped by a common limit when it mixes constructs within their own limits", (body, reason) => {
    expect(parseDescription(body)).toEqual({ unread: reason });
  });

  // Long lines of many pieces, and pieces that are compared with all pieces before them
  it.each([
    `<div>\n${repeat("# | a \u0000")}`.slice(0, size),
    `<!-- a -->${repeat("+ - * ")}`.slice(0, size),
    `<p>${repeat("a <b>b</b> ")}`.slice(0, size),
    `${repeat("- ", 21_844)}\n${repeat("--\n", 43_000)}`,
    `# \`${repeat("a.", size - 10)} b\``,
  ])("is read in time when one length multiplies another", async (body) => {
    expect(await isEndedByTime(body)).toBe(false);
  });

  it.each(["", "- ", "1. ", "- [ ] ", "> ", "# ", "**", "[", "`", "<p>", "a|b\n-|-\n", "Why: ", "**Why:** "])(
    "is read in time when it is one long word, also after %j",
    async (start) => {
      for (const word of ["a", "a/", "a.", "a-", "#1", "a:", "aé", "中"])
        expect(await isEndedByTime(start + repeat(word, size - start.length)), word).toBe(false);
    },
  );

  it("is read in time as any mixture of those pieces and Markdown's constructs", {
    timeout: 120_000 * times,
  }, async () => {
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
          expect(isOverBudget(body), JSON.stringify(pieces)).toBe(false);
          expect(await isEndedByTime(body), JSON.stringify(pieces)).toBe(false);
        },
      ),
      { numRuns: 60 * times },
    );
  });

  it("is given up by counting, which gives the same verdict every time", () => {
    const body = repeat("- a line\n");
    const reason = "containers";
    expect(parseDescription(body)).toEqual({ unread: reason });
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
