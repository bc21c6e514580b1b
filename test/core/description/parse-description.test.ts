import fc from "fast-check";
import type { Root } from "mdast";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";
import remarkParse from "remark-parse";
import { type Processor, unified } from "unified";
import { describe, expect, it } from "vitest";
import { LimitError, type Limits, limits } from "../../../src/core/description/parse/limits.ts";
import {
  createProcessor,
  githubTree,
  maxCharacters,
  readTree,
} from "../../../src/core/description/parse-description.ts";
import { isUnread } from "../../../src/core/description/parts.ts";
import { languages } from "../../../src/core/language.ts";
import { catalogues } from "../../../src/core/render/words/index.ts";
import { times } from "../../properties.ts";
import { hostilePieces, repeat } from "./hostile.ts";
import { markdown } from "./markdown.ts";
import { readRealTexts } from "./real-texts.ts";

/** The reader's processor without its limits. */
const unlimited = unified()
  .use(remarkParse)
  .use(function github(this: Processor) {
    Object.assign(this.data(), {
      micromarkExtensions: [gfmFootnote(), gfmStrikethrough(), gfmTable(), gfmTaskListItem()],
      fromMarkdownExtensions: githubTree,
    });
  })
  .freeze() as Processor<Root>;
const limited = createProcessor(limits);

/** Runs of backticks, no two of the same length: for each, the parser searches to the end. */
const growingCodeSpans = Array.from({ length: 400 }, (_, index) => `${"`".repeat(index + 1)}a `).join("");

const realTexts = readRealTexts();

/** The limit that a text exceeds; null when it exceeds none. */
function findLimit(text: string, most: Limits): string | null {
  try {
    createProcessor(most).parse(text);
    return null;
  } catch (error) {
    if (error instanceof LimitError) return error.limit;
    throw error;
  }
}

describe("createProcessor", () => {
  it.skipIf(realTexts === null)("reads every collected text as remark without limits does", () => {
    for (const text of realTexts!) expect(limited.parse(text)).toEqual(unlimited.parse(text));
  });

  it("reads generated texts as remark without limits does", () => {
    fc.assert(
      fc.property(markdown({ maxLength: 24 }), (text) => {
        expect(limited.parse(text)).toEqual(unlimited.parse(text));
      }),
      { numRuns: 500 * times },
    );
  });

  it("reads hostile pieces, while they are short, as remark without limits does", () => {
    for (const piece of hostilePieces) {
      const text = repeat(piece, 200);
      expect(limited.parse(text), JSON.stringify(piece)).toEqual(unlimited.parse(text));
    }
  });

  it.skipIf(realTexts === null)("has limits at least five times what any collected text needs", () => {
    const fifth = Object.fromEntries(
      Object.entries(limits).map(([limit, most]) => [limit, most / 5]),
    ) as unknown as Limits;
    expect(realTexts!.filter((text) => findLimit(text, fifth) !== null)).toEqual([]);
  });

  it.each<[keyof Limits, string]>([
    ["lines", "a longer line of text\n\n"],
    ["allLines", "~~~\n\n\n\n\n\n\n\n\n\n\n"],
    ["lazyLines", `> a\n${"a longer line\n".repeat(30)}\n`],
    ["underlines", "a line\n-----------\n"],
    ["containers", "- a line of text\n"],
    ["marks", `${"*a* ".repeat(200)}\n\n`],
    ["marksInParagraph", "*_"],
    ["lookahead", "a <!-- "],
    ["lookahead", "a <? "],
    ["lookahead", `${"- ".repeat(2_000)}a${"- ".repeat(48_000)}`],
    ["lookahead", growingCodeSpans],
    ["bars", "some|cells\n-|-\n| | | | | | | | | | | | |\n\n"],
  ])("gives up over the limit of %s, always with the same reason", (limit, piece) => {
    const text = repeat(piece, 100_000);
    expect(readTree(text)).toEqual({ unread: limit });
    expect(findLimit(text, { ...unlimitedLimits, [limit]: limits[limit] })).toBe(limit);
  });

  it.each(languages)("names the exceeded limit with its number (%s)", (language) => {
    const { lookahead: _, ...counted } = { ...limits, characters: maxCharacters };
    const said = Object.keys(counted).map((reason) => {
      const seen = { type: "unread", reason: reason as keyof typeof counted } as const;
      const message = catalogues[language].findings.messages.unread(seen);
      return [reason, Number(/\d[\d.,]*/.exec(message)?.[0].replaceAll(/[.,]/g, ""))];
    });
    expect(Object.fromEntries(said)).toEqual(counted);
  });

  it("reads a log of 6,000 lines in a fence", () => {
    const tree = readTree(`## Testing\n\n\`\`\`\n${"PASS a.test.ts\n".repeat(6_000)}\`\`\`\n`);
    expect(isUnread(tree)).toBe(false);
  });
});

const unlimitedLimits = Object.fromEntries(
  Object.keys(limits).map((limit) => [limit, Number.POSITIVE_INFINITY]),
) as unknown as Limits;

describe("readTree", () => {
  const openEnd = (text: string) => {
    const tree = readTree(text);
    return isUnread(tree) ? tree : tree.openEnd;
  };

  it.each<[string, ReturnType<typeof openEnd>]>([
    ["", null],
    ["a", null],
    ["a\n\n```\nb\n```\n", null],
    ["a\n\n```\nb\n", { kind: "code", line: 3 }],
    ["- ```\n  b\n", null],
    ["> ```\n> b\n", null],
    ["    code", null],
    ["a\n<!-- b\n\nc", { kind: "comment", line: 2 }],
    ["a\n<!-- b\n\nc\n-->", null],
    ["<!-->\n", null],
    ["<pre>\n\na", { kind: "html", line: 1 }],
    ["<div>\na", null],
    ["| a |\n|-|\n| b |", null],
    ["[a]:", null],
    ["- ", null],
    ["a\r", null],
  ])("reads %j as if it ended inside %j", (text, expected) => {
    expect(openEnd(text)).toEqual(expected);
  });

  it("adds nothing to the text", () => {
    for (const text of ["```\na", "```\na\n", "<!-- a", "<!-- a\n\nb\n", "a"]) {
      const tree = readTree(text);
      expect(isUnread(tree) ? tree : JSON.stringify(tree.root)).not.toContain("\\n\\n.");
    }
  });
});
