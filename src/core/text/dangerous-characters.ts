/**
 * Control characters, and invisible characters that hide text, reorder it or break it into lines:
 * bidirectional controls (https://www.unicode.org/reports/tr9/), zero width spaces, separators, interlinear
 * marks, tags. Tab, line feed and joiners are text; emoji and Persian need the joiners.
 */
const dangerous =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]+/gu;

/**
 * JSON on one line with these characters escaped: equally valid for every JSON reader, but harmless to look
 * at.
 */
export const escapeDangerousJson = (json: string): string => json.replace(dangerous, escapeUnits);

/**
 * The same with every invisible character escaped: soft hyphens, joiners and narrow spaces make two values
 * look alike.
 */
export const escapeHiddenJson = (json: string): string =>
  escapeDangerousJson(json).replace(/\u00ad|\u200c|\u200d|\u202f/g, escapeUnits);

const escapeUnits = (run: string): string =>
  run
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");

/**
 * The text without them and without half surrogate pairs. Removes CRs, so line endings have to be LF already.
 */
export const removeDangerous = (text: string): string => text.toWellFormed().replace(dangerous, "");

/** Somebody else's text as a terminal may show it: lines stay, control characters go. */
export function toTerminalText(text: string): string {
  return removeDangerous(text.replaceAll("\r\n", "\n"));
}

/** The same on one line of at most this many characters; a longer text ends in "…". */
export function toTerminalLine(text: string, most: number): string {
  const characters = [...toTerminalText(text).replace(/\s+/g, " ").trim()];
  return characters.length <= most ? characters.join("") : `${characters.slice(0, most - 1).join("")}…`;
}

/** The same on one line, however long: for what has its own line, such as a file's name in a finding. */
export const toOneTerminalLine = (text: string): string => toTerminalText(text).replace(/[\n\t]+/g, " ");

/**
 * A value as compact JSON. What a terminal or a log would obey is escaped, and comes back when it is parsed.
 */
export const toJsonLine = (value: unknown): string => escapeDangerousJson(JSON.stringify(value));
