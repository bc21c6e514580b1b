import { describe, expect, it } from "vitest";
import { found } from "./found.ts";

describe("unfinished-tasks", () => {
  it("counts open boxes outside optional sections", () => {
    expect(
      found("unfinished-tasks", "- [x] a\n- [ ] @bob checks\n- [ ] c\n\n## Extra\n- [ ] d", {
        config: {
          sections: [{ id: "extra", heading: "Extra", optional: true }],
          rules: { "unfinished-tasks": "warning" },
        },
      }),
    ).toEqual([
      'warning - 2 2 tasks aren\'t ticked, starting with "@\u200Bbob checks". Finish them or remove them',
    ]);
  });

  const open = (text: string) =>
    found("unfinished-tasks", text, { config: { rules: { "unfinished-tasks": "warning" } } }).length === 1;

  it.each([
    "- [ ] **Docs**",
    "- [ ] __Docs__ are updated",
    "- [ ] Is the changelog updated?",
    "- [ ] Docs:",
    "- [ ] **Docs:** updated",
    "1. [ ] tell support",
    "+ [ ] alert",
    "- [ ] ~~docs~~ and the guide",
    "- [ ] support `[x]`",
    "- - [ ] a",
    "> - [ ] a",
  ])("sees %j", (text) => expect(open(text)).toBe(true));

  it.each([
    "- [ ] ~~Docs~~",
    "- [ ] ~~Docs~~ (not needed)",
    "- [ ] <del>Docs</del>",
    "- [ ] **~~Docs~~**",
    "- [x] Docs?",
    "- [ ]",
    "- ~~[ ] Docs~~",
    "`- [ ] a`",
    "```\n- [ ] a\n```",
    "<!-- - [ ] a -->",
  ])("does not see %j", (text) => expect(open(text)).toBe(false));
});
