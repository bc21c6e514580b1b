import { stripVTControlCharacters } from "node:util";
import type { Colors } from "./colors.ts";

/** The columns of text, without the frame around it. */
const width = 110;

/**
 * Just enough Markdown for a terminal: removes hidden markers, shows bold as bold, aligns table columns,
 * unfolds folded parts, shows links as their text, and wraps long lines.
 */
export function showMarkdown(text: string, colors: Colors): string[] {
  const lines = text.replace(/\s*<!-- async-review:.*?-->\s*$/, "").split("\n");
  const shown: string[] = [];
  let table: string[][] = [];
  let fence: string | null = null;
  const endTable = () => {
    shown.push(...alignColumns(table));
    table = [];
  };
  for (const line of lines) {
    const mark = /^(`{3,}|~{3,})/.exec(line)?.[1] ?? null;
    const cells = fence === null ? readRow(line) : null;
    if (cells !== null) {
      if (!cells.every((cell) => /^[\s:-]*$/.test(cell)))
        table.push(cells.map((cell) => showInline(cell, colors)));
      continue;
    }
    endTable();
    if (mark !== null && (fence === null || mark.startsWith(fence))) fence = fence === null ? mark : null;
    else if (fence !== null) shown.push(...wrap(line, 4).map((row) => colors.dim(`    ${row.trimStart()}`)));
    else if (!/^<\/details>$/.test(line))
      shown.push(...wrap(showInline(line, colors), line.startsWith("- ") ? 2 : 0));
  }
  endTable();
  return squeezeBlankLines(shown);
}

function readRow(line: string): string[] | null {
  const inside = /^\|(.*)\|$/.exec(line.trim())?.[1];
  return inside === undefined ? null : inside.split(/(?<!\\)\|/).map((cell) => cell.trim());
}

function alignColumns(rows: string[][]): string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns - 1 }, (_, at) =>
    Math.max(0, ...rows.map((row) => widthOf(row[at] ?? ""))),
  );
  const indent = widths.reduce((sum, one) => sum + one + 2, 0);
  return rows.flatMap((row) => {
    const cells = row.map((cell, at) => cell + " ".repeat(Math.max(0, (widths[at] ?? 0) - widthOf(cell))));
    return wrap(cells.join("  ").trimEnd(), indent);
  });
}

const widthOf = (text: string) => stripVTControlCharacters(text).length;

/** Breaks between words, and indents every row after the first. */
function wrap(text: string, indent: number): string[] {
  const rows = [""];
  for (const word of text.split(/(?<=\S)(?= )/)) {
    const row = rows.at(-1)!;
    if (row !== "" && widthOf(row + word) > width) rows.push(" ".repeat(indent) + word.trimStart());
    else rows[rows.length - 1] = row + word;
  }
  return rows;
}

function showInline(text: string, colors: Colors): string {
  return text
    .replace(
      /^<details><summary>(.*)<\/summary>$/,
      (_match, summary: string) => `${colors.dim("▾")} ${summary}`,
    )
    .replace(/\*\*(.+?)\*\*/g, (_match, bold: string) => colors.bold(bold))
    .replace(/(?<![\w*])\*([^*\s][^*]*)\*(?![\w*])/g, (_match, words: string) => colors.italic(words))
    .replace(/(?<!`)`([^`]+)`(?!`)/g, (_match, code: string) => colors.cyan(code))
    .replace(/(?<!!)\[([^\]]+)\]\([^()\s]+\)/g, "$1")
    .replaceAll("\\|", "|")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("\u200b", "");
}

function squeezeBlankLines(lines: string[]): string[] {
  const squeezed = lines.filter((line, at) => line !== "" || (at > 0 && lines[at - 1] !== ""));
  while (squeezed.at(-1) === "") squeezed.pop();
  return squeezed;
}
