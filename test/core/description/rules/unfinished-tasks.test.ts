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
      'warning - 2 2 tasks are not ticked, the first is "@\u200Bbob checks"; expected every task to be done or removed',
    ]);
  });
});
