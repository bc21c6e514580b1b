import { describe, expect, it } from "vitest";
import { found } from "./found.ts";

describe("section", () => {
  it("reports a missing section and an empty one", () => {
    expect(
      found("section", "## Risk\n", {
        config: { sections: [{ id: "risk" }, { id: "testing", level: "warning" }] },
      }),
    ).toEqual([
      "error risk 1 Risk is empty: What could go wrong, and how would we undo it?",
      "warning testing - Testing is missing: How do you know that it works?",
    ]);
  });

  it("lets an optional section be missing, but not empty", () => {
    expect(
      found("section", "## Risk\n- \n", {
        config: {
          sections: [
            { id: "risk", optional: true },
            { id: "testing", optional: true },
          ],
        },
      }),
    ).toEqual(["error risk 1 Risk is empty: What could go wrong, and how would we undo it?"]);
  });

  it("reports that a comment without an end hides the rest", () => {
    const config = { sections: [{ id: "context" }, { id: "testing", hint: "" }] };
    expect(found("section", "## Why\n<!-- say why\n\n## Testing\nRan it all.", { config })).toEqual([
      'error context 1 Context ("Why") is empty, or hidden by the unclosed comment on line 2: What problem does this solve, and why now? Link the ticket or incident.',
      'error testing - Testing is missing, or hidden by the unclosed comment on line 2: add a heading "Testing" and at least 5 words',
    ]);
  });

  it("asks for a tick where the template has only boxes, and for its question where it has both", () => {
    const boxes = "- [ ] unit\n- [ ] by hand";
    const sections = [
      { id: "testing", heading: "How tested", hint: boxes },
      { id: "risk", hint: `Which customers?\n${boxes}` },
      { id: "notes", heading: "Notes", min_words: 1 },
    ];
    expect(found("section", "## How tested\n- [ ] unit\n", { config: { sections } })).toEqual([
      "error testing 1 How tested is empty: Tick what applies (unit, by hand)",
      "error risk - Risk is missing: Which customers?",
      'error notes - Notes is missing: add a heading "Notes" and at least one word',
    ]);
  });

  it("asks for nothing in a section that is off", () => {
    expect(found("section", "", { config: { sections: [{ id: "risk", level: "off" }] } })).toEqual([]);
  });

  it("names the heading that matched, escaped", () => {
    expect(
      found("section", "## Rollback @all\n\n## Impact\n", {
        config: { sections: [{ id: "risk", hint: "" }] },
      }),
    ).toEqual(['error risk 1 Risk ("Rollback @\u200Ball") is empty: write at least 5 words']);
  });

  it("names the heading of a section that has no hint", () => {
    const config = { sections: [{ id: "extra", heading: "Extra" }] };
    expect(found("section", "", { config })).toEqual([
      'error extra - Extra is missing: add a heading "Extra" and at least 5 words',
    ]);
  });
});
