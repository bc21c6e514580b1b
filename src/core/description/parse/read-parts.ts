import type {
  Blockquote,
  FootnoteDefinition,
  Heading,
  List,
  ListItem,
  Paragraph,
  Root,
  RootContent,
  Table,
} from "mdast";
import { measureWords } from "../../text/words.ts";
import { asText, changeParts, type LineRange, type Part } from "../parts.ts";
import { markTitle } from "./headings.ts";
import { Elements } from "./html.ts";
import { PartList } from "./part-list.ts";
import { readHtml } from "./read-html.ts";
import { type FindTarget, LineBuilder } from "./read-lines.ts";
import { type ParagraphPlace, rank, readParagraph } from "./read-paragraph.ts";
import { linesOf, plain, TextLine } from "./text-line.ts";
import { markEmbedded, markToolBlocks, markToolHelp, markToolLists } from "./tool-text.ts";

/** What each block is to a reader: headings of every form, and the texts between them. */
export function readParts(root: Root): { parts: Part[]; enclosed: LineRange[] } {
  const reader = new PartReader(root);
  const parts = reader.read();
  const tools = markToolBlocks(parts);
  markToolLists(parts);
  markToolHelp(parts);
  markEmbedded(parts);
  markTitle(parts);
  return { parts, enclosed: [...reader.elements.ranges, ...tools] };
}

const outside: ParagraphPlace = { inQuote: false, listDepth: 0, startsItem: null, task: null };

class PartReader {
  readonly elements = new Elements();
  private readonly list = new PartList(this.elements);
  private readonly root: Root;
  /** Targets of `[a][b]`, which may be anywhere; null until one is asked for. */
  private targets: ReadonlyMap<string, string> | null = null;
  /** Footnotes, and their parts. */
  private readonly notes: { identifier: string; first: number; end: number }[] = [];
  private readonly referredNotes = new Set<string>();

  constructor(root: Root) {
    this.root = root;
  }

  read(): Part[] {
    this.readBlocks(this.root.children, outside);
    const { parts } = this.list;
    // GitHub shows a footnote only where a text refers to it.
    for (const { identifier, first, end } of this.notes) {
      if (this.referredNotes.has(identifier)) continue;
      changeParts(parts, [first, end], toSilent);
    }
    return parts;
  }

  private readonly findTarget: FindTarget = (identifier) => {
    this.targets ??= readTargets(this.root.children);
    return this.targets.get(identifier) ?? null;
  };

  private readBlocks(nodes: readonly RootContent[], place: ParagraphPlace): void {
    for (const [index, node] of nodes.entries())
      this.readBlock(node, index === 0 ? place : { ...place, startsItem: null });
  }

  private readBlock(node: RootContent, place: ParagraphPlace): void {
    const { first, last } = linesOf(node);
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
        readHtml(this.list, this.elements, this.findTarget, place, node);
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
        this.readQuote(node, { ...place, startsItem: null });
        break;
      case "footnoteDefinition":
        this.readFootnote(node, { ...place, startsItem: null });
        break;
    }
  }

  private readQuote(quote: Blockquote, place: ParagraphPlace): void {
    const { first: firstLine, last } = linesOf(quote);
    const first = this.list.parts.length;
    const { depth } = this.elements;
    if (!place.inQuote && isCallout(quote)) {
      // A callout is the writer's own, so its fields end with it, like those in `<details>`.
      this.elements.open("details", new Map(), firstLine);
      this.readBlocks(quote.children, place);
      this.elements.closeTo(depth, last);
      markHints(this.list.parts, first);
    } else if (!place.inQuote && place.listDepth === 0 && this.readPrompt(quote, place)) return;
    else this.readContainer(quote.children, last, { ...place, inQuote: true });
  }

  /** Forms that put their questions into quotes are answered below them. */
  private readPrompt({ children }: Blockquote, place: ParagraphPlace): boolean {
    const [paragraph, ...others] = children;
    if (paragraph?.type !== "paragraph" || others.length > 0) return false;
    const { lines, comments } = this.build(paragraph.children);
    const [line] = lines;
    if (line === undefined || lines.length > 1 || comments.length > 0 || line.media !== null) return false;
    const text = line.text.replace(/[:：]\s*$/, "");
    if (text.trim() === "" || measureWords(text) > longestPrompt) return false;
    this.list.addHeading(place, "quote", [line.line, line.line], text, {
      rank: rank.label,
      isCertain: false,
    });
    return true;
  }

  private readFootnote(node: FootnoteDefinition, place: ParagraphPlace): void {
    const first = this.list.parts.length;
    this.readContainer(node.children, linesOf(node).last, place);
    this.notes.push({ identifier: node.identifier, first, end: this.list.parts.length });
  }

  private readContainer(nodes: readonly RootContent[], last: number, place: ParagraphPlace): void {
    const { depth } = this.elements;
    this.readBlocks(nodes, place);
    this.elements.closeTo(depth, last);
  }

  private readList(list: List, place: ParagraphPlace): void {
    for (const item of list.children) {
      this.readContainer(item.children, linesOf(item).last, {
        inQuote: place.inQuote,
        listDepth: place.listDepth + 1,
        startsItem: list.ordered ? "ordered" : "bullet",
        task: taskOf(item),
      });
    }
  }

  private readParagraph(node: Paragraph, place: ParagraphPlace): void {
    const builder = this.build(node.children);
    // A box remains one when nothing visible follows it.
    if (builder.lines.length === 0 && place.startsItem !== null && place.task !== null)
      builder.lines.push(new TextLine(linesOf(node).first));
    readParagraph(this.list, place, builder);
  }

  private readHeading(node: Heading, place: ParagraphPlace): void {
    const { first, last } = linesOf(node);
    const { lines, comments } = this.build(node.children);
    const isSetext = last > first;
    const text = lines.map((line) => line.text.trim()).join(" ");
    if (place.inQuote) {
      for (const line of lines) this.list.addLine(place, "prose", line);
    } else if (isSetext && isSentence(lines)) {
      // A rule right under a paragraph is a heading only to CommonMark; its writer meant a rule.
      readParagraph(this.list, place, { lines, comments });
      this.list.addSilent(place, "rule", [last, last]);
    } else {
      this.list.addHeading(place, isSetext ? "setext" : "atx", [first, last], text, {
        rank: node.depth,
        isCertain: true,
        isCode: lines.every((line) => line.isCode),
      });
      for (const comment of comments)
        this.list.addSilent(place, "comment", [comment.line, comment.lastLine], comment.text);
    }
  }

  /**
   * A table's rows; the first cell of each below the header may be a section's name ("| Risk | none known
   * |").
   */
  private readTable(table: Table, place: ParagraphPlace): void {
    const { first, last } = linesOf(table);
    this.elements.enclose(first, last);
    const rows = table.children.map((row) => {
      const { first: line } = linesOf(row);
      return { line, cells: row.children.map((cell) => this.readCell(cell.children, line, place)) };
    });
    // Nobody filled in a form whose answers are all empty.
    const [header, ...body] = rows.map(({ cells }) => cells);
    const isUnfilled =
      body.length > 0
        ? body.every((cells) => cells.slice(cells.length > 1 ? 1 : 0).every(isEmpty))
        : header !== undefined && header.length > 1 && header.every(({ media }) => media === null);
    const kind = isUnfilled ? "definition" : "table";
    for (const [index, { line, cells }] of rows.entries()) {
      const [name, ...others] = cells;
      if (name === undefined) continue;
      // A form of two columns may begin with its first answer, where other tables have their columns' names.
      const isRow = index > 0 || (others.length === 1 && others.every(({ text }) => measureWords(text) > 3));
      if (name.text !== "" && others.length > 0 && isRow && !place.inQuote) {
        this.list.addHeading(place, "table", [line, line], name.text, {
          rank: 10,
          isCertain: false,
          isUnfilled,
        });
        this.list.addLine(place, kind, joinLines(others, line));
      } else this.list.addLine(place, kind, joinLines(cells, line));
    }
  }

  private readCell(nodes: Paragraph["children"], line: number, place: ParagraphPlace): TextLine {
    const { lines, comments } = this.build(nodes);
    for (const comment of comments) this.list.addSilent(place, "comment", [line, line], comment.text);
    return joinLines(lines, line);
  }

  private build(nodes: Paragraph["children"]): LineBuilder {
    const builder = new LineBuilder(this.elements, this.findTarget);
    builder.readNodes(nodes);
    for (const identifier of builder.footnotes) this.referredNotes.add(identifier);
    return builder;
  }
}

function taskOf({ checked }: ListItem): ParagraphPlace["task"] {
  if (checked === null || checked === undefined) return null;
  return checked ? "ticked" : "open";
}

function readTargets(
  nodes: readonly RootContent[],
  targets = new Map<string, string>(),
): Map<string, string> {
  for (const node of nodes) {
    if (node.type === "definition") targets.set(node.identifier, node.url);
    else if (node.type === "blockquote" || node.type === "list" || node.type === "listItem")
      readTargets(node.children, targets);
  }
  return targets;
}

/** In words; a longer one is a quotation. */
const longestPrompt = 8;

/** `> [!NOTE]` and its kin. */
function isCallout({ children: [first] }: Blockquote): boolean {
  const start = first?.type === "paragraph" ? first.children[0] : undefined;
  return (
    start?.type === "text" && /^\[!(?:note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i.test(start.value)
  );
}

/** In a callout, only text under a heading is an answer. */
function markHints(parts: Part[], first: number): void {
  const heading = parts.findIndex(
    (part, index) => index >= first && part.type === "heading" && (part.isCertain || part.isField),
  );
  for (const part of parts.slice(first, heading === -1 ? undefined : heading))
    if (part.type === "text") part.isQuote = true;
}

/** Nothing, or what stands in its place. */
const isEmpty = (line: TextLine) =>
  /^\s*(?:[\s\p{Pd}?….]*|n\/?a|tbd|todo)\s*$/iu.test(line.text) && line.media === null;

function joinLines(lines: readonly TextLine[], line: number): TextLine {
  const joined = new TextLine(line);
  for (const { runs } of lines) {
    joined.add(" ", plain);
    for (const { text, ...style } of runs) joined.add(text, style);
  }
  return joined;
}

function toSilent(part: Part): Part {
  const text = part.type === "heading" ? asText(part) : part;
  return { ...text, kind: "definition", media: null, task: null };
}

function isSentence(lines: readonly TextLine[]): boolean {
  const [first] = lines;
  return (
    lines.length > 1 ||
    (first !== undefined && (/[.!。！,;:]\s*$/.test(first.text) || measureWords(first.text) > 12))
  );
}
