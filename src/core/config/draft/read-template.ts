import { parseFence } from "../../text/fence.ts";
import { isThematicBreak, splitLines } from "../../text/lines.ts";
import { visibleLines } from "../../text/visible-lines.ts";

/** One heading of a pull request template, with what the template says below it. */
export interface TemplateSection {
  heading: string;
  /** The template's own wording on one line; "" when it says nothing. */
  hint: string;
  /** The template calls it optional. */
  isOptional: boolean;
}

interface Block {
  level: number;
  heading: string;
  lines: string[];
}

const longestHint = 300;
const longestHeading = 100;

const atxHeading = /^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/;
/** A line that is nothing but bold text; only some templates without headings mean one by it. */
const boldLine = /^ {0,3}(?:\*\*|__)([^*_]{2,80}?):?(?:\*\*|__):?[ \t]*$/;

const plain = (text: string) =>
  text
    .replace(/<!--|-->/g, " ")
    .replace(/<[a-z/][^>]*>/gi, " ")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/^\s*(?:[-*+>|]|#{1,6}\s|\d+[.)])\s*(?:\[[ xX]\]\s*)?/, "")
    .replace(/[*`]{1,3}(?=\S)|(?<=\S)[*`]{1,3}/g, "")
    .replace(/(?<![\p{L}\p{N}:_])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\p{L}\p{N}:_])/gu, "")
    .replace(/\s+/g, " ")
    .trim();

function readBlocks(
  text: string,
  isHeading: (line: string) => { level: number; heading: string } | null,
): Block[] {
  const blocks: Block[] = [];
  // What looks like a heading inside a fence or a comment is none.
  const shown = new Set(
    [...visibleLines(text)].filter(({ fence }) => fence === null).map(({ number }) => number),
  );
  for (const [index, { text: line }] of splitLines(text).entries()) {
    const heading = shown.has(index + 1) ? isHeading(line) : null;
    if (heading !== null) blocks.push({ ...heading, lines: [] });
    else blocks.at(-1)?.lines.push(line);
  }
  return blocks;
}

const readAtx = (line: string) => {
  const match = atxHeading.exec(line);
  return match === null ? null : { level: match[1]!.length, heading: match[2]! };
};
const readBold = (line: string) => {
  const match = boldLine.exec(line);
  return match === null ? null : { level: 1, heading: match[1]! };
};

function shorten(text: string): string {
  if (text.length <= longestHint) return text;
  const cut = text.slice(0, longestHint - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), longestHint / 2))}…`;
}

const isListItem = (line: string) => /^\s*(?:[-*+]|\d+[.)])\s/.test(line);

/** The lines below a heading as one: entries of a list are kept apart. */
function hintOf(block: Block): string {
  let hint = "";
  for (const line of block.lines) {
    // Fences, rules and the lines between a table's head and body say nothing.
    if (parseFence(line) !== null || isThematicBreak(line) || /^[\s:|-]*$/.test(line)) continue;
    const text = plain(line);
    if (text === "") continue;
    const between = hint === "" ? "" : isListItem(line) && !/[.:;,!?]$/.test(hint) ? "; " : " ";
    hint += `${between}${text}`;
  }
  return shorten(hint);
}

/**
 * Reads a pull request template (Markdown, any of GitHub's forms) line by line: its headings in order, each with the template's
 * own words below it as a hint. A heading that only holds smaller headings is left out. A template without any heading gives none.
 */
export function readTemplate(text: string): TemplateSection[] {
  // Templates in a folder may begin with front matter, as issue templates do.
  const body = text.replace(/^\uFEFF?---\r?\n[\s\S]*?\r?\n---\r?\n/, "");
  const atx = readBlocks(body, readAtx);
  const blocks = atx.length > 0 ? atx : readBlocks(body, readBold);
  return blocks.flatMap((block, index) => {
    const heading = plain(block.heading.replace(/<!--.*?-->/g, "")).replace(/(?<!:[a-z0-9_+-]+)[:\s]+$/i, "");
    const hint = hintOf(block);
    const next = blocks[index + 1];
    const onlyHolds = hint === "" && next !== undefined && next.level > block.level;
    // A sentence in large letters is a note to the author, not a heading.
    if (!/[\p{L}\p{N}]/u.test(heading) || heading.length > longestHeading || onlyHolds) return [];
    const isOptional =
      /\boptional\b/i.test(block.heading) || /^\W*(?:this (?:section )?is )?optional\b/i.test(hint);
    return [{ heading, hint, isOptional }];
  });
}
