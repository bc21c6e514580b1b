import type { PhrasingContent } from "mdast";
import { splitLines } from "../../text/lines.ts";
import { type Elements, type HtmlToken, readTokens } from "./html.ts";
import { type Emphasis, linesOf, plainStyle, TextLine, type TextRun } from "./text-line.ts";

/** The target of `[a][b]`, by remark's identifier; null when there is none. */
export type FindTarget = (identifier: string) => string | null;

export interface Comment {
  text: string;
  line: number;
  lastLine: number;
}

type TextStyle = Omit<TextRun, "text">;

/** A tag such as `<b>` or `<a>`, or a span of Markdown, which has no name. */
interface OpenStyle {
  name: string | null;
  changes: Partial<TextStyle>;
  /** The style without it and what was opened after it. */
  before: TextStyle;
}

/** Deeper tags keep the outer style. */
const maxOpen = 100;

/** Builds the visible lines of a paragraph, cell, heading or HTML block, and collects its comments. */
export class LineBuilder {
  readonly lines: TextLine[] = [];
  readonly comments: Comment[] = [];
  /** Identifiers of the footnotes that it refers to. */
  readonly footnotes: string[] = [];
  readonly #elements: Elements;
  readonly #findTarget: FindTarget;
  /** In a `<th>`, whose text is not an answer. */
  #isAsked = false;
  #style: TextStyle = plainStyle;
  /** The open tags and spans, from the outermost. */
  readonly #open: OpenStyle[] = [];

  constructor(elements: Elements, findTarget: FindTarget) {
    this.#elements = elements;
    this.#findTarget = findTarget;
  }

  readNodes(nodes: readonly PhrasingContent[]): void {
    for (const node of nodes) this.#readNode(node);
  }

  #readNode(node: PhrasingContent): void {
    const { line, lastLine } = linesOf(node);
    switch (node.type) {
      case "text":
        this.addText(node.value, line, lastLine, node.data?.literals);
        break;
      case "inlineCode":
        this.#within({ isCode: true }, () => this.addText(node.value, line, lastLine));
        break;
      case "emphasis":
      case "strong":
        this.#within(this.#emphasise(node.type === "emphasis", line, lastLine), () =>
          this.readNodes(node.children),
        );
        break;
      case "delete":
        this.#within({ isStruck: true }, () => this.readNodes(node.children));
        break;
      case "link":
        this.#within({ link: node.url || null }, () => this.readNodes(node.children));
        break;
      case "linkReference":
        this.#within({ link: this.#findTarget(node.identifier) }, () => this.readNodes(node.children));
        break;
      case "image":
        this.#addMedia(node.url, line);
        break;
      case "imageReference":
        this.#addMedia(this.#findTarget(node.identifier) ?? "", line);
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
        this.#elements.open(token.name, token.attributes, line);
        this.#openTag(token.name, token.attributes, line);
        break;
      case "end":
        this.#elements.close(token.name, line);
        this.#closeTag(token.name, line);
    }
  }

  /**
   * @param lastLine the text's last line, because a decoded character may look like a line ending
   * @param literals indexes of escaped characters
   */
  addText(text: string, line: number, lastLine = Number.POSITIVE_INFINITY, literals: number[] = []): void {
    if (this.#elements.isHidden || this.#isAsked) return;
    const styleAt = (at: number) =>
      literals.length > 0 && /[#[]/.test(text.charAt(at)) && literals.includes(at)
        ? { ...this.#style, isLiteral: true }
        : this.#style;
    if (!/[\r\n]/.test(text)) {
      if (text !== "") this.#at(line).add(text, styleAt(0));
      return;
    }
    for (const [index, piece] of splitLines(text).entries())
      this.#at(Math.min(line + index, lastLine)).add(piece.text, styleAt(piece.offset));
  }

  #addMedia(url: string, line: number): void {
    if (url !== "" && !this.#elements.isHidden) this.#at(line).add("", { ...this.#style, media: url });
  }

  #at(line: number): TextLine {
    const last = this.lines.at(-1);
    if (last !== undefined && last.line >= line) return last;
    const next = new TextLine(line);
    this.lines.push(next);
    return next;
  }

  #openTag(name: string, attributes: ReadonlyMap<string, string>, line: number): void {
    if (/^(?:th|td|tr)$/.test(name)) this.#isAsked = name === "th";
    if (name === "br") {
      this.lines.push(new TextLine(line));
      return;
    }
    if (name === "img" || name === "video" || name === "source") {
      // A tracking pixel.
      const isPixel = [attributes.get("width"), attributes.get("height")].some((size) =>
        /^[01](?:px)?$/.test(size ?? ""),
      );
      this.#addMedia(isPixel ? "" : (attributes.get("src") ?? ""), line);
      return;
    }
    const changes = this.#styleOf(name, attributes, line);
    if (changes !== null && this.#open.length < maxOpen) this.#openStyle(name, changes);
  }

  #styleOf(name: string, attributes: ReadonlyMap<string, string>, line: number): Partial<TextStyle> | null {
    if (/^(?:b|strong|i|em|u)$/.test(name)) return this.#emphasise(name === "i" || name === "em", line, null);
    if (/^(?:s|del|strike)$/.test(name)) return { isStruck: true };
    return name === "a" ? { link: attributes.get("href") || null } : null;
  }

  #closeTag(name: string, line: number): void {
    if (/^(?:th|tr|thead|table)$/.test(name)) this.#isAsked = false;
    const tag = this.#open.findLast((style) => style.name === name);
    if (tag === undefined) return;
    const { emphasis } = this.#style;
    this.#closeStyle(tag);
    if (emphasis !== null && this.#style.emphasis === null) emphasis.lastLine = line;
  }

  #emphasise(isItalic: boolean, line: number, lastLine: number | null): { emphasis: Emphasis } {
    const outer = this.#style.emphasis;
    if (outer === null) return { emphasis: { isItalic, line, lastLine } };
    outer.isItalic &&= isItalic;
    return { emphasis: outer };
  }

  #within(changes: Partial<TextStyle>, read: () => void): void {
    const span = this.#openStyle(null, changes);
    read();
    this.#closeStyle(span);
  }

  #openStyle(name: string | null, changes: Partial<TextStyle>): OpenStyle {
    const style = { name, changes, before: this.#style };
    this.#open.push(style);
    this.#style = { ...this.#style, ...changes };
    return style;
  }

  /** Styles that were opened inside it and are still open go on, as in a browser: `~~<b>a~~ b</b>`. */
  #closeStyle(closed: OpenStyle): void {
    const index = this.#open.indexOf(closed);
    this.#open.splice(index, 1);
    this.#style = closed.before;
    for (const inner of this.#open.slice(index)) {
      inner.before = this.#style;
      this.#style = { ...this.#style, ...inner.changes };
    }
  }
}
