import fc from "fast-check";
import { expect, it } from "vitest";
import { countWords } from "../../../src/core/text/words.ts";

it.each([
  ["", 0],
  ["one two", 2],
  ["don't re-run src/a.ts #12 @bob", 5],
  ["- _x_ 'y'", 2],
  ["zwölf Äpfel", 2],
  ["変更内容", 4],
  ["変更 of src", 4],
])("counts the words of %j", (text, words) => {
  expect(countWords(text)).toBe(words);
});

it("counts the same words when other scripts appear in the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme-ascii" }), (text) => {
      expect(countWords(`${text} –`)).toBe(countWords(text));
    }),
  );
});
