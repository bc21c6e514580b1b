import type { DetailsRange, HeadingForm, Part, TextPart } from "../parsed-description.ts";
import { countWords } from "./count-words.ts";
import type { Leaf } from "./leaf.ts";
import { readNames } from "./name.ts";
import { findMedia, toVisible } from "./visible-text.ts";

interface TextOptions {
  task?: TextPart["task"];
  lastLine?: number;
  /** The paragraph is in italics from its first to its last word. */
  inItalics?: boolean;
}

/** Collects parts in the text's order; knows what they are inside of. */
export class PartList {
  readonly parts: Part[] = [];
  readonly details: DetailsRange[] = [];
  /** Depths of open elements; a `<blockquote>` in HTML is a quote. */
  private detailsDepth = 0;
  private quoteDepth = 0;

  addHeading(
    form: HeadingForm,
    [line, lastLine]: [first: number, last: number],
    text: string,
    { rank, isCertain, task = null }: { rank: number; isCertain: boolean; task?: TextPart["task"] },
  ): void {
    if (this.quoteDepth > 0) return;
    const { names, parts, head } = readNames(text);
    const visible = toVisible(text);
    this.parts.push({
      type: "heading",
      form,
      text: text.trim(),
      line,
      lastLine,
      rank,
      names,
      parts,
      head,
      isCertain,
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

  enterDetails(line: number): void {
    if (this.detailsDepth++ === 0) this.details.push({ first: line, last: null });
  }

  leaveDetails(line: number): void {
    if (this.detailsDepth === 0) return;
    if (--this.detailsDepth === 0) this.details.at(-1)!.last = line;
  }

  enterQuote(): void {
    this.quoteDepth++;
  }

  leaveQuote(): void {
    this.quoteDepth = Math.max(0, this.quoteDepth - 1);
  }
}

/** `[describe here]`, `<your text>`, `{reason}`, `(link)`; neither a link nor a checkbox. */
function isSlot(text: string): boolean {
  return /^\s*(?:\[[^\][]{3,200}\]|\{[^{}]{3,200}\}|\([^()]{3,200}\)|<[^<>/="]{3,200}>)\s*[.:]?\s*$/.test(
    text,
  );
}

/** Some forms have their boxes in a code block. */
function findBoxes(code: string): TextPart["task"] {
  const lines = code.split("\n").filter((line) => line.trim() !== "");
  if (lines.length === 0 || !lines.every((line) => /^\s*(?:[-*]\s+)?\[[ xX]\]/.test(line))) return null;
  return lines.some((line) => /\[[xX]\]/.test(line)) ? "ticked" : "open";
}
