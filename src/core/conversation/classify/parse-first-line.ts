import type { Fence } from "../../text/fence.ts";
import { indentOf, isThematicBreak, readLine } from "../../text/lines.ts";
import { visibleLines } from "../../text/visible-lines.ts";

/** Where a comment starts to speak for itself. */
export interface FirstLine {
  /** The line, trimmed; null when there is none (only quotes, code, pictures, nothing). */
  text: string | null;
  /** Its number, from 1; 0 when there is none. */
  line: number;
  /** Index in the body where the next line starts. */
  next: number;
  /** Nothing but ```suggestion fences (and quotes) stands in the whole comment. */
  isSuggestionOnly: boolean;
}

const nothing: FirstLine = { text: null, line: 0, next: 0, isSuggestionOnly: false };

/**
 * Skips quotes, code fences and HTML comments, and finds the first line that is the writer's own. Indented code stops the
 * search: it is not a label.
 * @param isSilent says whether a line of pictures is without words (a badge has some, a screenshot has none).
 */
export function parseFirstLine(body: string, isSilent: (line: string) => boolean): FirstLine {
  const fences = new Set<Fence>();
  let hasPictures = false;
  for (const { text: raw, number, end, fence } of visibleLines(body)) {
    const text = raw.trim();
    if (fence !== null) fences.add(fence);
    else if (text.startsWith(">") || isThematicBreak(raw) || isAttribution(text, body, end)) continue;
    else if (indentOf(raw) > 3) return nothing;
    else if (isSilent(text)) hasPictures = true;
    else return { text, line: number, next: end, isSuggestionOnly: false };
  }
  const isSuggestion = ({ info }: Fence) => /^suggestion(?![\w-])/i.test(info);
  return { ...nothing, isSuggestionOnly: !hasPictures && fences.size > 0 && [...fences].every(isSuggestion) };
}

/** "On Monday, Alice wrote:" as mail programs put it in front of a quote. */
function isAttribution(text: string, body: string, next: number): boolean {
  if (text.length > 200 || !text.startsWith("On ") || !text.endsWith(" wrote:")) return false;
  return readLine(body, next)?.text.trimStart().startsWith(">") === true;
}
