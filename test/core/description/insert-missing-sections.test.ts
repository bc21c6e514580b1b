import { describe, expect, it } from "vitest";
import { insertMissingSections } from "../../../src/core/description/insert-missing-sections.ts";
import { describe as facts, judge } from "./describe.ts";

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

  it("stays outside of code, comments and details that are never closed", () => {
    const before = "## Why\nx\n\n## What\ny\n\n## Risk\nz\n\n## Testing\nlog:\n\n";
    for (const end of ["```\n$ npm test\n", "<!-- a\n\n## b\n", "<details>\n\nlog\n"]) {
      expect(insert(before + end)).toBe(`${before}## Review focus\n\n<!-- About Review focus? -->\n\n${end}`);
    }
  });

  it("says null when nothing is missing, and is idempotent", () => {
    const once = insert("**Why**\nx")!;
    expect(once).toContain("**Why**\nx\n\n**Approach**\n");
    expect(insert(once)).toBe(null);
  });
});
