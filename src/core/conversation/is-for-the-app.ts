import { visibleLines } from "../text/visible-lines.ts";

const command = /^ {0,3}\/async(?:[ \t]|$)/i;
/** How a status update starts: `Status:`, bold or not. */
export const statusOpening = /^\s*(?:\*\*|__)?status(?:\*\*|__)?\s*:(?:\*\*|__)?[ \t]*/i;

/** Is it only commands, or a status update? Neither asks nor answers anybody. */
export function isForTheApp(body: string): boolean {
  if (statusOpening.test(body)) return true;
  const lines = [...visibleLines(body)].filter(({ text }) => text.trim() !== "");
  return lines.length > 0 && lines.every(({ fence, text }) => fence === null && command.test(text));
}
