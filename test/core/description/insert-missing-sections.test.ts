import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { insertMissingSections } from "../../../src/core/description/insert-missing-sections.ts";
import { times } from "../../properties.ts";
import { describe as facts, judge, statuses } from "./describe.ts";
import { markdown } from "./markdown.ts";
import { readRealTexts } from "./real-texts.ts";

const sections = facts("").config.sections.map((section) => ({
  ...section,
  hint: `About ${section.heading}?`,
}));
const insert = (body: string) => insertMissingSections(body, judge(body), sections);

const realTexts = readRealTexts();

describe("insertMissingSections", () => {
  it("fills an empty body", () => {
    expect(insert("")).toBe(
      "## Context\n\n<!-- About Context? -->\n\n## Approach\n\n<!-- About Approach? -->\n\n## Risk\n\n<!-- About Risk? -->\n\n## Testing\n\n<!-- About Testing? -->\n\n## Review focus\n\n<!-- About Review focus? -->\n",
    );
  });

  it("keeps order, level, line endings and every byte", () => {
    const body =
      "### Why\r\nBecause.\r\n\r\n### Checklist\r\n- [ ] x\r\n\r\n### Risk \r\nlow\r\n\r\n### Test\r\nran";
    expect(insert(body)).toBe(
      "### Why\r\nBecause.\r\n\r\n### Approach\r\n\r\n<!-- About Approach? -->\r\n\r\n### Checklist\r\n- [ ] x\r\n\r\n### Risk \r\nlow\r\n\r\n### Test\r\nran\r\n\r\n### Review focus\r\n\r\n<!-- About Review focus? -->\r\n",
    );
  });

  it("inserts after code, comments and details that are never closed, under their heading", () => {
    const before = "## Why\nx\n\n## What\ny\n\n## Risk\nz\n\n";
    for (const end of ["```\n$ npm test\n", "<!-- a\n\n## b\n", "<details>\n\nlog\n"]) {
      const testing = `## Testing\n\n${end}`;
      expect(insert(before + testing)).toBe(
        `${before}## Review focus\n\n<!-- About Review focus? -->\n\n${testing}`,
      );
    }
  });

  it("returns null when nothing is missing, and is idempotent", () => {
    const once = insert("**Why**\nx")!;
    expect(once).toContain("**Why**\nx\n\n**Approach**\n");
    expect(insert(once)).toBe(null);
  });

  it("inserts a section before the one that follows it when none precedes it", () => {
    expect(insert("Intro\n\n# Approach\nx\n\n# Risk\ny\n\n# Testing\nz\n\n# Focus\nq\n")).toBe(
      "Intro\n\n# Context\n\n<!-- About Context? -->\n\n# Approach\nx\n\n# Risk\ny\n\n# Testing\nz\n\n# Focus\nq\n",
    );
  });

  it("inserts outside a table of sections and outside raw HTML", () => {
    const table = "| a | b |\n|-|-|\n| Why | x |\n| Risk | y |\n";
    const rest = "\n**Testing**\nz\n\n**Focus**\nq\n";
    // "## Approach" would capture "**Testing**" below it.
    const approach = "**Approach**\n\n<!-- About Approach? -->\n";
    const raw = "<pre>\n<h2>Why</h2>\nx\n\n<h2>Risk</h2>\ny\n</pre>\n";
    for (const block of [table, raw]) expect(insert(block + rest)).toBe(`${block}\n${approach}\n${rest}`);
  });

  it("copies the neighbour's style: bold, label, setext, or headings beside a table", () => {
    const only = (body: string) => /^.*Approach.*$/m.exec(insert(body)!)?.[0];
    expect(only("__Why__\nx")).toBe("**Approach**");
    expect(only("Why: x")).toBe("**Approach:**");
    expect(only("Why\n===\nx")).toBe("# Approach");
    expect(only("| Why | x |\n|-|-|\n| Why | x |\n| Risk | y |\n")).toBe("## Approach");
  });

  it("inserts nothing that is off or optional", () => {
    const config = {
      sections: [
        { id: "risk", level: "off" as const },
        { id: "testing", optional: true },
      ],
    };
    expect(insertMissingSections("", judge("", { config }), facts("", { config }).config.sections)).toBe(
      null,
    );
  });

  /** Inserts a text's missing sections, and returns the problems of the result. */
  function findFaults(body: string): string[] {
    const result = insert(body);
    if (result === null) return [];
    const faults: string[] = [];
    if (!isWithin(body, result)) faults.push("a byte is lost");
    const [before, after] = [statuses(body), statuses(result)];
    for (const [id, status] of Object.entries(before)) {
      if (status !== "missing" && after[id] !== status) faults.push(`${id}: ${status} → ${after[id]}`);
      if (status === "missing" && after[id] !== "missing" && after[id] !== "empty")
        faults.push(`${id} is inserted and ${after[id]}`);
    }
    return faults;
  }

  /** Can `text` be made from `other` by removing characters? */
  function isWithin(text: string, other: string): boolean {
    let at = 0;
    for (let index = 0; index < other.length && at < text.length; index++)
      if (other[index] === text[at]) at++;
    return at === text.length;
  }

  it("keeps every byte and every section of generated text, and fills nothing", {
    timeout: 600_000 * times,
  }, () => {
    fc.assert(
      fc.property(markdown({ maxLength: 20 }), (body) => {
        expect(findFaults(body)).toEqual([]);
      }),
      { numRuns: 300 * times },
    );
  });

  it.skipIf(realTexts === null)(
    "keeps every byte and every section of collected text, and is done in one run",
    { timeout: 120_000 },
    () => {
      for (const text of realTexts!) {
        expect(findFaults(text), text).toEqual([]);
        const result = insert(text);
        if (result === null) continue;
        expect(
          judge(result).sections.filter(({ status }) => status === "missing"),
          text,
        ).toEqual([]);
        expect(insert(result), text).toBe(null);
      }
    },
  );

  it("inserts nothing between another tool's marks or into its list", () => {
    const block =
      "<!-- x-summary:start -->\n## Summary by X\n\n- a\n\n### Risk\n\n- b\n<!-- x-summary:end -->\n";
    const stack = "Stack from [ghstack](https://github.com/ezyang/ghstack):\n* #14\n* __->__ #13\n";
    for (const tool of [block, stack])
      for (const body of [
        `## Why\nx\n\n${tool}`,
        `${tool}\n## Testing\ny\n`,
        `## Why\nx\n\n${tool}\n## Testing\ny\n`,
      ]) {
        expect(insert(body)).toContain(tool);
        expect(findFaults(body)).toEqual([]);
      }
  });

  it("never lets an inserted section capture other text", () => {
    for (const body of [
      "<details><summary>Why</summary>\n\nx\n\n</details>\n\nSome loose text.\n\n## Testing\ny\n",
      "**Why:** x\n**Testing:** y\n",
      "1. Why\n\n   x\n\ntext\n\n### Testing\ny\n",
    ])
      expect(findFaults(body)).toEqual([]);
  });
});
