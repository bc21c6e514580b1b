/** CommonMark 4.6: the seven ways in which an HTML block starts, and what ends each; null ends at a blank line. */
const htmlStarts: { start: RegExp; end: RegExp | null; interrupts: boolean }[] = [
  {
    start: /^<(?:script|pre|style|textarea)(?:\s|>|$)/i,
    end: /<\/(?:script|pre|style|textarea)>/i,
    interrupts: true,
  },
  { start: /^<!--/, end: /-->/, interrupts: true },
  { start: /^<\?/, end: /\?>/, interrupts: true },
  { start: /^<![a-z]/i, end: />/, interrupts: true },
  { start: /^<!\[CDATA\[/, end: /\]\]>/, interrupts: true },
  {
    start:
      /^<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:\s|\/?>|$)/i,
    end: null,
    interrupts: true,
  },
  {
    start:
      /^(?:<[a-z][a-z0-9-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>|<\/[a-z][a-z0-9-]*\s*>)\s*$/i,
    end: null,
    interrupts: false,
  },
];

/** How many spaces a line starts with. Other white space, a no-break space say, is text (CommonMark 2.1). */
export function indentOf(line: string): number {
  let spaces = 0;
  while (line[spaces] === " ") spaces++;
  return spaces;
}

/** Nothing but spaces and tabs (CommonMark 2.1). */
export function isBlank(line: string): boolean {
  return /^[ \t]*$/.test(line);
}

/** A tag that goes on for longer is cut; what starts a block is in its first characters. */
const longestTag = 2000;

export interface HtmlStart {
  /** Null: a blank line ends it. */
  end: RegExp | null;
  /** It is a comment: `<!--`. */
  isComment: boolean;
}

/** The HTML block that starts with this line (indented by less than four), or null. */
export function findHtmlStart(line: string, inParagraph: boolean): HtmlStart | null {
  const start = indentOf(line);
  const text = line.slice(start, start + longestTag);
  if (text[0] !== "<") return null;
  const found = htmlStarts.find(({ start, interrupts }) => (interrupts || !inParagraph) && start.test(text));
  return found === undefined ? null : { end: found.end, isComment: text.startsWith("<!--") };
}

export interface FenceStart {
  marker: "`" | "~";
  length: number;
}

/** An opening code fence (CommonMark 4.5), or null. */
export function findFence(line: string): FenceStart | null {
  const match = /^ {0,3}(`{3,}|~{3,})/.exec(line);
  if (match === null) return null;
  const fence = match[1]!;
  const marker = fence[0] as "`" | "~";
  if (marker === "`" && line.includes("`", match[0].length)) return null;
  return { marker, length: fence.length };
}

/** Does the line close that fence? */
export function closesFence(line: string, fence: FenceStart): boolean {
  const run = /^ {0,3}(`+|~+)[ \t]*$/.exec(line)?.[1] ?? "";
  return run[0] === fence.marker && run.length >= fence.length;
}

/** `---`, `* * *`, `___` (CommonMark 4.1). */
export function isRule(line: string): boolean {
  if (!/^ {0,3}[-*_]/.test(line)) return false;
  const marks = line.replace(/[ \t]/g, "");
  if (marks.length < 3) return false;
  for (const character of marks) if (character !== marks[0]) return false;
  return true;
}

/** The level of an ATX heading (CommonMark 4.2), or 0. */
export function findHeadingLevel(line: string): number {
  const match = /^ {0,3}(#{1,6})(?:[ \t]|$)/.exec(line);
  return match === null ? 0 : match[1]!.length;
}

/** 1 or 2 when the line would make the paragraph above it a heading (CommonMark 4.3), else 0. */
export function findSetextLevel(line: string): number {
  const match = /^ {0,3}(?:(=+)|-+)[ \t]*$/.exec(line);
  return match === null ? 0 : match[1] === undefined ? 2 : 1;
}

/** The cells of a table's row (GFM 4.10), trimmed. */
export function splitCells(row: string): string[] {
  const trimmed = row.trim();
  const inner = trimmed.startsWith("|") ? trimmed.slice(1) : trimmed;
  const cells: string[] = [];
  let cell = "";
  for (let index = 0; index < inner.length; index++) {
    const character = inner[index]!;
    if (character === "\\" && inner[index + 1] === "|") cell += inner[++index];
    else if (character === "|") {
      cells.push(cell.trim());
      cell = "";
    } else cell += character;
  }
  if (cell.trim() !== "" || !trimmed.endsWith("|")) cells.push(cell.trim());
  return cells;
}

/** Is this the row of dashes under a table's header, with as many cells as the header? */
export function isDelimiterRow(line: string, header: string): boolean {
  if (!/^[ \t|:-]+$/.test(line) || !line.includes("-") || !(line + header).includes("|")) return false;
  const cells = splitCells(line);
  return cells.every((cell) => /^:?-+:?$/.test(cell)) && cells.length === splitCells(header).length;
}

export interface ListMarker {
  type: "bullet" | "ordered";
  /** How many columns the item's content is indented by. */
  indent: number;
  /** The line after marker and space. */
  rest: string;
  isEmpty: boolean;
  /** Only a bullet or `1.` may interrupt a paragraph. */
  startsAtOne: boolean;
}

/** A list item's start (CommonMark 5.2), or null. */
export function findListMarker(line: string): ListMarker | null {
  const match = /^( {0,3})([-+*]|\d{1,9}[.)])(?=[ \t]|$)/.exec(line);
  if (match === null) return null;
  const after = line.slice(match[0].length);
  const spaces = indentOf(after);
  const isEmpty = isBlank(after);
  // Five or more spaces: the content is indented code, one column after the marker.
  const padding = isEmpty || spaces > 4 ? 1 : spaces;
  const number = /\d+/.exec(match[2]!)?.[0];
  return {
    type: number === undefined ? "bullet" : "ordered",
    indent: match[0].length + padding,
    rest: isEmpty ? "" : after.slice(padding),
    isEmpty,
    startsAtOne: number === undefined || Number(number) === 1,
  };
}
