import { describe, expect, it } from "vitest";
import { found } from "./found.ts";

describe("linked-ticket", () => {
  it("is off unless a config turns it on", () => {
    expect(found("linked-ticket", "no ticket")).toEqual([]);
  });

  it("finds no ticket in code, comments and anchors", () => {
    expect(
      found("linked-ticket", "<!-- #1 -->\n`x`\n```\n#2\n```\nsee [it](#3a)", {
        config: { rules: { "linked-ticket": "error" } },
      }),
    ).toEqual([
      "error - - No ticket is linked; expected a reference such as #123, owner/repo#123 or an issue's URL",
    ]);
  });

  it("takes every form of reference, and the title", () => {
    expect(
      ["Fixes #1", "see a/b#2", "GH-3", "https://github.com/a/b/issues/4"].flatMap((text) => [
        ...found("linked-ticket", text, { config: { rules: { "linked-ticket": "error" } } }),
        ...found("linked-ticket", "", { title: text, config: { rules: { "linked-ticket": "error" } } }),
      ]),
    ).toEqual([]);
  });

  it("takes the config's own patterns", () => {
    expect(
      found("linked-ticket", "for PAY-311", {
        config: { rules: { "linked-ticket": { level: "error", patterns: ["[A-Z]+-[0-9]+"] } } },
      }),
    ).toEqual([]);
    expect(
      found("linked-ticket", "no ticket", {
        config: { rules: { "linked-ticket": { level: "error", patterns: ["[A-Z]+-[0-9]+"] } } },
      }),
    ).toEqual([
      "error - - No ticket is linked; expected a reference that matches [A-Z]+-[0-9]+, or one such as #123, owner/repo#123 or an issue's URL",
    ]);
  });
});
