import type { PhrasingContent } from "mdast";
import { countWords } from "../../text/words.ts";
import { type HeadingPart, isSlot, type Part, type TextPart } from "../parts.ts";
import type { Elements } from "./html.ts";
import { readNames } from "./name.ts";
import type { LineBuilder } from "./read-lines.ts";
import type { TextLine } from "./text-line.ts";
import { isDiffstat } from "./tool-line.ts";

/** Later headings get no name: nobody reads that far, and looking them up is slow. */
const maxNamed = 250;
const unnamed = { names: [], nameParts: [], head: null, translation: null };

/** The containers around a block. */
export interface Containers {
  isInQuote: boolean;
  /** How many list items contain it. */
  listDepth: number;
}

type HeadingDefaults = "isEmphasised" | "isField" | "isUnfilled" | "isSentence" | "checked";

interface NewHeading
  extends Pick<HeadingPart, "syntax" | "text" | "line" | "lastLine" | "rank" | "isCertain">,
    Partial<Pick<HeadingPart, HeadingDefaults>> {
  /** Entirely in code. */
  isCode?: boolean;
}

type NewText = Pick<TextPart, "kind" | "text" | "line" | "lastLine"> & Partial<TextPart>;

/** Reads the blocks of one text into one list. */
export interface BlockReader {
  readonly list: PartList;
  readonly elements: Elements;
  /** The lines of inline content. */
  build(nodes: readonly PhrasingContent[]): LineBuilder;
}

/** Collects parts in the text's order. */
export class PartList {
  readonly parts: Part[] = [];
  readonly #elements: Elements;
  /** How many headings were named: certain ones, and lines and cells that may be one. */
  readonly #named = { certain: 0, possible: 0 };

  constructor(elements: Elements) {
    this.#elements = elements;
  }

  addHeading({ listDepth }: Containers, heading: NewHeading): void {
    if (this.#elements.isQuote || this.#elements.isHidden) return;
    const hasName = !isFile(heading.text, heading.isCode ?? false) && this.#mayName(heading.isCertain);
    const { names, nameParts, head, translation } = hasName ? readNames(heading.text) : unnamed;
    this.parts.push({
      type: "heading",
      syntax: heading.syntax,
      text: heading.text.trim(),
      line: heading.line,
      lastLine: heading.lastLine,
      rank: heading.rank,
      names,
      nameParts,
      head,
      translation,
      isCertain: heading.isCertain,
      isEmphasised: heading.isEmphasised ?? false,
      isSentence: heading.isSentence ?? false,
      isTitle: false,
      hasLead: false,
      isEmbedded: false,
      isUnfilled: heading.isUnfilled ?? false,
      isField: heading.isField ?? false,
      listDepth,
      detailsDepth: this.#elements.detailsDepth,
      words: countWords(heading.text),
      checked: heading.checked ?? null,
    });
  }

  addLine(
    place: Containers,
    kind: "prose" | "table" | "tool" | "ignored",
    line: TextLine,
    { checked = null, isInItalics = false }: { checked?: TextPart["checked"]; isInItalics?: boolean } = {},
  ): void {
    const text = line.text.trim();
    this.add(place, {
      kind,
      text,
      line: line.line,
      lastLine: line.line,
      checked,
      media: kind === "tool" || kind === "ignored" ? null : line.media,
      words: countWords(text),
      isSlot: isInItalics || (!line.hasLink && isSlot(text)),
      isCode: line.isCode,
    });
  }

  addCode(place: Containers, code: string, lines: Pick<TextPart, "line" | "lastLine">): void {
    const kind = isDiffstat(code) ? "tool" : "code";
    this.add(place, {
      ...lines,
      kind,
      text: code.trim(),
      checked: findChecked(code),
      words: countWords(code),
    });
  }

  add({ isInQuote, listDepth }: Containers, text: NewText): void {
    this.parts.push({
      type: "text",
      kind: this.#elements.isHidden ? "comment" : text.kind,
      text: text.text,
      line: text.line,
      lastLine: text.lastLine,
      checked: text.checked ?? null,
      media: text.media ?? null,
      words: text.words ?? 0,
      isQuote: isInQuote || this.#elements.isQuote,
      isSlot: text.isSlot ?? false,
      isCode: text.isCode ?? false,
      listDepth,
      detailsDepth: this.#elements.detailsDepth,
    });
  }

  /** A long table of data must not use up the names of the real headings after it. */
  #mayName(isCertain: boolean): boolean {
    return this.#named[isCertain ? "certain" : "possible"]++ < maxNamed;
  }
}

/** "`risk_zone.kt`", "src/testing/index.ts": the text below is about that file, whatever its name. */
const isFile = (text: string, isCode: boolean) =>
  (isCode && !/\s/.test(text) && /[^\p{L}]/u.test(text)) || /^[\w@./-]*\w\.[a-z]\w{0,4}$/.test(text);

/** Some templates have their boxes in a code block. */
function findChecked(code: string): TextPart["checked"] {
  const lines = code.split("\n").filter((line) => line.trim() !== "");
  if (lines.length === 0 || !lines.every((line) => /^\s*(?:[-*]\s+)?\[[ xX]\]/.test(line))) return null;
  return lines.some((line) => /\[[xX]\]/.test(line));
}
