import fc from "fast-check";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { describe, expect, it } from "vitest";
import {
  escapeHiddenJson,
  quoteCode,
  quoteHarmlessly,
  quoteMessage,
  quoteText,
  removeDangerous,
  toTerminalText,
} from "../../../src/core/text/quote-text.ts";
import { readCpuTime } from "../../cpu-time.ts";
import { times } from "../../properties.ts";

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
])("lets no invisible character through: %s", (_, sanitize) => {
  for (const character of bad) expect(sanitize(`a${character}b`)).not.toContain(character);
});

it("keeps tabs, line feeds, joiners and every script", () => {
  const text = "a\tb\n👩‍💻 می‌خواهم נ ä 漢\ud800";
  expect(removeDangerous(text)).toBe(text.replace("\ud800", "\ufffd"));
});

it("escapes invisible characters in JSON", () => {
  for (const character of [...bad.filter((one) => one > "\u001f"), "\u00ad", "\u200d"]) {
    const escaped = escapeHiddenJson(JSON.stringify(`a${character}b`));
    expect(escaped).not.toContain(character);
    expect(JSON.parse(escaped)).toBe(`a${character}b`);
  }
});

const parser = unified().use(remarkParse).use(remarkGfm);

/**
 * The node types that GitHub's Markdown makes of a table cell with this text, without text and table nodes.
 */
function nodesOf(cell: string): string[] {
  const found: string[] = [];
  visit(parser.parse(`| a | b |\n|---|---|\n| ${cell} | end |`), (node) => {
    if (node.type === "html" && /^<\/?span>$/.test(node.value)) return;
    if (!["root", "table", "tableRow", "tableCell", "text"].includes(node.type)) found.push(node.type);
  });
  return found;
}

const z = "\u200b";

describe("quoteText", () => {
  it.each([
    ["plain words stay", "plain words stay"],
    ["@acme/team and a@b.c", `@${z}acme/team and a@${z}b.c`],
    ["see #12, o/r#3 and GH-4", `see #${z}12, o/r#${z}3 and GH${z}-4`],
    ["https://a.b www.a.b", `https:${z}//a.b www${z}.a.b`],
    ["<!-- a --> <details>", "&lt;\\!-- a --&gt; &lt;details&gt;"],
    ["a|b `c` *d* _e_ ~f~ [g](h) \\", "a\\|b \\`c\\` \\*d\\* \\_e\\_ \\~f\\~ \\[g\\](h) \\\\"],
    ["0123456789abcdef", `012345${z}6789ab${z}cdef`],
    ["feedback on 5eedbac", `feedback on 5eedba${z}c`],
    ["two\r\nlines\u0000\u202e", "two lines"],
    ["- item", `${z}- item`],
    ["&lt;b&gt; &#64;name", `&amp;lt;b&amp;gt; &amp;#${z}64;name`],
    ["\ud800a", "\ufffda"],
  ])("quotes %j", (text, expected) => expect(quoteText(text)).toBe(expected));

  it("cuts by characters, never through an emoji", () => {
    expect([quoteText("abcdef", 4), quoteText("😀😀😀😀", 3), quoteText("😀😀😀", 3)]).toEqual([
      "abc…",
      "😀😀…",
      "😀😀😀",
    ]);
  });

  const hostile = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          "@a",
          "#1",
          "`",
          "``",
          "|",
          "<b>",
          "<!--",
          "http://a.b",
          "www.a.b",
          "*",
          "__",
          "~~",
          "[",
          "](",
          "!",
          "\\",
          "&",
          "\n",
          " ",
          "$",
          "a@b.c",
          "0123456",
          "- ",
          "1. ",
        ),
        fc.string({ maxLength: 4 }),
      ),
      { maxLength: 20 },
    )
    .map((pieces) => pieces.join(""));

  it("makes nothing but text of any string in a table cell", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const quoted = quoteText(text);
        expect(nodesOf(quoted)).toEqual([]);
        expect(quoted).not.toMatch(/@[^\u200b]|@$|#[^\u200b]|#$|\n/);
      }),
      { numRuns: 500 * times },
    );
  });

  it("shows backticked parts of a message as code, and makes nothing else of them", () => {
    expect(quoteMessage("`src/a|b.ts` by @a, not ``c`` or a lone `")).toBe(
      `\`src/a\\|b.ts\` by @${z}a, not \\\`\\\`c\\\`\\\` or a lone \\\``,
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const quoted = quoteMessage(text);
        expect(nodesOf(quoted).filter((node) => node !== "inlineCode")).toEqual([]);
        expect(quoted).not.toMatch(/@[^\u200b]|@$|\n/);
      }),
      { numRuns: 500 * times },
    );
  });

  it("makes nothing but code of any string in a code span", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(nodesOf(quoteCode(text))).toEqual(["inlineCode"]);
      }),
      { numRuns: 500 * times },
    );
  });

  it("takes time in proportion to the text", () => {
    const before = readCpuTime();
    for (const unit of ["@", "`", " ", "a", "<", "\u0000", "😀", "1. "])
      quoteText(unit.repeat(1_000_000), 100);
    expect(readCpuTime() - before).toBeLessThan(1000);
  });
});
