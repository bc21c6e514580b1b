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
      "error - - No ticket is linked: add a reference such as #123, owner/repo#123 or an issue's URL",
    ]);
  });

  it("accepts every form of reference, and one in the title", () => {
    expect(
      ["Fixes #1", "see a/b#2", "GH-3", "https://github.com/a/b/issues/4"].flatMap((text) => [
        ...found("linked-ticket", text, { config: { rules: { "linked-ticket": "error" } } }),
        ...found("linked-ticket", "", { title: text, config: { rules: { "linked-ticket": "error" } } }),
      ]),
    ).toEqual([]);
  });

  const linked = (text: string, title = "A title") =>
    found("linked-ticket", text, { title, config: { rules: { "linked-ticket": "error" } } }).length === 0;

  it.each([
    "Fixes #333",
    "Background colour is wrong, see #333",
    "(#12)",
    "[#12](https://github.com/a/b/issues/12)",
    "**#12**",
    "- closes #12",
    "1. ```sh\n   npm test\n   ```\n\nFixes #12",
    "- ```\n  npm test\n\nFixes #12",
    "`a` and #12",
    "https://acme.atlassian.net/browse/SHOP-12",
    "[it](https://linear.app/acme/issue/SHOP-12/a-title)",
    "https://bugs.example.org/show_bug.cgi?id=12",
  ])("accepts %j", (text) => expect(linked(text)).toBe(true));

  it.each([
    "Closes #0",
    "- a\n\n  ```\n  Fixes #12\n  ```",
    "> ```\n> Fixes #12\n> ```",
    "## Summary by Sourcery\n\nFaster\n\n```ts\n// see #12\n```",
    "<!-- start:bot -->\n```ts\n// see #12\n```\n<!-- end:bot -->",
    "<div hidden>\n\n```\n#12\n```\n\n</div>",
    "Fixes #XXX",
    "`#12`",
    "`` a ` #12 ``",
    "The background is #333 now.",
    "Uses the color #112233 instead of #000000.",
    "see [below](#2)",
    '<a href="#12">below</a>',
    "#000",
    "GH-0",
    "#11223344",
    "https://example.org/browse/all",
    "https://example.org/browse/shop-0",
    "https://github.com/a/b/pull/4",
    "&#8203;",
  ])("refuses %j", (text) => expect(linked(text)).toBe(false));

  it("refuses code in the title", () =>
    expect([linked("", "Escape `#12`"), linked("", "Escape #12")]).toEqual([false, true]));

  it("accepts the config's own patterns", () => {
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
      "error - - No ticket is linked: add a reference that matches [A-Z]+-[0-9]+, or one such as #123, owner/repo#123 or an issue's URL",
    ]);
  });
});
