import type { HeadingForm, HeadingPart, LineRange, Part, TextPart } from "../parsed-description.ts";
import { countWords } from "./count-words.ts";
import type { Leaf } from "./leaf.ts";
import { readNames } from "./name.ts";
import { findMedia, toVisible } from "./visible-text.ts";

/** Later headings have no name: nobody reads so far, and looking them up would take long. */
const mostNamed = 250;
const unnamed = { names: [], parts: [], head: null, translation: null };

interface HeadingOptions extends Pick<HeadingPart, "rank" | "isCertain"> {
  isEmphasised?: boolean;
  task?: TextPart["task"];
}

interface TextOptions {
  task?: TextPart["task"];
  lastLine?: number;
  /** The paragraph is in italics from its first to its last word. */
  inItalics?: boolean;
}

/** Collects parts in the text's order; knows what they are inside of. */
export class PartList {
  readonly parts: Part[] = [];
  readonly enclosed: LineRange[] = [];
  /** How many headings were named: certain ones, and lines and cells that may be one. */
  private readonly named = { certain: 0, possible: 0 };
  /** Depths of open elements; a `<blockquote>` in HTML is a quote. */
  private detailsDepth = 0;
  private quoteDepth = 0;

  addHeading(
    form: HeadingForm,
    [line, lastLine]: [first: number, last: number],
    text: string,
    { rank, isCertain, isEmphasised = false, task = null }: HeadingOptions,
  ): void {
    if (this.quoteDepth > 0) return;
    const { names, parts, head, translation } = this.mayName(isCertain) ? readNames(text) : unnamed;
    const visible = toVisible(text);
    this.parts.push({
      type: "heading",
      form,
      text: visible || text.trim(),
      line,
      lastLine,
      rank,
      names,
      parts,
      head,
      translation,
      isCertain,
      isEmphasised,
      isEmbedded: false,
      details: this.detailsDepth,
      words: countWords(visible),
      task,
    });
  }

  addText(
    leaf: Leaf,
    kind: TextPart["kind"],
    line: number,
    text: string,
    { task = null, lastLine = line, inItalics = false }: TextOptions = {},
  ): void {
    const isRaw = kind === "code" || kind === "comment";
    const media = isRaw ? null : findMedia(text);
    const visible = isRaw ? text.trim() : toVisible(text) || (media === null ? "" : text.trim());
    this.parts.push({
      type: "text",
      kind,
      text: visible,
      line,
      lastLine,
      task: kind === "code" ? findBoxes(text) : task,
      media,
      words: kind === "comment" ? 0 : countWords(visible),
      isQuote: leaf.inQuote || this.quoteDepth > 0,
      isSlot: inItalics || isSlot(text),
      listDepth: leaf.listDepth,
      details: this.detailsDepth,
    });
  }

  /** A long table of data takes nothing away from the real headings behind it. */
  private mayName(isCertain: boolean): boolean {
    return this.named[isCertain ? "certain" : "possible"]++ < mostNamed;
  }

  enterDetails(line: number): void {
    this.enter(line);
    this.detailsDepth++;
  }

  leaveDetails(line: number): void {
    this.detailsDepth = Math.max(0, this.detailsDepth - 1);
    this.leave(line);
  }

  enterQuote(line: number): void {
    this.enter(line);
    this.quoteDepth++;
  }

  leaveQuote(line: number): void {
    this.quoteDepth = Math.max(0, this.quoteDepth - 1);
    this.leave(line);
  }

  /** A block that nothing can be put into. */
  enclose(first: number, last: number): void {
    if (this.detailsDepth + this.quoteDepth === 0) this.enclosed.push({ first, last });
  }

  private enter(line: number): void {
    if (this.detailsDepth + this.quoteDepth === 0) this.enclosed.push({ first: line, last: null });
  }

  private leave(line: number): void {
    const range = this.enclosed.at(-1);
    if (this.detailsDepth + this.quoteDepth === 0 && range?.last === null) range.last = line;
  }
}

/** `[describe here]`, `<your text>`, `{reason}`, `(link)`: a few words in brackets; neither a link nor a checkbox. */
function isSlot(text: string): boolean {
  const match =
    /^\s*(?:\[([^\][]{3,200})\]|\{([^{}]{3,80})\}|\(([^()]{3,80})\)|<([^<>/="]{3,80})>)\s*[.:]?\s*$/.exec(
      text,
    );
  if (match === null) return false;
  // Writers put asides into parentheses, and "edit: …" into brackets.
  const mostWords = match[1] === undefined ? 8 : 30;
  return (
    countWords(match.slice(1).join("")) <= mostWords && !/^\W*(?:edit|note|update)\b|\w: /i.test(match[0])
  );
}

/** Some forms have their boxes in a code block. */
function findBoxes(code: string): TextPart["task"] {
  const lines = code.split("\n").filter((line) => line.trim() !== "");
  if (lines.length === 0 || !lines.every((line) => /^\s*(?:[-*]\s+)?\[[ xX]\]/.test(line))) return null;
  return lines.some((line) => /\[[xX]\]/.test(line)) ? "ticked" : "open";
}
