import { countWords } from "../../text/words.ts";
import { type HeadingForm, type HeadingPart, isSlot, type Part, type TextPart } from "../parts.ts";
import type { Elements } from "./html.ts";
import { readNames } from "./name.ts";
import type { TextLine } from "./text-line.ts";
import { isDiffstat } from "./tool-line.ts";

/** Later headings get no name: nobody reads that far, and looking them up is slow. */
const maxNamed = 250;
const unnamed = { names: [], parts: [], head: null, translation: null };

/** The containers around a block. */
export interface Containers {
  inQuote: boolean;
  /** How many list items contain it. */
  listDepth: number;
}

interface HeadingOptions extends Pick<HeadingPart, "rank" | "isCertain"> {
  isEmphasised?: boolean;
  isField?: boolean;
  isUnfilled?: boolean;
  isSentence?: boolean;
  /** Entirely in code. */
  isCode?: boolean;
  task?: TextPart["task"];
}

/** Collects parts in the text's order. */
export class PartList {
  readonly parts: Part[] = [];
  private readonly elements: Elements;
  /** How many headings were named: certain ones, and lines and cells that may be one. */
  private readonly named = { certain: 0, possible: 0 };

  constructor(elements: Elements) {
    this.elements = elements;
  }

  addHeading(
    { listDepth }: Containers,
    form: HeadingForm,
    [line, lastLine]: [first: number, last: number],
    text: string,
    {
      rank,
      isCertain,
      isEmphasised = false,
      isField = false,
      isUnfilled = false,
      isSentence = false,
      isCode = false,
      task = null,
    }: HeadingOptions,
  ): void {
    if (this.elements.isQuote || this.elements.isHidden) return;
    const hasName = !isFile(text, isCode) && this.mayName(isCertain);
    const { names, parts, head, translation } = hasName ? readNames(text) : unnamed;
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
      translation,
      isCertain,
      isEmphasised,
      isSentence,
      isTitle: false,
      hasLead: false,
      isEmbedded: false,
      isUnfilled,
      isField,
      listDepth,
      details: this.elements.details,
      words: countWords(text),
      task,
    });
  }

  addLine(
    place: Containers,
    kind: "prose" | "table" | "tool" | "definition",
    line: TextLine,
    { task = null, inItalics = false }: { task?: TextPart["task"]; inItalics?: boolean } = {},
  ): void {
    const text = line.text.trim();
    this.add(place, kind, [line.line, line.line], text, {
      task,
      media: kind === "tool" || kind === "definition" ? null : line.media,
      words: countWords(text),
      isSlot: inItalics || (!line.hasLink && isSlot(text)),
      isCode: line.isCode,
    });
  }

  addCode(place: Containers, lines: [first: number, last: number], code: string): void {
    const kind = isDiffstat(code) ? "tool" : "code";
    this.add(place, kind, lines, code.trim(), { task: findBoxes(code), words: countWords(code) });
  }

  /** What is invisible to a reader, or has no words. */
  addSilent(
    place: Containers,
    kind: "comment" | "rule" | "definition",
    lines: [first: number, last: number],
    text = "",
  ): void {
    this.add(place, kind, lines, text, {});
  }

  private add(
    { inQuote, listDepth }: Containers,
    kind: TextPart["kind"],
    [line, lastLine]: [first: number, last: number],
    text: string,
    more: Partial<TextPart>,
  ): void {
    this.parts.push({
      type: "text",
      kind: this.elements.isHidden ? "comment" : kind,
      text,
      line,
      lastLine,
      task: null,
      media: null,
      words: 0,
      isQuote: inQuote || this.elements.isQuote,
      isSlot: false,
      isCode: false,
      listDepth,
      details: this.elements.details,
      ...more,
    });
  }

  /** A long table of data must not use up the names of the real headings after it. */
  private mayName(isCertain: boolean): boolean {
    return this.named[isCertain ? "certain" : "possible"]++ < maxNamed;
  }
}

/** "`risk_zone.kt`", "src/testing/index.ts": what is below is about that file, whatever its name. */
const isFile = (text: string, isCode: boolean) =>
  (isCode && !/\s/.test(text) && /[^\p{L}]/u.test(text)) || /^[\w@./-]*\w\.[a-z]\w{0,4}$/.test(text);

/** Some forms have their boxes in a code block. */
function findBoxes(code: string): TextPart["task"] {
  const lines = code.split("\n").filter((line) => line.trim() !== "");
  if (lines.length === 0 || !lines.every((line) => /^\s*(?:[-*]\s+)?\[[ xX]\]/.test(line))) return null;
  return lines.some((line) => /\[[xX]\]/.test(line)) ? "ticked" : "open";
}
