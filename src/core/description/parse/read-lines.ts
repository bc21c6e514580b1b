import type { PhrasingContent } from "mdast";
import { splitLines } from "../../text/lines.ts";
import { type Elements, type HtmlToken, readTokens } from "./html.ts";
import { type Emphasis, linesOf, plain, TextLine, type TextRun } from "./text-line.ts";

/** The target of `[a][b]`, by remark's identifier; null when there is none. */
export type FindTarget = (identifier: string) => string | null;

export interface Comment {
  text: string;
  line: number;
  lastLine: number;
}

/** Builds the visible lines of a paragraph, cell, heading or HTML block, and collects its comments. */
export class LineBuilder {
  readonly lines: TextLine[] = [];
  readonly comments: Comment[] = [];
  /** Identifiers of the footnotes that it refers to. */
  readonly footnotes: string[] = [];
  private readonly elements: Elements;
  private readonly findTarget: FindTarget;
  /** In a `<th>`: what a table asks for is not an answer. */
  private isAsked = false;
  private style: Omit<TextRun, "text"> = plain;
  /** The style changes of `<b>`, `<a>` and the like until they are closed. */
  private readonly tags: { name: string; before: Omit<TextRun, "text"> }[] = [];

  constructor(elements: Elements, findTarget: FindTarget) {
    this.elements = elements;
    this.findTarget = findTarget;
  }

  readNodes(nodes: readonly PhrasingContent[]): void {
    for (const node of nodes) this.readNode(node);
  }

  private readNode(node: PhrasingContent): void {
    const { first: line, last: lastLine } = linesOf(node);
    switch (node.type) {
      case "text":
        this.addText(node.value, line, lastLine, node.data?.literals);
        break;
      case "inlineCode":
        this.within({ isCode: true }, () => this.addText(node.value, line, lastLine));
        break;
      case "emphasis":
      case "strong":
        this.within(this.emphasise(node.type === "emphasis", line, lastLine), () =>
          this.readNodes(node.children),
        );
        break;
      case "delete":
        this.within({ isStruck: true }, () => this.readNodes(node.children));
        break;
      case "link":
        this.within({ link: node.url || null }, () => this.readNodes(node.children));
        break;
      case "linkReference":
        this.within({ link: this.findTarget(node.identifier) }, () => this.readNodes(node.children));
        break;
      case "image":
        this.addMedia(node.url, line);
        break;
      case "imageReference":
        this.addMedia(this.findTarget(node.identifier) ?? "", line);
        break;
      case "footnoteReference":
        this.footnotes.push(node.identifier);
        break;
      case "html":
        for (const token of readTokens(node.value)) this.readToken(token, line);
    }
  }

  readToken(token: HtmlToken, firstLine: number): void {
    const line = firstLine + token.line;
    switch (token.type) {
      case "text":
        this.addText(token.text, line);
        break;
      case "comment":
        this.comments.push({ text: token.text.trim(), line, lastLine: firstLine + token.lastLine });
        break;
      case "start":
        this.elements.open(token.name, token.attributes, line);
        this.openTag(token.name, token.attributes, line);
        break;
      case "end":
        this.elements.close(token.name, line);
        this.closeTag(token.name, line);
    }
  }

  /**
   * @param lastLine the text's last line, because a decoded character may look like a line ending
   * @param literals indexes of escaped characters
   */
  addText(text: string, line: number, lastLine = Number.POSITIVE_INFINITY, literals: number[] = []): void {
    if (this.elements.isHidden || this.isAsked) return;
    const styleAt = (at: number) =>
      literals.length > 0 && /[#[]/.test(text.charAt(at)) && literals.includes(at)
        ? { ...this.style, isLiteral: true }
        : this.style;
    if (!/[\r\n]/.test(text)) {
      if (text !== "") this.at(line).add(text, styleAt(0));
      return;
    }
    for (const [index, piece] of splitLines(text).entries())
      this.at(Math.min(line + index, lastLine)).add(piece.text, styleAt(piece.offset));
  }

  private addMedia(url: string, line: number): void {
    if (url !== "" && !this.elements.isHidden) this.at(line).add("", { ...this.style, media: url });
  }

  private at(line: number): TextLine {
    const last = this.lines.at(-1);
    if (last !== undefined && last.line >= line) return last;
    const next = new TextLine(line);
    this.lines.push(next);
    return next;
  }

  private openTag(name: string, attributes: ReadonlyMap<string, string>, line: number): void {
    if (/^(?:th|td|tr)$/.test(name)) this.isAsked = name === "th";
    if (name === "br") {
      this.lines.push(new TextLine(line));
      return;
    }
    if (name === "img" || name === "video" || name === "source") {
      // A tracking pixel.
      const isPixel = [attributes.get("width"), attributes.get("height")].some((size) =>
        /^[01](?:px)?$/.test(size ?? ""),
      );
      this.addMedia(isPixel ? "" : (attributes.get("src") ?? ""), line);
      return;
    }
    const changes = this.styleOf(name, attributes, line);
    if (changes === null) return;
    this.tags.push({ name, before: this.style });
    this.style = { ...this.style, ...changes };
  }

  private styleOf(
    name: string,
    attributes: ReadonlyMap<string, string>,
    line: number,
  ): Partial<TextRun> | null {
    if (/^(?:b|strong|i|em|u)$/.test(name)) return this.emphasise(name === "i" || name === "em", line, null);
    if (/^(?:s|del|strike)$/.test(name)) return { isStruck: true };
    return name === "a" ? { link: attributes.get("href") || null } : null;
  }

  private closeTag(name: string, line: number): void {
    if (/^(?:th|tr|thead|table)$/.test(name)) this.isAsked = false;
    const index = this.tags.findLastIndex((tag) => tag.name === name);
    const tag = this.tags[index];
    if (tag === undefined) return;
    const { before } = tag;
    if (before.emphasis === null && this.style.emphasis !== null) this.style.emphasis.lastLine = line;
    this.style = before;
    this.tags.length = index;
  }

  private emphasise(isItalic: boolean, line: number, lastLine: number | null): { emphasis: Emphasis } {
    const outer = this.style.emphasis;
    if (outer === null) return { emphasis: { isItalic, line, lastLine } };
    outer.isItalic &&= isItalic;
    return { emphasis: outer };
  }

  private within(changes: Partial<TextRun>, read: () => void): void {
    const before = this.style;
    this.style = { ...before, ...changes };
    read();
    // A tag that was opened in it and not closed continues.
    this.style = before;
  }
}
