import { describe, expect, it } from "vitest";
import { findLimitProblems } from "./find-limit-problems.ts";

const repository = "/repos/{owner}/{repo}";

// Limits that GitHub's OpenAPI description omits, or gives in characters (sources.md §3, §4, §6, §11).
describe("findLimitProblems", () => {
  it("counts a check run's texts in bytes", () => {
    const output = { title: "t", summary: "😀".repeat(16_383), text: "é".repeat(32_768) };
    expect(findLimitProblems("POST", `${repository}/check-runs`, { name: "x", output })).toEqual([
      "output.text has 65536 bytes of UTF-8; at most 65535 are taken",
    ]);
  });

  it("requires a conclusion for a completed run", () => {
    expect(findLimitProblems("POST", `${repository}/check-runs`, { name: "x", status: "completed" })).toEqual(
      ["a completed check run needs a conclusion"],
    );
  });

  it("counts comments in characters", () => {
    const path = `${repository}/issues/{issue_number}/comments`;
    expect(findLimitProblems("POST", path, { body: "x".repeat(65_536) })).toEqual([]);
    expect(findLimitProblems("POST", path, { body: "x".repeat(65_537) })).toEqual([
      "body has 65537 characters; at most 65536 are taken",
    ]);
  });

  it("knows the limits of a label", () => {
    const label = { name: "x".repeat(51), color: "#ededed", description: "y".repeat(101) };
    expect(findLimitProblems("POST", `${repository}/labels`, label)).toEqual([
      "label name has 51 characters; at most 50 are taken",
      "label description is longer than 100 characters",
      "label colour #ededed is not six hexadecimal digits",
    ]);
    const path = `${repository}/issues/{issue_number}/labels`;
    expect(findLimitProblems("POST", path, { labels: ["x".repeat(51), { name: "fine" }] })).toEqual([
      "label name has 51 characters; at most 50 are taken",
    ]);
  });

  it("finds nothing for endpoints without limits", () => {
    expect(findLimitProblems("GET", "/app", null)).toEqual([]);
  });
});
