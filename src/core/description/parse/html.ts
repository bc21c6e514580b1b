import { Tokenizer } from "parse5";
import { wordSet } from "../../text/words.ts";
import type { LineRange } from "../parts.ts";

/** A piece of HTML. Lines count from 0 within the HTML. */
export type HtmlToken =
  | { type: "start"; name: string; attributes: Map<string, string>; line: number; isSelfClosing: boolean }
  | { type: "end"; name: string; line: number }
  | { type: "comment"; text: string; line: number; lastLine: number }
  | { type: "text"; text: string; line: number };

/** Reads HTML as browsers do, tag by tag, because a tag may be closed in another block or never. */
export function readTokens(html: string): HtmlToken[] {
  const comment = readOnlyComment(html);
  if (comment !== null) return [comment];
  const tokens: HtmlToken[] = [];
  type Located = { location: { startLine: number; endLine: number } | null };
  const lineOf = ({ location }: Located) => (location?.startLine ?? 1) - 1;
  const addText = (token: Located & { chars: string }) => {
    const last = tokens.at(-1);
    if (last?.type === "text") last.text += token.chars;
    else tokens.push({ type: "text", text: token.chars, line: lineOf(token) });
  };
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onComment: (token) =>
        tokens.push({
          type: "comment",
          text: token.data,
          line: lineOf(token),
          lastLine: (token.location?.endLine ?? 1) - 1,
        }),
      onDoctype: () => {},
      onStartTag: (token) =>
        tokens.push({
          type: "start",
          name: token.tagName,
          attributes: new Map(token.attrs.map(({ name, value }) => [name, value])),
          line: lineOf(token),
          isSelfClosing: token.selfClosing,
        }),
      onEndTag: (token) => tokens.push({ type: "end", name: token.tagName, line: lineOf(token) }),
      onEof: () => {},
      onCharacter: addText,
      onNullCharacter: addText,
      onWhitespaceCharacter: addText,
    },
  );
  tokenizer.write(html, true);
  return tokens;
}

/** Most HTML in descriptions is one comment, which needs no tokenizer; null for anything else. */
function readOnlyComment(html: string): HtmlToken | null {
  const isOne = html.startsWith("<!--") && html.length > 7 && html.indexOf("-->") === html.length - 3;
  if (!isOne || /--!>|[\r\0]/.test(html)) return null;
  const lines = html.match(/\n/g)?.length ?? 0;
  return { type: "comment", text: html.slice(4, -3), line: 0, lastLine: lines };
}

/** Elements without an end tag (HTML 13.1.2). */
const voids = wordSet("area base br col embed hr img input link meta source track wbr");

/** An open element, and how it and the elements around it affect the text inside. */
interface Element {
  name: string;
  detailsDepth: number;
  isQuote: boolean;
  isTable: boolean;
  isHidden: boolean;
}

/**
 * The open HTML elements at a place in the text, as far as they affect how it reads. They may span many
 * blocks.
 */
export class Elements {
  /** The lines of the outermost elements, where nothing can be inserted. */
  readonly ranges: LineRange[] = [];
  #stack: Element[] = [];

  get depth(): number {
    return this.#stack.length;
  }

  get detailsDepth(): number {
    return this.#stack.at(-1)?.detailsDepth ?? 0;
  }

  get isQuote(): boolean {
    return this.#stack.at(-1)?.isQuote ?? false;
  }

  get isTable(): boolean {
    return this.#stack.at(-1)?.isTable ?? false;
  }

  get isHidden(): boolean {
    return this.#stack.at(-1)?.isHidden ?? false;
  }

  open(name: string, attributes: ReadonlyMap<string, string>, line: number): void {
    if (voids.has(name)) return;
    const isHidden =
      this.isHidden ||
      attributes.has("hidden") ||
      /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes.get("style") ?? "");
    if (!isHidden && !/^(?:details|blockquote|table)$/.test(name)) return;
    if (this.#stack.length === 0) this.ranges.push({ first: line, last: null });
    this.#stack.push({
      name,
      detailsDepth: this.detailsDepth + (name === "details" ? 1 : 0),
      isQuote: this.isQuote || name === "blockquote",
      isTable: this.isTable || name === "table",
      isHidden,
    });
  }

  /** Closes the innermost open element of that name, and what is open inside it. */
  close(name: string, line: number): void {
    const index = this.#stack.findLastIndex((element) => element.name === name);
    if (index !== -1) this.closeTo(index, line);
  }

  /** Closes all elements below that depth: a list item or quote ends what was opened in it. */
  closeTo(depth: number, line: number): void {
    if (depth >= this.#stack.length) return;
    this.#stack.length = depth;
    const range = this.ranges.at(-1);
    if (depth === 0 && range?.last === null) range.last = line;
  }

  /** Records a block that nothing can be inserted into. */
  enclose(first: number, last: number): void {
    if (this.#stack.length === 0) this.ranges.push({ first, last });
  }
}
