/**
 * Control characters, and characters that nobody sees and that hide text, reorder it or break it into lines:
 * bidirectional controls (https://www.unicode.org/reports/tr9/), zero width spaces, separators, interlinear
 * marks, tags. Tab and line feed are text; joiners are, too: emoji and Persian need them.
 */
const dangerous =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]+/gu;

/**
 * JSON on one line with them escaped: as valid, and as good for every reader of JSON, but harmless where it
 * is looked at.
 */
export const escapeDangerousJson = (json: string): string => json.replace(dangerous, escapeUnits);

/**
 * The same with every character that is not seen: soft hyphens, joiners and narrow spaces make two values
 * look alike.
 */
export const escapeHiddenJson = (json: string): string =>
  escapeDangerousJson(json).replace(/\u00ad|\u200c|\u200d|\u202f/g, escapeUnits);

const escapeUnits = (run: string): string =>
  run
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");

/** The text without them, and without half surrogate pairs. Line endings are to be LF already: a CR goes. */
export const removeDangerous = (text: string): string => text.toWellFormed().replace(dangerous, "");

/** Somebody else's text as a terminal may show it: lines stay, control characters go. */
export function toTerminalText(text: string): string {
  return removeDangerous(text.replaceAll("\r\n", "\n"));
}

/** The same on one line of at most that many characters; what is longer ends in "…". */
export function toTerminalLine(text: string, most: number): string {
  const characters = [...toTerminalText(text).replace(/\s+/g, " ").trim()];
  return characters.length <= most ? characters.join("") : `${characters.slice(0, most - 1).join("")}…`;
}

/**
 * The same on one line, however long: for what stands on a line of its own, such as a file's name in a
 * finding.
 */
export const toOneTerminalLine = (text: string): string => toTerminalText(text).replace(/[\n\t]+/g, " ");

/**
 * A value as compact JSON: what a terminal or a log would obey is escaped in it, and comes back when it is
 * parsed.
 */
export const toJsonLine = (value: unknown): string => escapeDangerousJson(JSON.stringify(value));
