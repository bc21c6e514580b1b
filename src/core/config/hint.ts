import { toCommentText } from "../text/visible-lines.ts";

/** A section's hint, as its two parts: what it asks, on one line, and the boxes that its form has. */
interface Hint {
  question: string;
  /** `- [ ] text`, as they stand in the form. */
  boxes: string[];
}

function readHint(hint: string): Hint {
  const lines = hint.split(/[\r\n]+/).map((line) => line.trim());
  const boxes = lines.filter((line) => line.startsWith("- [ ] "));
  const question = lines.filter((line) => line !== "" && !boxes.includes(line)).join(" ");
  return { question, boxes };
}

/** A hint as it stands in a form: what it asks as a comment, and its boxes. "" when there is nothing. */
export function renderHint(hint: string, eol = "\n"): string {
  const { question, boxes } = readHint(hint);
  const comment = question === "" ? "" : `<!-- ${toCommentText(question)} -->`;
  return [comment, boxes.join(eol)].filter((part) => part !== "").join(eol + eol);
}

/** A hint as a sentence: what it asks, else what its boxes say. */
export function askHint(hint: string): string {
  const { question, boxes } = readHint(hint);
  return question === "" ? boxes.map((box) => box.slice("- [ ] ".length)).join("; ") : question;
}
