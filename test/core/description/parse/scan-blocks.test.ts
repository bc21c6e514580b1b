import fc from "fast-check";
import type { Heading, Nodes } from "mdast";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import remarkParse from "remark-parse";
import { type Processor, unified } from "unified";
import { describe, expect, it } from "vitest";
import { parseDescription } from "../../../../src/core/description/parse-description.ts";
import { splitLines } from "../../../../src/core/text/lines.ts";
import { scanBlocks } from "../../../../src/core/description/parse/scan-blocks.ts";
import { readData } from "../../../eval/data.ts";
import { markdown } from "../markdown.ts";

/** `line level` of each heading outside quotes. */
function ourHeadings(text: string): string[] {
  return scanBlocks(splitLines(text))
    .leaves.filter(({ kind, inQuote }) => kind === "heading" && !inQuote)
    .map(({ first, level }) => `${first} ${level}`);
}

/** What stands right under a table's last row is one more row to GitHub. (All of remark-gfm throws on some broken task lists.) */
function remarkTables(this: Processor): void {
  Object.assign(this.data(), {
    micromarkExtensions: [gfmTable()],
    fromMarkdownExtensions: [gfmTableFromMarkdown()],
  });
}

function remarkHeadings(text: string): string[] {
  const found: Heading[] = [];
  const visit = (node: Nodes) => {
    if (node.type === "heading") found.push(node);
    if (node.type !== "blockquote" && "children" in node) for (const child of node.children) visit(child);
  };
  visit(unified().use(remarkParse).use(remarkTables).parse(text));
  return found.map(({ position, depth }) => `${position!.start.line} ${depth}`);
}

describe("scanBlocks", () => {
  it.each([
    "# a\n\nb\n===\n\nc\n---\n#d\n####### e\n## f ##\n",
    "```\n# a\n```\n~~~~\n# b\n~~~\n# c\n~~~~\n# d\n",
    "    # a\n\n- # b\n\n      # c\n\n1. x\n   # d\n",
    "<div>\n# a\n\n# b\n</div>\n<!--\n# c\n\n# d -->\n# e\n",
    "> # a\n# b\n> x\ny\n# c\n",
    "a\n<!-- b\n# c\n-->\n",
    "- a\n\n  b\n  ---\n- \n\n  # c\n",
    "a\r\n---\r\n# b\r# c",
    "-\n# a\n\n*\n\n  # b\n",
    "  \u00a0\u00a0# a\n\u00a0\n---\n```\n```\u00a0\n# b\n```\n# c\n-\u00a0 # d",
    "| a | b |\n|-|-|\n| x | y |\n===\n# c\n10. # d\n",
    "<!-->\n# a\n<!--->\n# b\n<!-- -->\n# c",
    "<b>x</b>\n# a\n<pre>\n# b\n\n# c\n</pre>\n# d",
  ])("finds the headings that CommonMark finds: %j", (text) => {
    expect(ourHeadings(text)).toEqual(remarkHeadings(text));
  });

  it("finds them in every real description and template", (context) => {
    const texts = ["pr-bodies.jsonl", "pr-templates.jsonl"].map((name) => readData<{ text: string }>(name));
    if (texts.includes(null)) return context.skip("the texts to test with are not there (../shared/data)");
    const wrong = texts
      .flatMap((rows) => rows!.map(({ text }) => text.replace(/^\uFEFF/, "")))
      .filter((text) => String(ourHeadings(text)) !== String(remarkHeadings(text)));
    expect(wrong.map((text) => [text.slice(0, 200), ourHeadings(text), remarkHeadings(text)])).toEqual([]);
  });

  it("finds them in generated texts", () => {
    fc.assert(
      fc.property(markdown({ maxLength: 12 }), (text) => {
        expect(ourHeadings(text)).toEqual(remarkHeadings(text));
      }),
      { numRuns: Number(process.env.FC_RUNS ?? 200) },
    );
  });
});

describe("parseDescription", () => {
  /** Any text of 64 KiB, built to be slow: a tenth of the budget on an idle machine, and the whole of it on a busy one. */
  const budgetMs = 250;

  it("takes no longer than its budget for any construct repeated to 64 KiB", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(markdown({ maxLength: 4 }), { minLength: 1, maxLength: 3 }), (pieces) => {
        const piece = pieces.join("");
        if (piece === "") return;
        const text = piece.repeat(Math.ceil(65_536 / piece.length)).slice(0, 65_536);
        // The best of three: another process's turn is not this text's fault.
        const times = [0, 1, 2].map(() => {
          const start = performance.now();
          parseDescription(text);
          return performance.now() - start;
        });
        expect(Math.min(...times), JSON.stringify(piece)).toBeLessThan(budgetMs);
      }),
      { numRuns: 25 },
    );
  });
});
