import { describe, expect, it } from "vitest";
import { found } from "./found.ts";

describe("unedited-template", () => {
  it("recognises the template's text in other white space, with its boxes open", () => {
    expect(
      found("unedited-template", "## Why\nSay  why.\n## Testing\n* [ ] Ran it\n", {
        templates: ["## Why\n\nSay why.\n\n## Testing\n- [ ] Ran it\n"],
      }),
    ).toEqual([
      'error context 1 Context ("Why") is not filled in yet: replace the template\'s text with your own words',
      "error testing 3 Testing is not filled in yet: replace the template's text with your own words",
    ]);
  });

  it("asks for a tick where the config knows the template's boxes", () => {
    const boxes = "- [ ] unit\n- [ ] by hand\n";
    expect(
      found("unedited-template", `## Testing\n${boxes}`, {
        templates: [`## Testing\n${boxes}`],
        config: { sections: [{ id: "testing", hint: boxes }] },
      }),
    ).toEqual(["error testing 1 Testing is not filled in yet: Tick what applies (unit, by hand)"]);
  });

  it("is satisfied by a sentence or a ticked box", () => {
    expect(
      found("unedited-template", "## Why\nSay why.\nThe bank is slow.\n## Testing\n- [x] Ran it\n", {
        templates: ["## Why\nSay why.\n\n## Testing\n- [ ] Ran it\n"],
      }),
    ).toEqual([]);
  });

  it("ignores a box that the template ticked itself", () => {
    expect(
      found("unedited-template", "## Testing\n- [x] Ran it\n", { templates: ["## Testing\n- [x] Ran it\n"] }),
    ).toEqual([
      "error testing 1 Testing is not filled in yet: replace the template's text with your own words",
    ]);
  });

  it("compares with every template of the repository", () => {
    expect(
      found("unedited-template", "## Why\nSecond hint.\n", {
        templates: ["## Why\nFirst hint.", "## Why\nSecond hint."],
      }),
    ).toEqual([
      'error context 1 Context ("Why") is not filled in yet: replace the template\'s text with your own words',
    ]);
  });
});
