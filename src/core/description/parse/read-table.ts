import type { PhrasingContent, Table } from "mdast";
import { measureWords } from "../../text/words.ts";
import type { BlockReader, Containers } from "./part-list.ts";
import { rank } from "./read-paragraph.ts";
import { linesOf, plainStyle, TextLine } from "./text-line.ts";

/**
 * A table's rows. The first cell of each below the header may be a section's name: `| Risk | none known |`.
 */
export function readTable(reader: BlockReader, place: Containers, table: Table): void {
  const { line: firstLine, lastLine } = linesOf(table);
  const { list, elements } = reader;
  elements.enclose(firstLine, lastLine);
  const rows = table.children.map((row) => {
    const { line } = linesOf(row);
    return { line, cells: row.children.map((cell) => readCell(reader, place, cell.children, line)) };
  });
  const isUnfilled = isUnfilledTable(rows.map(({ cells }) => cells));
  const kind = isUnfilled ? "ignored" : "table";
  for (const [index, { line, cells }] of rows.entries()) {
    const [name, ...others] = cells;
    if (name === undefined) continue;
    // In a table to fill in, the first row may hold an answer, where other tables have their columns' names.
    const isRow = index > 0 || (others.length === 1 && others.every(({ text }) => measureWords(text) > 3));
    if (name.text !== "" && others.length > 0 && isRow && !place.isInQuote) {
      list.addHeading(place, {
        syntax: "table",
        text: name.text,
        line,
        lastLine: line,
        rank: rank.table,
        isCertain: false,
        isUnfilled,
      });
      list.addLine(place, kind, joinLines(others, line));
    } else list.addLine(place, kind, joinLines(cells, line));
  }
}

/** Is it a table to fill in, whose answers are all empty? */
function isUnfilledTable([header, ...body]: TextLine[][]): boolean {
  if (body.length > 0) return body.every((cells) => cells.slice(cells.length > 1 ? 1 : 0).every(isEmpty));
  return header !== undefined && header.length > 1 && header.every(({ media }) => media === null);
}

function readCell(
  reader: BlockReader,
  place: Containers,
  nodes: readonly PhrasingContent[],
  line: number,
): TextLine {
  const { lines, comments } = reader.build(nodes);
  for (const comment of comments) reader.list.add(place, { kind: "comment", ...comment });
  return joinLines(lines, line);
}

/** Nothing, or what stands in its place. */
const isEmpty = (line: TextLine) =>
  /^\s*(?:[\s\p{Pd}?….]*|n\/?a|tbd|todo)\s*$/iu.test(line.text) && line.media === null;

function joinLines(lines: readonly TextLine[], line: number): TextLine {
  const joined = new TextLine(line);
  for (const { runs } of lines) {
    joined.add(" ", plainStyle);
    for (const { text, ...style } of runs) joined.add(text, style);
  }
  return joined;
}
