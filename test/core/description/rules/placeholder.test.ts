import { describe, expect, it } from "vitest";
import { found } from "./found.ts";

describe("placeholder", () => {
  it("finds TODO, dots and N/A without a reason", () => {
    expect(found("placeholder", "## Why\nTODO\n## What\n...\n## Risk\n- n/a\n")).toEqual([
      'error context 1 Context ("Why") says only "TODO"; write what a reviewer can use, or why it does not apply',
      'error approach 3 Approach ("What") says only "..."; write what a reviewer can use, or why it does not apply',
      'error risk 5 Risk says only "n/a"; write what a reviewer can use, or why it does not apply',
    ]);
  });

  it("takes N/A with a reason, and alone where that is allowed", () => {
    expect(
      found("placeholder", "## Risk\nN/A: documentation only\n## Testing\nNone", {
        config: { sections: [{ id: "risk" }, { id: "testing", not_applicable: true }] },
      }),
    ).toEqual([]);
  });

  it("finds a form's own words without knowing the form", () => {
    expect(
      found("placeholder", "## Why\n[describe here]\n## What\nPlease include a summary of the change.\n"),
    ).toEqual([
      'error context 1 Context ("Why") says only "[describe here]"; write what a reviewer can use, or why it does not apply',
      'error approach 3 Approach ("What") says only "Please include a summary of the change."; write what a reviewer can use, or why it does not apply',
    ]);
  });
});
