import type { DetailsRange, HeadingForm, Part, TextPart } from "../parsed-description.ts";
import { countWords } from "./count-words.ts";
import type { Leaf } from "./leaf.ts";
import { readNames } from "./name.ts";
import { findMedia, toVisible } from "./visible-text.ts";

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
    { rank, isCertain }: { rank: number; isCertain: boolean },
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
    });
  }

  addText(
    leaf: Leaf,
    kind: TextPart["kind"],
    line: number,
    text: string,
    { task = null, lastLine = line }: { task?: TextPart["task"]; lastLine?: number } = {},
  ): void {
    const isComment = kind === "comment";
    const visible = kind === "code" || isComment ? text.trim() : toVisible(text);
    this.parts.push({
      type: "text",
      kind,
      text: visible,
      line,
      lastLine,
      task,
      media: isComment || kind === "code" ? null : findMedia(text),
      words: isComment ? 0 : countWords(visible),
      isQuote: leaf.inQuote || this.quoteDepth > 0,
      isSlot: isSlot(text),
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
