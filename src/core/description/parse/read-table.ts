import { splitCells } from "./block-starts.ts";
import { stripComments } from "../../text/html-comments.ts";
import type { Leaf } from "./leaf.ts";
import type { PartList } from "./part-list.ts";

/** A table's rows; the first cell of each below the header may be a section's name ("| Risk | none known |"). */
export function readTable(list: PartList, leaf: Leaf): void {
  leaf.lines.forEach((row, index) => {
    const line = leaf.first + index;
    if (index === 1) return;
    const { text, comments } = stripComments(row);
    for (const comment of comments) list.addText(leaf, "comment", line, comment);
    const [first = "", ...others] = splitCells(text);
    if (first !== "" && others.length > 0 && index > 1 && !leaf.inQuote) {
      list.addHeading("table", [line, line], first, { rank: 10, isCertain: false });
      list.addText(leaf, "table", line, others.join(" "));
    } else list.addText(leaf, "table", line, [first, ...others].join(" "));
  });
}
