import type { Paragraph } from "mdast";
import { expect, it } from "vitest";
import { Elements } from "../../../../src/core/description/parse/html.ts";
import { limits } from "../../../../src/core/description/parse/limits.ts";
import { LineBuilder } from "../../../../src/core/description/parse/read-lines.ts";
import { createProcessor } from "../../../../src/core/description/parse-description.ts";

/** A paragraph's pieces, each with its style. */
function readRuns(markdown: string): string[] {
  const builder = new LineBuilder(new Elements(), () => null);
  const [paragraph] = createProcessor(limits).parse(markdown).children;
  builder.readNodes((paragraph as Paragraph).children);
  return builder.lines.flatMap(({ runs }) =>
    runs.map(({ text, emphasis, isStruck, link }) =>
      [text.trim(), emphasis !== null && "bold", isStruck && "struck", link !== null && "link"]
        .filter((word) => word !== false)
        .join(" "),
    ),
  );
}

// As in the HTML standard's adoption agency algorithm, which GitHub follows.
it.each([
  ["~~<b>a~~ b</b> c", ["a bold struck", "b bold", "c"]],
  ["<b>a ~~b</b> c~~ d", ["a bold", "b bold struck", "c struck", "d"]],
  ["<s>a **b</s> c** d", ["a struck", "b bold struck", "c bold", "d"]],
  ["[<s>a](https://e.com) b</s> c", ["a struck link", "b struck", "c"]],
  ["<b>a <s>b</b> c</s> d", ["a bold", "b bold struck", "c struck", "d"]],
  ["<s>a <s>b</s> c</s> d", ["a struck", "b struck", "c struck", "d"]],
])("reads each text's own styles where styles overlap: %s", (markdown, runs) => {
  expect(readRuns(markdown)).toEqual(runs);
});
