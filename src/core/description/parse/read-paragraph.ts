import type { TextPart } from "../parsed-description.ts";
import { stripComments } from "../../text/html-comments.ts";
import type { Leaf } from "./leaf.ts";
import { countWords } from "./count-words.ts";
import { findPseudoHeading, findTask, findUnspacedHeading, type PseudoHeading } from "./pseudo-heading.ts";
import type { PartList } from "./part-list.ts";

/** Ranks of the headings that only people see: below GitHub's six, a summary stronger than a bold line than a label. */
export const rank = { summary: 7, bold: 8, numbered: 9, label: 9, inline: 10 } as const;

/** More words than this in a label make it a sentence. */
const fewWords = 4;

/** A paragraph line by line: each can be a heading to its readers, or a checkbox. */
export function readParagraph(list: PartList, leaf: Leaf): void {
  const { text, comments } = stripComments(leaf.lines.join("\n"));
  for (const comment of comments) list.addText(leaf, "comment", leaf.first, comment);
  const inItalics = isItalic(text.trim());
  text.split("\n").forEach((line, index) => {
    if (line.trim() !== "")
      readLine(list, leaf, line.trim(), {
        number: leaf.first + index,
        isFirst: index === 0,
        inItalics: inItalics || isItalic(line.trim()),
      });
  });
}

/** Forms put what they ask for in italics; a few words in italics are a heading. */
const isItalic = (text: string) => /^([*_])(?![*_\s])[^*_]{12,}\1$/.test(text);

interface LinePlace {
  number: number;
  isFirst: boolean;
  inItalics: boolean;
}

function readLine(list: PartList, leaf: Leaf, line: string, { number, isFirst, inItalics }: LinePlace): void {
  const box = leaf.startsItem === null || isFirst ? findTask(line) : null;
  const text = box?.rest ?? line;
  const task = box?.state ?? null;
  const pseudo = leaf.inQuote ? null : findLineHeading(leaf, text, task === null && isFirst);
  if (pseudo !== null) {
    const form = task === null ? pseudo.form : "task";
    list.addHeading(form, [number, number], pseudo.text, {
      rank: pseudo.rank ?? rank[pseudo.form],
      isCertain: isCertain(pseudo),
      isEmphasised: pseudo.isEmphasised,
      task,
    });
  }
  const rest = pseudo === null ? text : pseudo.rest;
  if (pseudo === null || rest !== "")
    list.addText(leaf, isDefinition(text) ? "definition" : "prose", number, rest, {
      task: task ?? findChoice(rest),
      inItalics,
    });
}

/** `Tests: [ ] yes / [x] no`: boxes in a line; nothing else than boxes when none of them is ticked. */
function findChoice(text: string): TextPart["task"] {
  const box = findTask(text);
  if (box === null) return null;
  return /\[[xX✓✔]\]/.test(text) ? "ticked" : box.state;
}

interface LineHeading extends Omit<PseudoHeading, "form"> {
  form: PseudoHeading["form"] | "numbered";
  /** Set when the form alone does not tell. */
  rank?: number;
}

function findLineHeading(leaf: Leaf, text: string, mayBeNumbered: boolean): LineHeading | null {
  if (isDefinition(text)) return null;
  const unspaced = findUnspacedHeading(text);
  if (unspaced !== null)
    return { form: "bold", rank: unspaced.level, text: unspaced.text, rest: "", isEmphasised: false };
  const pseudo = findPseudoHeading(text);
  if (pseudo !== null) return pseudo;
  const isNumbered = leaf.startsItem === "ordered" && mayBeNumbered;
  // With a text on the next line it is a heading only when it is short: "1. Why".
  const most = leaf.lines.length === 1 ? 2 * fewWords : fewWords;
  return isNumbered && countWords(text) <= most
    ? { form: "numbered", text, rest: "", isEmphasised: false }
    : null;
}

function isCertain({ form, text, rank }: LineHeading): boolean {
  if (form === "inline" || form === "numbered") return false;
  // "#include" and "#12" are text; nothing but a heading starts with two.
  if (rank !== undefined) return rank > 1;
  if (form === "bold") return !/[.!。]$/.test(text);
  return countWords(text) <= fewWords && !/[?？]$/.test(text);
}

/** `[1]: https://…` (CommonMark 4.7): shows nothing. */
const isDefinition = (text: string) => /^\[[^\]]+\]:\s*\S+\s*$/.test(text);
