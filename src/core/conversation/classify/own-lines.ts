import { indentOf, isThematicBreak, readLine } from "../../text/lines.ts";
import { type VisibleLine, visibleLines } from "../../text/visible-lines.ts";

/**
 * A comment's lines that are its writer's own, code fences among them: quotes, thematic breaks and HTML comments are left out.
 * Indented code ends them: what follows it is no label.
 */
export function* ownLines(body: string): Generator<VisibleLine> {
  for (const line of visibleLines(body)) {
    const isQuoted = line.fence === null && line.text.trimStart().startsWith(">");
    if (isQuoted || (line.fence === null && (isThematicBreak(line.text) || isAttribution(line, body))))
      continue;
    if (line.fence === null && indentOf(line.text) > 3) return;
    yield line;
  }
}

/** "On Monday, Alice wrote:" as mail programs put it in front of a quote. */
function isAttribution({ text, end }: VisibleLine, body: string): boolean {
  if (text.length > 200 || !text.startsWith("On ") || !text.trimEnd().endsWith(" wrote:")) return false;
  return readLine(body, end)?.text.trimStart().startsWith(">") === true;
}
