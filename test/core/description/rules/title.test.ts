import { describe, expect, it } from "vitest";
import { found } from "./found.ts";

describe("title", () => {
  it("counts words without the prefix", () => {
    expect(found("title", "", { title: "fix(api): bug", config: { rules: { title: "error" } } })).toEqual([
      'error - - The title is "fix(api): bug": write at least 3 words',
    ]);
  });

  it("requires the configured pattern", () => {
    expect(
      found("title", "", {
        title: "Retry slow payments",
        config: { rules: { title: { level: "warning", pattern: "^[A-Z]+-[0-9]+" } } },
      }),
    ).toEqual(['warning - - The title is "Retry slow payments": make it match ^[A-Z]+-[0-9]+']);
  });

  it("reports nothing when the title is unknown", () => {
    expect(found("title", "", { title: "", config: { rules: { title: "error" } } })).toEqual([]);
  });

  it("stays quick on an expression that backtracks in other engines", () => {
    expect(
      found("title", "", {
        title: "a".repeat(5_000),
        config: { rules: { title: { level: "warning", pattern: "^(a+)+$", min_words: 1 } } },
      }),
    ).toEqual([]);
  });
});
