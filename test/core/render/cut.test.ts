import fc from "fast-check";
import { expect, it } from "vitest";
import { cutToBytes } from "../../../src/core/render/cut.ts";
import { english } from "../../../src/core/render/words/en/index.ts";

const bytes = (text: string) => new TextEncoder().encode(text).length;

it("keeps the text that fits, and marks where it cuts", () => {
  expect(cutToBytes("short", english, 100)).toBe("short");
  expect(cutToBytes("é".repeat(100), english, 80)).toBe(
    `${"é".repeat(21)}\n\n… (cut here: GitHub's size limit)`,
  );
});

it("never exceeds the limit and never splits a character", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 300 }),
      fc.integer({ min: 60, max: 200 }),
      (text, most) => {
        const cut = cutToBytes(text, english, most);
        expect(bytes(cut)).toBeLessThanOrEqual(most);
        // Half a character would decode to a character that the text does not have there.
        expect(text.startsWith(cut.replace(/\n\n… \(cut here: GitHub takes no more\)$/, ""))).toBe(true);
      },
    ),
  );
});
