import type { LineRange, HeadingPart, Part } from "../parsed-description.ts";
import { stripComments } from "../../text/html-comments.ts";
import { measureWords } from "./count-words.ts";
import { isEndedBy } from "./is-ended-by.ts";
import type { Leaf } from "./leaf.ts";
import { PartList } from "./part-list.ts";
import { readHtml } from "./read-html.ts";
import { readParagraph } from "./read-paragraph.ts";
import { readTable } from "./read-table.ts";

/** What each leaf block is to a reader: headings of every form, and the texts between them. */
export function readParts(leaves: Leaf[]): { parts: Part[]; enclosed: LineRange[] } {
  const list = new PartList();
  for (const leaf of leaves) {
    if (leaf.kind === "table" || leaf.isRaw) list.enclose(leaf.first, leaf.last);
    readers[leaf.kind](list, leaf);
  }
  markEmbedded(list.parts);
  return { parts: list.parts, enclosed: list.enclosed };
}

const readers: Record<Leaf["kind"], (list: PartList, leaf: Leaf) => void> = {
  rule: (list, leaf) => list.addText(leaf, "rule", leaf.first, ""),
  code: (list, leaf) =>
    list.addText(leaf, "code", leaf.first, leaf.lines.join("\n"), { lastLine: leaf.last }),
  heading: readHeading,
  html: readHtml,
  table: readTable,
  paragraph: readParagraph,
};

function readHeading(list: PartList, leaf: Leaf): void {
  if (leaf.inQuote) list.addText(leaf, "prose", leaf.first, leaf.lines.join(" "));
  else if (leaf.setext && isSentence(leaf.lines)) {
    // A rule right under a paragraph is a heading to CommonMark only; its writer meant a rule.
    readParagraph(list, { ...leaf, kind: "paragraph", last: leaf.last - 1 });
    list.addText(leaf, "rule", leaf.last, "");
  } else {
    const source = leaf.lines.join(" ");
    const bare = leaf.setext
      ? source
      : source.replace(/^\s*#+[ \t]*/, "").replace(/(?:^|[ \t])#+[ \t]*$/, "");
    const { text, comments } = stripComments(bare);
    const form = leaf.setext ? "setext" : "atx";
    list.addHeading(form, [leaf.first, leaf.last], text, { rank: leaf.level, isCertain: true });
    for (const comment of comments) list.addText(leaf, "comment", leaf.first, comment);
  }
}

function isSentence(lines: string[]): boolean {
  return lines.length > 1 || /[.!。！,;:]\s*$/.test(lines[0]!) || measureWords(lines[0]!) > 12;
}

const changelog = /^(?:release ?notes?|change ?logs?|commits?|what s changed|whats changed)$/;
/** `[1.2.3](…) (2026-01-01)`, `v1.2`, `Package 4.20.0`. */
const version = /^\W*v?\d+\.\d+[\w.-]*\W*(?:\(|$)|\bv?\d+\.\d+\.\d+/;

/** Bots embed other projects' release notes; a heading under one of those says nothing about this change. */
function markEmbedded(parts: Part[]): void {
  const open: { heading: HeadingPart; embeds: boolean }[] = [];
  for (const part of parts) {
    if (part.type !== "heading") continue;
    while (open.length > 0 && isEndedBy(open.at(-1)!.heading, part)) open.pop();
    part.isEmbedded = open.at(-1)?.embeds ?? false;
    if (part.isCertain) open.push({ heading: part, embeds: part.isEmbedded || isChangelog(part) });
  }
}

function isChangelog(heading: HeadingPart): boolean {
  return changelog.test(heading.names[0]?.exact ?? "") || version.test(heading.text.slice(0, 60));
}
