import { expect, it } from "vitest";
import { configSchema } from "../../../src/core/config/schema/config-schema.ts";
import { readSectionText } from "../../../src/core/description/find-sections.ts";
import { parseDescription } from "../../../src/core/description/parse-description.ts";

const { sections } = configSchema.parse({}).description;
const read = (body: string) => readSectionText(parseDescription(body), body, sections, "review_focus");

it("returns a section's text as written", () => {
  const body = [
    "## Review focus",
    "`src/a.ts` **first** <!-- hidden -->, <b>then</b> ![a picture](b.png)",
    "",
    "```ts",
    "const a = 1;",
    "```",
    "| a | b |",
    "|---|:-:|",
    "| c | d |",
    "<details><summary>More</summary>",
    "",
    "- [ ] naming",
    "",
    "</details>",
    "",
    "## Testing",
    "By hand.",
  ];
  expect(read(body.join("\r\n"))).toBe(
    [
      "`src/a.ts` **first** , <b>then</b> ![a picture](b.png)",
      "```ts",
      "const a = 1;",
      "```",
      "| a | b |",
      "|---|:-:|",
      "| c | d |",
      "- [ ] naming",
    ].join("\n"),
  );
});

it("returns the text that follows the heading on its line", () =>
  expect(read("**Review focus:** the naming\nand the tests\n")).toBe("the naming\nand the tests"));

it.each(["", "## Testing\nBy hand.", "## Review focus\n<!-- Where to start?\nBy Friday? -->\n"])(
  "returns null when the section has no text: %j",
  (body) => expect(read(body)).toBeNull(),
);
