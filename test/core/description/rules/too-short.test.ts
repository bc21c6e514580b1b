import { describe, expect, it } from "vitest";
import { found } from "./found.ts";

describe("too-short", () => {
  it("counts words, and applies the lower of both levels", () => {
    expect(found("too-short", "## Risk\nonly the log\n## Where to start\nthe top\n")).toEqual([
      "warning risk 1 Risk has 3 words: add what a reviewer needs to know (at least 5)",
      'warning review_focus 3 Review focus ("Where to start") has 2 words: add what a reviewer needs to know (at least 5)',
    ]);
  });

  it("counts Chinese, Japanese and Korean in characters", () => {
    expect(found("too-short", "## 背景\n遅い銀行\n## 風險\n沒有其他風險了")).toEqual([
      'warning context 1 Context ("背景") has 4 characters: add what a reviewer needs to know (at least 5)',
    ]);
  });

  it("counts the author's words, not the template's", () => {
    const template = "## Why\nPlease say in a sentence or two why.\n";
    expect(found("too-short", `${template}\nA fix.\n`, { templates: [template] })).toEqual([
      'warning context 1 Context ("Why") has 2 words: add what a reviewer needs to know (at least 5)',
    ]);
  });

  it("requires words for each section that a shared heading names", () => {
    const body = "## What, why, risk and testing\nIt locks the row and keeps it until the end.\n";
    const shared = found("too-short", body);
    expect(shared).toHaveLength(4);
    expect(shared[0]).toBe(
      'warning context 1 Context ("What, why, risk and testing") has 10 words: add what a reviewer needs to know (at least 20)',
    );
  });

  it("accepts short code, tables, images, links and ticked boxes", () => {
    expect(
      found(
        "too-short",
        "## Why\n```\nx\n```\n## What\n|a|\n|-|\n|b|\n## Risk\n![](https://e.com/a.png)\n## Testing\n- [x] suite\n## Focus\nhttps://e.com",
      ),
    ).toEqual([]);
  });
});
