import { countWords } from "../../text/words.ts";
import type { TextPart } from "../parts.ts";
import { readDroppedTask } from "./dropped-task.ts";
import { findPseudoHeading, findTask, findUnspacedHeading, type PseudoHeading } from "./headings.ts";
import type { Containers, PartList } from "./part-list.ts";
import type { Comment } from "./read-lines.ts";
import type { TextLine } from "./text-line.ts";
import { isToolLine } from "./tool-line.ts";

/** Ranks of headings that only people see, all weaker than GitHub's six: a summary, a bold line, a label. */
export const rank = { summary: 7, bold: 8, numbered: 9, label: 9, inline: 10 } as const;

/** A label with more words than this is a sentence. */
const fewWords = 4;

/** In characters: a form's hint in italics is longer than a heading. */
const shortestHint = 12;

export interface ParagraphPlace extends Containers {
  /** If it is the first thing in its list item, the kind of item; else null. */
  startsItem: "bullet" | "ordered" | null;
  /** The item's box. */
  task: TextPart["task"];
}

interface ParagraphText {
  lines: readonly TextLine[];
  comments: readonly Comment[];
}

/** A paragraph line by line, because each line can be a heading to its readers, or a checkbox. */
export function readParagraph(
  list: PartList,
  place: ParagraphPlace,
  { lines, comments }: ParagraphText,
): void {
  for (const { text, line, lastLine } of comments) list.addSilent(place, "comment", [line, lastLine], text);
  const [first] = lines;
  const inItalics = first !== undefined && lines.every((line) => isInItalics(line, first));
  for (const [index, line] of lines.entries()) {
    readParagraphLine(list, place, line, {
      isFirst: index === 0,
      isAlone: lines.length === 1,
      inItalics: inItalics || isInItalics(line, line),
    });
  }
}

/** Forms put what they ask for in italics; only a few words in italics are a heading. */
function isInItalics(line: TextLine, first: TextLine): boolean {
  return (
    line.isItalic && line.runs[0]?.emphasis === first.runs[0]?.emphasis && first.text.length >= shortestHint
  );
}

interface LinePlace {
  isFirst: boolean;
  isAlone: boolean;
  inItalics: boolean;
}

function readParagraphLine(list: PartList, place: ParagraphPlace, line: TextLine, at: LinePlace): void {
  const box = place.startsItem === null || at.isFirst ? findBox(place, line, at.isFirst) : null;
  const said = box?.rest ?? line;
  const task = box?.state ?? null;
  if (said.text.trim() === "" && said.media === null && task === null) return;
  const remark = task === "open" ? readDroppedTask(said) : null;
  if (remark !== null || (task === null && said.isStruck)) {
    list.addLine(place, "definition", said);
    if (remark !== null && remark.text.trim() !== "") list.addLine(place, "prose", remark);
    return;
  }
  if (task === null && isToolLine(said)) {
    list.addLine(place, "tool", said);
    return;
  }
  const seen = place.inQuote ? null : findLineHeading(place, said, task === null, at);
  // What a form asks for in italics, and what has a link, is read as text.
  const pseudo = seen?.isSentence && (at.inItalics || said.media !== null) ? null : seen;
  if (pseudo !== null) {
    const form = task === null ? pseudo.form : "task";
    list.addHeading(place, form, [line.line, line.line], pseudo.text, {
      rank: pseudo.rank ?? rank[pseudo.form],
      isCertain: isCertain(pseudo),
      isEmphasised: pseudo.isEmphasised,
      isField: pseudo.isField,
      isSentence: pseudo.isSentence,
      task,
    });
  }
  const rest = pseudo === null ? said : pseudo.rest;
  if (rest !== null)
    list.addLine(place, "prose", rest, { task: task ?? findChoice(rest), inItalics: at.inItalics });
}

/** A box that GitHub shows, or one that only people see. */
function findBox(
  { startsItem, task }: ParagraphPlace,
  line: TextLine,
  isFirst: boolean,
): { state: "ticked" | "open"; rest: TextLine } | null {
  if (startsItem !== null && isFirst && task !== null) return { state: task, rest: line };
  const box = findTask(line);
  return box === null ? null : { state: box.state, rest: line.from(box.length) };
}

/** `Tests: [ ] yes / [x] no`: boxes within a line; only boxes when none of them is ticked. */
function findChoice(line: TextLine): TextPart["task"] {
  const box = findTask(line);
  if (box === null) return null;
  return /\[[xX✓✔]\]/.test(line.text) ? "ticked" : box.state;
}

interface LineHeading extends PseudoHeading {
  /** Set when the form alone does not tell. */
  rank?: number;
  isCertain?: boolean;
}

function findLineHeading(
  { startsItem }: ParagraphPlace,
  line: TextLine,
  isBare: boolean,
  { isFirst, isAlone }: LinePlace,
): LineHeading | null {
  const unspaced = line.startsPlain ? findUnspacedHeading(line.text) : null;
  if (unspaced !== null)
    return {
      form: "bold",
      rank: unspaced.level,
      isCertain: unspaced.isCertain,
      text: unspaced.text,
      rest: null,
      isEmphasised: false,
      isField: false,
    };
  const pseudo = findPseudoHeading(line);
  if (pseudo !== null) return pseudo;
  // With text on the next line, only a short one is a heading: "1. Why".
  const most = isAlone ? 2 * fewWords : fewWords;
  return startsItem === "ordered" && isBare && isFirst && countWords(line.text) <= most
    ? { form: "numbered", text: line.text, rest: null, isEmphasised: false, isField: false }
    : null;
}

function isCertain({ form, text, isCertain: isKnown, isSentence }: LineHeading): boolean {
  if (isSentence === true || form === "inline" || form === "numbered") return false;
  if (isKnown !== undefined) return isKnown;
  if (form === "bold") return !/[.!。]$/.test(text);
  return countWords(text) <= fewWords && !/[?？]$/.test(text);
}
