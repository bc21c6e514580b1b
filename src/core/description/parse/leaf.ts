export type LeafKind = "paragraph" | "heading" | "code" | "html" | "rule" | "table";

/** A block that holds no other blocks (CommonMark's "leaf block"), with the containers around it flattened into facts. */
export interface Leaf {
  kind: LeafKind;
  /** First and last line, from 1. */
  first: number;
  last: number;
  /** Its lines without the markers of the quotes and lists around them. */
  lines: string[];
  /** 1 to 6 for a heading, else 0. */
  level: number;
  setext: boolean;
  /** HTML that a blank line does not end: `<pre>`, a comment. */
  isRaw: boolean;
  inQuote: boolean;
  /** How many list items it is in. */
  listDepth: number;
  /** It is the first thing in its list item, where a checkbox would be: which kind of item; else null. */
  startsItem: "bullet" | "ordered" | null;
}

/** What the text ended inside of: everything up to the end belongs to it. */
export interface OpenEnd {
  kind: "code" | "comment" | "html";
  /** Its first line, from 1. */
  line: number;
}
