import type { Heading, List, Paragraph, Root, RootContent, Table } from "mdast";
import type { HeadingPart, LineRange, Part } from "../parsed-description.ts";
import { measureWords } from "./count-words.ts";
import { Elements } from "./elements.ts";
import { isEndedBy } from "./is-ended-by.ts";
import { PartList } from "./part-list.ts";
import { readHtml } from "./read-html.ts";
import { LineBuilder } from "./read-lines.ts";
import { type ParagraphPlace, readParagraph } from "./read-paragraph.ts";
import { plain, TextLine } from "./text-line.ts";

/** What each block is to a reader: headings of every form, and the texts between them. */
export function readParts(root: Root): { parts: Part[]; enclosed: LineRange[] } {
  const reader = new PartReader(root);
  const parts = reader.read();
  markEmbedded(parts);
  return { parts, enclosed: reader.elements.ranges };
}

const outside: ParagraphPlace = { inQuote: false, listDepth: 0, startsItem: null, task: null };

class PartReader {
  readonly elements = new Elements();
  private readonly list = new PartList(this.elements);
  private readonly root: Root;
  /** Targets of `[a][b]`, which may stand anywhere. */
  private readonly targets = new Map<string, string>();

  constructor(root: Root) {
    this.root = root;
    this.findTargets(root.children);
  }

  read(): Part[] {
    this.readBlocks(this.root.children, outside);
    return this.list.parts;
  }

  private findTargets(nodes: readonly RootContent[]): void {
    for (const node of nodes) {
      if (node.type === "definition") this.targets.set(node.identifier, node.url);
      else if (node.type === "blockquote" || node.type === "list" || node.type === "listItem")
        this.findTargets(node.children);
    }
  }

  private readBlocks(nodes: readonly RootContent[], place: ParagraphPlace): void {
    for (const [index, node] of nodes.entries())
      this.readBlock(node, index === 0 ? place : { ...place, startsItem: null });
  }

  private readBlock(node: RootContent, place: ParagraphPlace): void {
    const first = node.position!.start.line;
    const last = node.position!.end.line;
    switch (node.type) {
      case "paragraph":
        this.readParagraph(node, place);
        break;
      case "heading":
        this.readHeading(node, place);
        break;
      case "list":
        this.readList(node, place);
        break;
      case "table":
        this.readTable(node, place);
        break;
      case "html":
        readHtml(this.list, this.elements, this.targets, place, node);
        break;
      case "code":
        this.list.addCode(place, [first, last], node.value);
        break;
      case "thematicBreak":
        this.list.addSilent(place, "rule", [first, last]);
        break;
      case "definition":
        this.list.addSilent(place, "definition", [first, last]);
        break;
      case "blockquote":
        this.readContainer(node.children, last, { ...place, inQuote: true, startsItem: null });
        break;
      case "footnoteDefinition":
        this.readContainer(node.children, last, { ...place, startsItem: null });
        break;
    }
  }

  private readContainer(nodes: readonly RootContent[], last: number, place: ParagraphPlace): void {
    const { depth } = this.elements;
    this.readBlocks(nodes, place);
    this.elements.closeTo(depth, last);
  }

  private readList(list: List, place: ParagraphPlace): void {
    for (const item of list.children) {
      this.readContainer(item.children, item.position!.end.line, {
        inQuote: place.inQuote,
        listDepth: place.listDepth + 1,
        startsItem: list.ordered ? "ordered" : "bullet",
        task: item.checked == null ? null : item.checked ? "ticked" : "open",
      });
    }
  }

  private readParagraph(node: Paragraph, place: ParagraphPlace): void {
    const builder = this.build(node.children);
    // A box stays one when nothing that can be seen follows it.
    if (builder.lines.length === 0 && place.startsItem !== null && place.task !== null)
      builder.lines.push(new TextLine(node.position!.start.line));
    readParagraph(this.list, place, builder);
  }

  private readHeading(node: Heading, place: ParagraphPlace): void {
    const first = node.position!.start.line;
    const last = node.position!.end.line;
    const { lines, comments } = this.build(node.children);
    const isSetext = last > first;
    const text = lines.map((line) => line.text.trim()).join(" ");
    if (place.inQuote) {
      for (const line of lines) this.list.addLine(place, "prose", line);
    } else if (isSetext && isSentence(lines)) {
      // A rule right under a paragraph is a heading to CommonMark only; its writer meant a rule.
      readParagraph(this.list, place, { lines, comments });
      this.list.addSilent(place, "rule", [last, last]);
    } else {
      this.list.addHeading(isSetext ? "setext" : "atx", [first, last], text, {
        rank: node.depth,
        isCertain: true,
      });
      for (const comment of comments)
        this.list.addSilent(place, "comment", [comment.line, comment.lastLine], comment.text);
    }
  }

  /** A table's rows; the first cell of each below the header may be a section's name ("| Risk | none known |"). */
  private readTable(table: Table, place: ParagraphPlace): void {
    this.elements.enclose(table.position!.start.line, table.position!.end.line);
    for (const [index, row] of table.children.entries()) {
      const { line } = row.position!.start;
      const [name, ...others] = row.children.map((cell) => this.readCell(cell.children, line, place));
      if (name === undefined) continue;
      if (name.text !== "" && others.length > 0 && index > 0 && !place.inQuote) {
        this.list.addHeading("table", [line, line], name.text, { rank: 10, isCertain: false });
        this.list.addLine(place, "table", joinLines(others, line));
      } else this.list.addLine(place, "table", joinLines([name, ...others], line));
    }
  }

  private readCell(nodes: Paragraph["children"], line: number, place: ParagraphPlace): TextLine {
    const { lines, comments } = this.build(nodes);
    for (const comment of comments) this.list.addSilent(place, "comment", [line, line], comment.text);
    return joinLines(lines, line);
  }

  private build(nodes: Paragraph["children"]): LineBuilder {
    const builder = new LineBuilder(this.elements, this.targets);
    builder.readNodes(nodes);
    return builder;
  }
}

function joinLines(lines: readonly TextLine[], line: number): TextLine {
  const joined = new TextLine(line);
  for (const { runs } of lines) {
    joined.add(" ", plain);
    for (const { text, ...style } of runs) joined.add(text, style);
  }
  return joined;
}

function isSentence(lines: readonly TextLine[]): boolean {
  const [first] = lines;
  return (
    lines.length > 1 ||
    (first !== undefined && (/[.!。！,;:]\s*$/.test(first.text) || measureWords(first.text) > 12))
  );
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
