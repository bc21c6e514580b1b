import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { insertMissingSections } from "../../../src/core/description/insert-missing-sections.ts";
import { describe as facts, judge, statuses } from "./describe.ts";
import { markdown } from "./markdown.ts";

const sections = facts("").config.sections.map((section) => ({
  ...section,
  hint: `About ${section.heading}?`,
}));
const insert = (body: string) => insertMissingSections(body, judge(body), sections);

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

  it("leaves code, comments and details that are never closed where they are: under their heading", () => {
    const before = "## Why\nx\n\n## What\ny\n\n## Risk\nz\n\n";
    for (const end of ["```\n$ npm test\n", "<!-- a\n\n## b\n", "<details>\n\nlog\n"]) {
      const testing = `## Testing\n\n${end}`;
      expect(insert(before + testing)).toBe(
        `${before}## Review focus\n\n<!-- About Review focus? -->\n\n${testing}`,
      );
    }
  });

  it("says null when nothing is missing, and is idempotent", () => {
    const once = insert("**Why**\nx")!;
    expect(once).toContain("**Why**\nx\n\n**Approach**\n");
    expect(insert(once)).toBe(null);
  });

  it("puts a section before the one that follows it when none comes before", () => {
    expect(insert("Intro\n\n# Approach\nx\n\n# Risk\ny\n\n# Testing\nz\n\n# Focus\nq\n")).toBe(
      "Intro\n\n# Context\n\n<!-- About Context? -->\n\n# Approach\nx\n\n# Risk\ny\n\n# Testing\nz\n\n# Focus\nq\n",
    );
  });

  it("stays outside of a table of sections, and of raw HTML", () => {
    const table = "| a | b |\n|-|-|\n| Why | x |\n| Risk | y |\n";
    const rest = "\n**Testing**\nz\n\n**Focus**\nq\n";
    const approach = "## Approach\n\n<!-- About Approach? -->\n";
    const raw = "<pre>\n<h2>Why</h2>\nx\n\n<h2>Risk</h2>\ny\n</pre>\n";
    for (const block of [table, raw]) expect(insert(block + rest)).toBe(`${block}\n${approach}\n${rest}`);
  });

  it("writes like its neighbour: bold, label, setext, and headings beside a table", () => {
    const only = (body: string) => /^.*Approach.*$/m.exec(insert(body)!)?.[0];
    expect(only("__Why__\nx")).toBe("**Approach**");
    expect(only("Why: x")).toBe("**Approach:**");
    expect(only("Why\n===\nx")).toBe("# Approach");
    expect(only("| Why | x |\n|-|-|\n| Why | x |\n| Risk | y |\n")).toBe("## Approach");
  });

  it("asks for nothing that is off or optional", () => {
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

  it("keeps every byte and every section of any text, and is done after one time", () => {
    fc.assert(
      fc.property(markdown({ maxLength: 14 }), (body) => {
        const result = insert(body);
        if (result === null) return;
        let at = 0;
        for (const unit of result) if (unit === [...body][at]) at++;
        expect(at).toBe([...body].length);
        const [before, after] = [statuses(body), statuses(result)];
        for (const [id, status] of Object.entries(before)) {
          if (status === "missing") expect(after[id]).not.toBe("missing");
          else expect(after[id]).toBe(status);
        }
        expect(insertMissingSections(result, judge(result), sections)).toBe(null);
      }),
      { numRuns: 150 },
    );
  });
});
