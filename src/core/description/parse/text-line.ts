import type { Node } from "mdast";

/** Words in bold or italics, or underlined. */
export interface Emphasis {
  isItalic: boolean;
  /** The line on which it starts, from 1. */
  line: number;
  /** The line on which it ends; null when it is never closed. */
  lastLine: number | null;
}

/** A piece of a line in one style. */
export interface TextRun {
  /** As shown. An image has none. */
  text: string;
  /** The outermost emphasis around it. */
  emphasis: Emphasis | null;
  isCode: boolean;
  isStruck: boolean;
  /** It starts with an escaped character, so it is neither a heading nor a box. */
  isLiteral: boolean;
  /** Its link's target. */
  link: string | null;
  /** The address of an image or video. */
  media: string | null;
}

/** Letters that look like blanks, and characters without width. */
const invisible = String.raw`[\u00AD\u115F\u1160\u180E\u200B\u2060-\u2064\u2800\u3164\uFFA0]|\u034F`;
/** Several blanks, or one that is not a space; line endings included. A single space stays as it is. */
const blanks = new RegExp(` (?:\\s|${invisible})+|(?:[^\\S ]|${invisible})(?:\\s|${invisible})*`, "g");
const mediaUrl =
  /https?:\/\/\S{1,200}?(?:\.(?:png|jpe?g|gif|svg|webp|mp4|mov|webm)\b|user-attachments\/assets\/|user-images\.githubusercontent\.com\/)/i;
const url = /\bhttps?:\/\/[^\s<>()]/i;
const badge = /badge|shields\.io/i;

declare module "mdast" {
  interface TextData {
    /** Indexes of the characters that were escaped, in UTF-16 code units. */
    literals?: number[];
  }
}

/** A node's first and last line, from 1. */
export function linesOf({ position }: Node): { line: number; lastLine: number } {
  // biome-ignore lint/style/noNonNullAssertion: every node that was parsed has its position.
  const { start, end } = position!;
  return { line: start.line, lastLine: end.line };
}

/** A line of a text as its reader sees it: without marks, tags, comments or targets. */
export class TextLine {
  /** From 1. */
  readonly line: number;
  readonly runs: TextRun[] = [];
  text = "";
  /** Stored, because reading the text's last character would copy the text each time. */
  #endsInBlank = true;

  constructor(line: number) {
    this.line = line;
  }

  /** Keeps one of several blanks, and none at the start. */
  add(text: string, style: Omit<TextRun, "text">): void {
    let shown = text.replace(blanks, " ");
    if (this.#endsInBlank && shown.startsWith(" ")) shown = shown.slice(1);
    if (shown === "" && style.media === null) return;
    this.runs.push({ ...style, text: shown });
    this.text += shown;
    if (shown !== "") this.#endsInBlank = shown.endsWith(" ");
  }

  /** The line without its first characters and the blanks after them. */
  from(start: number): TextLine {
    if (start === 0) return this;
    const rest = new TextLine(this.line);
    let skip = start;
    for (const { text, ...style } of this.runs) {
      if (skip < text.length || (text === "" && skip === 0)) rest.add(text.slice(skip), style);
      skip = Math.max(0, skip - text.length);
    }
    return rest;
  }

  /**
   * The strongest thing in it that counts whatever its words: an image or video, else a link with a target.
   * Badges are neither.
   */
  get media(): "image" | "link" | null {
    if (!this.hasLink && !this.text.includes("://")) return null;
    const isBadge = this.runs.some(
      ({ media, link }) => (media !== null && badge.test(media)) || (link !== null && badge.test(link)),
    );
    if (isBadge || badge.test(this.text)) return null;
    if (mediaUrl.test(this.text)) return "image";
    if (this.runs.some(({ media, link }) => media !== null || (link !== null && mediaUrl.test(link))))
      return "image";
    return url.test(this.text) || this.runs.some(({ link, text }) => link !== null && text !== "")
      ? "link"
      : null;
  }

  /** Does it start with plain text: no code, link or escaped character? */
  get startsPlain(): boolean {
    const [first] = this.runs;
    return first !== undefined && !first.isCode && !first.isLiteral && first.link === null;
  }

  /** The run that has the character at this index. */
  runAt(index: number): TextRun | undefined {
    let end = 0;
    return this.runs.find(({ text }) => {
      end += text.length;
      return index < end;
    });
  }

  /** Is all of it struck out? */
  get isStruck(): boolean {
    return this.text.trim() !== "" && this.runs.every(isStruckOrBlank);
  }

  /** How many characters at its start are struck out, blanks after them included. */
  get struckLength(): number {
    const kept = this.runs.findIndex((run) => !isStruckOrBlank(run));
    const lead = kept === -1 ? this.runs : this.runs.slice(0, kept);
    if (!lead.some(({ isStruck }) => isStruck)) return 0;
    return lead.reduce((sum, { text }) => sum + text.length, 0);
  }

  /** Is all of it in the same italics? */
  get isItalic(): boolean {
    const [first] = this.runs;
    return (
      first?.emphasis?.isItalic === true && this.runs.every(({ emphasis }) => emphasis === first.emphasis)
    );
  }

  get hasCode(): boolean {
    return this.runs.some(({ isCode }) => isCode);
  }

  /** Is all of it in code, blanks aside? */
  get isCode(): boolean {
    return this.runs.every((run) => run.isCode || run.text.trim() === "");
  }

  get hasLink(): boolean {
    return this.runs.some(({ link, media }) => link !== null || media !== null);
  }
}

const isStruckOrBlank = ({ isStruck, text, media }: TextRun): boolean =>
  media === null && (isStruck || text.trim() === "");

export const plainStyle: Omit<TextRun, "text"> = {
  emphasis: null,
  isCode: false,
  isStruck: false,
  isLiteral: false,
  link: null,
  media: null,
};
