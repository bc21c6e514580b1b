import fc from "fast-check";
import { RE2JS } from "re2js";
import { describe, expect, it } from "vitest";
import { checkTogether, compileExpression, countSteps } from "../../../src/core/config/expressions.ts";

describe("compileExpression", () => {
  it("matches anywhere in the text", () => {
    const pattern = compileExpression("[A-Z]+-\\d+");
    expect(pattern.ok && pattern.test("see ABC-12")).toBe(true);
  });

  it.each([
    ["(a", "missing closing ): `(a`"],
    ["(?=a)", "a syntax that RE2 does not have: `(?=`"],
  ])("returns the reason when it can't compile: %s", (expression, reason) => {
    expect(compileExpression(expression)).toEqual({ ok: false, reason });
  });

  it.each([
    ["w[wx ]{298}", null],
    ["w[wx ]{300}", 301],
    ["(?:[a-z]{1,20}){20}", 780],
    ["((a{100}){100}){90}", 918_180],
    ["(?:\\Q.{9}\\E){76}", 304],
    ["[]{100}]", null],
    ["\\pL{200}[[:alpha:]]{101}", 301],
  ])("counts the steps of %s before it compiles it", (expression, steps) => {
    const compiled = compileExpression(expression);
    const reason = `it has ${steps} steps, counting repetitions; at most 300 are allowed, so use + or * for large counts`;
    expect(compiled.ok ? null : compiled.reason).toBe(steps === null ? null : reason);
  });

  it("counts about as many steps as RE2 compiles", () => {
    const atom = fc.constantFrom(
      "a",
      "é",
      "[a-z]",
      "[^]x]",
      "\\d",
      "\\p{L}",
      "\\x{41}",
      ".",
      "[[:alpha:]]",
      "\\Qa{9}\\E",
    );
    const repeat = fc.constantFrom("", "", "", "*", "+", "?", "{0}", "{3}", "{2,5}", "{2,}");
    const { expression } = fc.letrec<{ expression: string; piece: string }>((tie) => ({
      piece: fc.oneof(
        { maxDepth: 3 },
        fc.tuple(atom, repeat).map((parts) => parts.join("")),
        fc
          .tuple(fc.constantFrom("(", "(?:", "(?i:"), tie("expression"), repeat)
          .map(([start, inner, times]) => `${start}${inner})${times}`),
      ),
      expression: fc
        .array(tie("piece"), { minLength: 1, maxLength: 4 })
        .chain((pieces) => fc.constantFrom("", "|").map((between) => pieces.join(between))),
    }));
    fc.assert(
      fc.property(expression, (text) => {
        const steps = countSteps(text);
        fc.pre(steps < 2_000);
        expect(RE2JS.compile(text).programSize()).toBeLessThanOrEqual(1.5 * steps + 6);
      }),
    );
  });

  it("allows a list of expressions as many steps as one expression", () => {
    expect(checkTogether(["a{200}", "b{100}"])).toEqual([null, null]);
    expect(checkTogether(["a{200}", "b{101}", "d"])).toEqual([
      null,
      expect.stringMatching(/^it and those before it have 301 steps, /),
      expect.stringMatching(/^it and those before it have 302 steps, /),
    ]);
  });

  it("refuses expressions that nobody types", () => {
    expect(compileExpression("a".repeat(501))).toEqual({ ok: false, reason: "longer than 500 characters" });
  });
});
