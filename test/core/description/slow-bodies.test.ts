import { describe, expect, it } from "vitest";
import { evaluateDescription } from "../../../src/core/description/evaluate-description.ts";
import { hasGivenUp } from "../../../src/core/description/parsed-description.ts";
import { describe as facts, judge } from "./describe.ts";
import { parseDescription } from "../../../src/core/description/parse-description.ts";
import { concludeDescription } from "../../../src/core/description/conclude-description.ts";

const size = 65_536;
const repeat = (piece: string) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);

/** Each needs seconds to minutes in remark-parse, or was slow here once. */
const pieces = [
  ..."*_|> - |1. |[a][|- - |# a\n|## Why\n|Why: a\n|<!-- |<details><summary>Why</summary>\n|<h2>why\n|![](a|<img src=|a/b#|a-".split(
    "|",
  ),
  "| Why | a |\n|-|-|\n",
  "```\na\n```\n",
  "## What & Why / Risk, testing + how\n",
  "test ",
  "テスト",
  "\n",
  "\t",
];

/** The least of three: another process's turn is not this text's fault. */
function leastMs(work: () => unknown): number {
  const times = [0, 1, 2].map(() => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}

describe("bodies that were built to be slow", () => {
  it.each(pieces)("%j, 64 KiB of it, are read and judged within the budget", (piece) => {
    const body = repeat(piece);
    expect(leastMs(() => parseDescription(body))).toBeLessThan(250);
    const input = facts(body);
    expect(leastMs(() => evaluateDescription(input))).toBeLessThan(250);
  });

  it("are given up by counting, which always ends the same way", () => {
    const body = repeat("- a\n");
    const parsed = parseDescription(body);
    expect(parsed).toEqual({ gaveUp: true, reason: "it has 16384 lines" });
    expect(hasGivenUp(parsed)).toBe(true);
    const verdict = judge(body);
    expect(verdict.findings).toEqual([
      {
        rule: "section",
        level: "error",
        section: null,
        message: "The description could not be read: it has 16384 lines; shorten or simplify the description",
        hint: "Move logs and generated text into a file or a comment, and link it.",
        line: null,
      },
    ]);
    expect(concludeDescription(verdict, { enforcement: "block" })).toBe("failure");
    expect(concludeDescription(verdict, { enforcement: "advise" })).toBe("neutral");
  });
});
