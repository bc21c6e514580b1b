import {
  closesFence,
  type FenceStart,
  findFence,
  findHeadingLevel,
  findHtmlStart,
  findListMarker,
  findSetextLevel,
  type HtmlStart,
  indentOf,
  isBlank,
  isDelimiterRow,
  isRule,
} from "./block-starts.ts";
import type { Leaf, LeafKind, OpenEnd } from "./leaf.ts";
import type { Line } from "../../text/lines.ts";

/** Quotes and lists deeper than this are read as text: nobody reads them, and they cost time for each line. */
const deepestContainer = 12;

interface Container {
  type: "quote" | "bullet" | "ordered";
  indent: number;
  /** The item has nothing yet: where the first leaf would start it. */
  isFresh: boolean;
}

export interface Blocks {
  leaves: Leaf[];
  openEnd: OpenEnd | null;
}

/**
 * Splits a text into its leaf blocks as CommonMark does, in one pass over the lines.
 *
 * Not remark-parse or micromark: those need seconds for 64 KiB of `- a`, and minutes for `1. 1. 1.`, even with all
 * text-level constructs disabled. This never looks at a line twice, and knows no text-level construct. The tests compare
 * its headings with remark-parse's over real descriptions.
 */
export function scanBlocks(lines: Line[]): Blocks {
  const scan = new BlockScan();
  lines.forEach((line, index) => {
    scan.read(expandTabs(line.text), index + 1);
  });
  return scan.end();
}

/** Tabs before a line's text count to the next stop of four columns (CommonMark 2.2); those behind it are text. */
function expandTabs(text: string): string {
  if (!text.includes("\t")) return text;
  let expanded = "";
  let index = 0;
  for (; index < text.length && /[\s>*+\-.)\d]/.test(text[index]!); index++) {
    expanded += text[index] === "\t" ? " ".repeat(4 - (expanded.length % 4)) : text[index];
  }
  return expanded + text.slice(index);
}

class BlockScan {
  private readonly leaves: Leaf[] = [];
  private containers: Container[] = [];
  private leaf: Leaf | null = null;
  private fence: FenceStart | null = null;
  private html: HtmlStart | null = null;

  read(text: string, number: number): void {
    const { matched, rest } = this.matchContainers(text);
    const all = matched === this.containers.length;
    if (all && this.continueRaw(rest, number)) return;
    if (!all && this.leaf?.kind !== "paragraph") this.close();
    const opened = this.openContainers(rest, matched, all);
    this.readLeaf(opened.rest, number, all || opened.count > 0, opened.count === 0 ? matched : null);
  }

  end(): Blocks {
    const open = this.leaf;
    const openEnd =
      open !== null && this.fence !== null
        ? { kind: "code" as const, line: open.first }
        : open !== null && this.html !== null && this.html.end !== null
          ? { kind: this.html.isComment ? ("comment" as const) : ("html" as const), line: open.first }
          : null;
    this.close();
    return { leaves: this.leaves, openEnd };
  }

  private matchContainers(text: string): { matched: number; rest: string } {
    let rest = text;
    let matched = 0;
    for (const container of this.containers) {
      if (container.type === "quote") {
        const marker = /^ {0,3}> ?/.exec(rest);
        if (marker === null) break;
        rest = rest.slice(marker[0].length);
      } else if (isBlank(rest)) {
        if (container.isFresh) break;
      } else if (indentOf(rest) >= container.indent) rest = rest.slice(container.indent);
      else break;
      matched++;
    }
    return { matched, rest };
  }

  /** Inside code or HTML, nothing is looked at but its end. True when the line is part of it. */
  private continueRaw(rest: string, number: number): boolean {
    const leaf = this.leaf;
    if (leaf === null) return false;
    if (this.fence !== null) {
      if (closesFence(rest, this.fence)) {
        leaf.last = number;
        this.close();
      } else this.add(rest, number);
      return true;
    }
    if (this.html !== null) {
      if (this.html.end === null && isBlank(rest)) return false;
      this.add(rest, number);
      if (this.html.end?.test(rest)) this.close();
      return true;
    }
    if (leaf.kind === "code" && !isBlank(rest) && indentOf(rest) >= 4) {
      this.add(rest.slice(4), number);
      return true;
    }
    return false;
  }

  private openContainers(text: string, matched: number, all: boolean): { rest: string; count: number } {
    let rest = text;
    let count = 0;
    while (!isBlank(rest) && indentOf(rest) < 4 && matched + count < deepestContainer) {
      const inParagraph = count === 0 && all && this.leaf?.kind === "paragraph";
      const quote = /^ {0,3}> ?/.exec(rest);
      const marker = quote !== null || isRule(rest) ? null : findListMarker(rest);
      if (quote === null && marker === null) break;
      if (marker !== null && inParagraph && (marker.isEmpty || !marker.startsAtOne)) break;
      if (count === 0) {
        this.close();
        this.containers = this.containers.slice(0, matched);
      }
      this.containers.push({
        type: quote === null ? marker!.type : "quote",
        indent: marker?.indent ?? 0,
        isFresh: true,
      });
      rest = quote === null ? marker!.rest : rest.slice(quote[0].length);
      count++;
    }
    return { rest, count };
  }

  /** @param keep how many containers the line is in, when it opened none itself */
  private readLeaf(text: string, number: number, inside: boolean, keep: number | null): void {
    if (isBlank(text)) {
      this.close();
      if (keep !== null) this.containers = this.containers.slice(0, keep);
      return;
    }
    const inParagraph = this.leaf?.kind === "paragraph";
    if (inParagraph && this.continueParagraph(text, number, inside)) return;
    if (this.leaf?.kind === "table" && inside && !this.startsBlock(text, true)) {
      this.add(text, number);
      return;
    }
    this.close();
    if (keep !== null) this.containers = this.containers.slice(0, keep);
    this.openLeaf(text, number);
  }

  private continueParagraph(text: string, number: number, inside: boolean): boolean {
    const leaf = this.leaf!;
    if (inside) {
      const level = indentOf(text) < 4 ? findSetextLevel(text) : 0;
      if (level > 0) {
        Object.assign(leaf, { kind: "heading", level, setext: true, last: number });
        this.close();
        return true;
      }
      if (isDelimiterRow(text, leaf.lines.at(-1)!)) {
        this.startTable(text, number);
        return true;
      }
    }
    if (indentOf(text) < 4 && this.startsBlock(text, true)) return false;
    this.add(text.slice(indentOf(text)), number);
    return true;
  }

  /** The paragraph's last line turns out to be a table's header. */
  private startTable(delimiter: string, number: number): void {
    const header = this.leaf!.lines.pop()!;
    const headerLine = number - 1;
    if (this.leaf!.lines.length === 0) this.leaf = null;
    else this.leaf!.last = headerLine - 1;
    this.close();
    this.open("table", header, headerLine);
    this.add(delimiter, number);
  }

  private startsBlock(text: string, inParagraph: boolean): boolean {
    return (
      isRule(text) ||
      findHeadingLevel(text) > 0 ||
      findFence(text) !== null ||
      findHtmlStart(text, inParagraph) !== null
    );
  }

  private openLeaf(text: string, number: number): void {
    if (indentOf(text) >= 4) {
      this.open("code", text.slice(4), number);
      return;
    }
    const level = findHeadingLevel(text);
    if (level > 0) {
      this.open("heading", text.trim(), number);
      this.leaf!.level = level;
      this.close();
      return;
    }
    if (isRule(text)) {
      this.open("rule", text, number);
      this.close();
      return;
    }
    const fence = findFence(text);
    if (fence !== null) {
      this.open("code", "", number);
      this.leaf!.lines = [];
      this.fence = fence;
      return;
    }
    const html = findHtmlStart(text, false);
    if (html === null) {
      this.open("paragraph", text.slice(indentOf(text)), number);
      return;
    }
    this.open("html", text, number);
    this.html = html;
    this.leaf!.isRaw = html.end !== null;
    if (html.end?.test(html.isComment ? text.slice(indentOf(text) + 2) : text)) this.close();
  }

  private open(kind: LeafKind, text: string, number: number): void {
    const items = this.containers.filter(({ type }) => type !== "quote");
    const item = items.at(-1);
    this.leaf = {
      kind,
      first: number,
      last: number,
      lines: [text],
      level: 0,
      setext: false,
      inQuote: this.containers.some(({ type }) => type === "quote"),
      listDepth: items.length,
      isRaw: false,
      startsItem: item?.isFresh ? (item.type as "bullet" | "ordered") : null,
    };
    for (const container of this.containers) container.isFresh = false;
  }

  private add(text: string, number: number): void {
    this.leaf!.lines.push(text);
    this.leaf!.last = number;
  }

  private close(): void {
    if (this.leaf !== null) this.leaves.push(this.leaf);
    this.leaf = null;
    this.fence = null;
    this.html = null;
  }
}
