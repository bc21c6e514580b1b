import { describe, expect, it } from "vitest";
import { found } from "./found.ts";

const file = (path: string, additions = 10) => ({ path, additions, deletions: 0 });

describe("screenshots", () => {
  it("asks for a screenshot when visible files change", () => {
    expect(found("screenshots", "text", { files: [file("web/a.tsx")] })).toEqual([
      "warning - - `web/a.tsx` changes what users see: add a screenshot (before and after) or a short recording",
    ]);
  });

  it("accepts images, videos and attachments", () => {
    expect(
      [
        "![a](https://e.com/a.png)",
        '<img src="https://e.com/a">',
        "https://github.com/user-attachments/assets/1",
        "<video src=x.mp4></video>",
      ].flatMap((text) => found("screenshots", text, { files: [file("web/a.tsx")] })),
    ).toEqual([]);
  });

  it("refuses image syntax without an image", () => {
    expect(found("screenshots", "![alt]()", { files: [file("web/a.tsx")] })).toEqual([
      "warning - - `web/a.tsx` changes what users see: add a screenshot (before and after) or a short recording",
    ]);
  });

  it("accepts the author's word that nothing looks different, not the template's", () => {
    const asked = (text: string) => found("screenshots", text, { files: [file("web/a.tsx")] }).length;
    expect(
      [
        "No visual changes.",
        "- [x] no UI change",
        "The page looks exactly the same.",
        "- [ ] No UI changes",
        "A new look",
      ].map(asked),
    ).toEqual([0, 0, 0, 1, 1]);
  });

  it.each([
    "Visually identical.",
    "It is pixel-identical before and after.",
    "No UI or visual changes.",
    "There are no user-visible changes.",
    "This does not cause any visual change.",
    "No change in appearance.",
    "It doesn't change how the page looks.",
    "Nothing changes visually.",
    "No screenshots needed, only types move.",
    "The layout stays the same.",
    "[Demo video](https://drive.example.com/file/1)",
    "A recording: https://www.loom.com/share/1a2b",
    "https://youtu.be/abc",
    "[before](https://e.com/1) and [after](https://e.com/2)",
    "## Screenshots\n\nN/A",
    "## Screenshots\n\nN/A: only a comment changes.",
    "Screenshots: not needed, only types move.",
    "The rendered output is unchanged.",
    "The appearance has not changed.",
    "Looks exactly as before.",
    "Non-visual clean-up.",
    "No visible effect.",
    "Nothing changes for our users.",
    "No change visible to customers.",
  ])("is silenced by %j", (text) =>
    expect(found("screenshots", text, { files: [file("web/a.tsx")] })).toEqual([]),
  );

  it.each([
    "The tooltip was not visible.",
    "No visible error was shown.",
    "The appearance has changed, at last.",
    "Nothing visible was left of the menu.",
    "The page no longer looks broken.",
    "Nothing looked right on small screens.",
    "The UI did not say why.",
    "It does not look good in dark mode.",
    "The old design had no search field.",
    "Without looking at the caller this is hard to see.",
    "<!-- no visual changes -->",
    "## Screenshots\n\n<!-- before and after -->",
    "[docs](https://e.com/guide)",
  ])("is not silenced by %j", (text) =>
    expect(found("screenshots", text, { files: [file("web/a.tsx")] })).toHaveLength(1),
  );

  it("ignores other files, and tests", () => {
    expect(found("screenshots", "", { files: [file("src/a.go"), file("web/a.test.tsx")] })).toEqual([]);
  });
});
