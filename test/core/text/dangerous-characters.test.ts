import { expect, it } from "vitest";
import {
  escapeHiddenJson,
  removeDangerous,
  toTerminalText,
} from "../../../src/core/text/dangerous-characters.ts";
import { quoteCode, quoteHarmlessly, quoteMessage, quoteText } from "../../../src/core/text/quote-text.ts";

/** One of each kind: controls, bidirectional controls, zero width, separators, interlinear marks, tags. */
const bad =
  "\u0000 \u0007 \u001b \u007f \u009b \u061c \u180e \u200b \u200e \u200f \u2028 \u202a \u202e \u2060 \u2066 \u2069 \u206f \ufeff \ufff9 \u{e0041}".split(
    " ",
  );

it.each([
  ["removeDangerous", removeDangerous],
  ["toTerminalText", toTerminalText],
  ["quoteText", (text: string) => quoteText(text)],
  ["quoteMessage", (text: string) => quoteMessage(text)],
  ["quoteCode", (text: string) => quoteCode(text)],
  ["quoteHarmlessly", (text: string) => quoteHarmlessly(text) ?? ""],
])("%s lets none of them pass", (_, sanitize) => {
  for (const character of bad) expect(sanitize(`a${character}b`)).not.toContain(character);
});

it("keeps text: tabs, line feeds, joiners, every script", () => {
  const text = "a\tb\n👩‍💻 می‌خواهم נ ä 漢\ud800";
  expect(removeDangerous(text)).toBe(text.replace("\ud800", "\ufffd"));
});

it("escapes in JSON what nobody sees", () => {
  for (const character of [...bad.filter((one) => one > "\u001f"), "\u00ad", "\u200d"]) {
    const escaped = escapeHiddenJson(JSON.stringify(`a${character}b`));
    expect(escaped).not.toContain(character);
    expect(JSON.parse(escaped)).toBe(`a${character}b`);
  }
});
