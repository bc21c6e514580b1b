import { toCommentText } from "../text/visible-lines.ts";

/** A section's hint in two parts: its question, on one line, and the boxes of its form. */
interface Hint {
  question: string;
  /** `- [ ] text`, as written in the form. */
  boxes: string[];
}

function readHint(hint: string): Hint {
  const lines = hint.split(/[\r\n]+/).map((line) => line.trim());
  const boxes = lines.filter((line) => line.startsWith("- [ ] "));
  const question = lines.filter((line) => line !== "" && !boxes.includes(line)).join(" ");
  return { question, boxes };
}

/** A hint as it appears in a form: the question as a comment, then the boxes. "" when there is nothing. */
export function renderHint(hint: string, eol = "\n"): string {
  const { question, boxes } = readHint(hint);
  const comment = question === "" ? "" : `<!-- ${toCommentText(question)} -->`;
  return [comment, boxes.join(eol)].filter((part) => part !== "").join(eol + eol);
}

/** A hint as a sentence: the question, else the texts of the boxes. */
export function askHint(hint: string): string {
  const { question, boxes } = readHint(hint);
  return question === "" ? boxes.map((box) => box.slice("- [ ] ".length)).join("; ") : question;
}
