import { stripComments } from "../../text/html-comments.ts";
import type { Leaf } from "./leaf.ts";
import type { PartList } from "./part-list.ts";
import { rank } from "./read-paragraph.ts";

/** How far a heading's closing tag is looked for. */
const longestHeading = 400;

const structure = /<(\/?)(details|summary|blockquote|h[1-6])\b[^<>]*>/gi;

/** An HTML block: its headings, `<summary>` and the text between its tags. */
export function readHtml(list: PartList, leaf: Leaf): void {
  const { text, comments } = stripComments(leaf.lines.join("\n"));
  for (const comment of comments) list.addText(leaf, "comment", leaf.first, comment, { lastLine: leaf.last });
  let position = 0;
  let line = leaf.first;
  const addUntil = (end: number) => {
    for (const piece of text.slice(position, end).split("\n")) {
      if (piece.trim() !== "") list.addText(leaf, "prose", line, piece);
      line++;
    }
    line--;
    position = end;
  };
  const tags = new RegExp(structure);
  for (let tag = tags.exec(text); tag !== null; tag = tags.exec(text)) {
    if (tag.index < position) continue;
    addUntil(tag.index);
    position = tags.lastIndex;
    const name = tag[2]!.toLowerCase();
    const isEnd = tag[1] === "/";
    if (name === "details") {
      if (isEnd) list.leaveDetails(line);
      else list.enterDetails(line);
    } else if (name === "blockquote") {
      if (isEnd) list.leaveQuote(line);
      else list.enterQuote(line);
    } else if (!isEnd && !leaf.inQuote) {
      const inner = readInner(text, position, name);
      const lastLine = line + inner.split("\n").length - 1;
      const isSummary = name === "summary";
      list.addHeading(isSummary ? "summary" : "html", [line, lastLine], oneLine(inner), {
        rank: isSummary ? rank.summary : Number(name[1]),
        isCertain: true,
      });
      position += inner.length;
      line = lastLine;
    }
  }
  addUntil(text.length);
}

/** The text up to the closing tag, or up to the line's end when it is not near. */
function readInner(text: string, start: number, name: string): string {
  const near = text.slice(start, start + longestHeading);
  const close = near.toLowerCase().indexOf(`</${name}`);
  return close === -1 ? near.split("\n")[0]! : near.slice(0, close);
}

const oneLine = (text: string) =>
  text
    .replace(/<[^<>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
