import type {
  Blockquote,
  FootnoteDefinition,
  Heading,
  List,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
} from "mdast";
import { measureWords } from "../../text/words.ts";
import { asText, changeParts, type LineRange, type Part } from "../parts.ts";
import { markTitle } from "./headings.ts";
import { Elements } from "./html.ts";
import { type BlockReader, PartList } from "./part-list.ts";
import { readHtml } from "./read-html.ts";
import { type FindTarget, LineBuilder } from "./read-lines.ts";
import { type ParagraphPlace, rank, readParagraph } from "./read-paragraph.ts";
import { readTable } from "./read-table.ts";
import { linesOf, TextLine } from "./text-line.ts";
import { markEmbedded, markToolBlocks, markToolHelp, markToolLists } from "./tool-text.ts";

/** What each block is to a reader: headings of every syntax, and the texts between them. */
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

const topLevel: ParagraphPlace = { isInQuote: false, listDepth: 0, startsItem: null, checked: null };

class PartReader implements BlockReader {
  readonly elements = new Elements();
  readonly list = new PartList(this.elements);
  readonly #root: Root;
  /** Targets of `[a][b]`, which may be anywhere; null until one is asked for. */
  #targets: ReadonlyMap<string, string> | null = null;
  /** Footnotes, and their parts. */
  readonly #notes: { identifier: string; first: number; end: number }[] = [];
  readonly #referredNotes = new Set<string>();

  constructor(root: Root) {
    this.#root = root;
  }

  read(): Part[] {
    this.#readBlocks(this.#root.children, topLevel);
    const { parts } = this.list;
    // GitHub shows a footnote only where a text refers to it.
    for (const { identifier, first, end } of this.#notes) {
      if (this.#referredNotes.has(identifier)) continue;
      changeParts(parts, [first, end], toSilent);
    }
    return parts;
  }

  readonly #findTarget: FindTarget = (identifier) => {
    this.#targets ??= readTargets(this.#root.children);
    return this.#targets.get(identifier) ?? null;
  };

  #readBlocks(nodes: readonly RootContent[], place: ParagraphPlace): void {
    for (const [index, node] of nodes.entries())
      this.#readBlock(node, index === 0 ? place : { ...place, startsItem: null });
  }

  #readBlock(node: RootContent, place: ParagraphPlace): void {
    switch (node.type) {
      case "paragraph":
        this.#readParagraph(node, place);
        break;
      case "heading":
        this.#readHeading(node, place);
        break;
      case "list":
        this.#readList(node, place);
        break;
      case "table":
        readTable(this, place, node);
        break;
      case "html":
        readHtml(this, place, node);
        break;
      case "code":
        this.list.addCode(place, node.value, linesOf(node));
        break;
      case "thematicBreak":
        this.list.add(place, { kind: "thematicBreak", text: "", ...linesOf(node) });
        break;
      case "definition":
        this.list.add(place, { kind: "ignored", text: "", ...linesOf(node) });
        break;
      case "blockquote":
        this.#readQuote(node, { ...place, startsItem: null });
        break;
      case "footnoteDefinition":
        this.#readFootnote(node, { ...place, startsItem: null });
        break;
    }
  }

  #readQuote(quote: Blockquote, place: ParagraphPlace): void {
    const { line: firstLine, lastLine } = linesOf(quote);
    const first = this.list.parts.length;
    const { depth } = this.elements;
    if (!place.isInQuote && isCallout(quote)) {
      // A callout is the author's own, so its fields end with it, like those in `<details>`.
      this.elements.open("details", new Map(), firstLine);
      this.#readBlocks(quote.children, place);
      this.elements.closeTo(depth, lastLine);
      quoteHints(this.list.parts, first);
    } else if (!place.isInQuote && place.listDepth === 0 && this.#readPrompt(quote, place)) return;
    else this.#readContainer(quote.children, lastLine, { ...place, isInQuote: true });
  }

  /** A template's question in a quote, which is answered below it. */
  #readPrompt({ children }: Blockquote, place: ParagraphPlace): boolean {
    const [paragraph, ...others] = children;
    if (paragraph?.type !== "paragraph" || others.length > 0) return false;
    const { lines, comments } = this.build(paragraph.children);
    const [line] = lines;
    if (line === undefined || lines.length > 1 || comments.length > 0 || line.media !== null) return false;
    const text = line.text.replace(/[:：]\s*$/, "");
    if (text.trim() === "" || measureWords(text) > maxPrompt) return false;
    this.list.addHeading(place, {
      syntax: "quote",
      text,
      line: line.line,
      lastLine: line.line,
      rank: rank.label,
      isCertain: false,
    });
    return true;
  }

  #readFootnote(node: FootnoteDefinition, place: ParagraphPlace): void {
    const first = this.list.parts.length;
    this.#readContainer(node.children, linesOf(node).lastLine, place);
    this.#notes.push({ identifier: node.identifier, first, end: this.list.parts.length });
  }

  #readContainer(nodes: readonly RootContent[], lastLine: number, place: ParagraphPlace): void {
    const { depth } = this.elements;
    this.#readBlocks(nodes, place);
    this.elements.closeTo(depth, lastLine);
  }

  #readList(list: List, place: ParagraphPlace): void {
    for (const item of list.children) {
      this.#readContainer(item.children, linesOf(item).lastLine, {
        isInQuote: place.isInQuote,
        listDepth: place.listDepth + 1,
        startsItem: list.ordered ? "ordered" : "bullet",
        checked: item.checked ?? null,
      });
    }
  }

  #readParagraph(node: Paragraph, place: ParagraphPlace): void {
    const builder = this.build(node.children);
    // A box remains one when nothing visible follows it.
    if (builder.lines.length === 0 && place.startsItem !== null && place.checked !== null)
      builder.lines.push(new TextLine(linesOf(node).line));
    readParagraph(this.list, place, builder);
  }

  #readHeading(node: Heading, place: ParagraphPlace): void {
    const { line, lastLine } = linesOf(node);
    const { lines, comments } = this.build(node.children);
    const isSetext = lastLine > line;
    const text = lines.map((each) => each.text.trim()).join(" ");
    if (place.isInQuote) {
      for (const each of lines) this.list.addLine(place, "prose", each);
    } else if (isSetext && isSentence(lines)) {
      // A rule right under a paragraph is a heading only to CommonMark; its author meant a rule.
      readParagraph(this.list, place, { lines, comments });
      this.list.add(place, { kind: "thematicBreak", text: "", line: lastLine, lastLine });
    } else {
      this.list.addHeading(place, {
        syntax: isSetext ? "setext" : "atx",
        text,
        line,
        lastLine,
        rank: node.depth,
        isCertain: true,
        isCode: lines.every(({ isCode }) => isCode),
      });
      for (const comment of comments) this.list.add(place, { kind: "comment", ...comment });
    }
  }

  build(nodes: readonly PhrasingContent[]): LineBuilder {
    const builder = new LineBuilder(this.elements, this.#findTarget);
    builder.readNodes(nodes);
    for (const identifier of builder.footnotes) this.#referredNotes.add(identifier);
    return builder;
  }
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
const maxPrompt = 8;

/** `> [!NOTE]` and its kin. */
function isCallout({ children: [first] }: Blockquote): boolean {
  const start = first?.type === "paragraph" ? first.children[0] : undefined;
  return (
    start?.type === "text" && /^\[!(?:note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i.test(start.value)
  );
}

/** Marks a callout's text as quoted up to its first heading: only text under one is an answer. */
function quoteHints(parts: Part[], first: number): void {
  const heading = parts.findIndex(
    (part, index) => index >= first && part.type === "heading" && (part.isCertain || part.isField),
  );
  for (const part of parts.slice(first, heading === -1 ? undefined : heading))
    if (part.type === "text") part.isQuote = true;
}

function toSilent(part: Part): Part {
  const text = part.type === "heading" ? asText(part) : part;
  return { ...text, kind: "ignored", media: null, checked: null };
}

function isSentence(lines: readonly TextLine[]): boolean {
  const [first] = lines;
  return (
    lines.length > 1 ||
    (first !== undefined && (/[.!。！,;:]\s*$/.test(first.text) || measureWords(first.text) > 12))
  );
}
