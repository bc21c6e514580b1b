import type { Hint } from "../finding.ts";
import { toCommentText } from "../text/quote-text.ts";

const checkbox = "- [ ] ";

/** Splits a hint into the question that it asks and the boxes to tick. */
export function readHint(hint: string): Hint {
  const lines = hint
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const boxes = lines.filter((line) => line.startsWith(checkbox));
  return {
    question: lines.filter((line) => !boxes.includes(line)).join(" "),
    boxes: boxes.map((line) => line.slice(checkbox.length)),
  };
}

/** A hint as it appears in a template: the question as a comment, then the boxes. "" when it is empty. */
export function renderHint(hint: string, eol = "\n"): string {
  const { question, boxes } = readHint(hint);
  const comment = question === "" ? "" : `<!-- ${toCommentText(question)} -->`;
  return [comment, boxes.map((text) => checkbox + text).join(eol)]
    .filter((part) => part !== "")
    .join(eol + eol);
}
