import { describe, expect, it } from "vitest";
import { found } from "./found.ts";

describe("too-short", () => {
  it("counts words, at the lower of both levels", () => {
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

  it("lets code, tables, images, links and ticked boxes be short", () => {
    expect(
      found(
        "too-short",
        "## Why\n```\nx\n```\n## What\n|a|\n|-|\n|b|\n## Risk\n![](https://e.com/a.png)\n## Testing\n- [x] suite\n## Focus\nhttps://e.com",
      ),
    ).toEqual([]);
  });
});
