import { escapeDangerousJson, removeDangerous } from "./dangerous-characters.ts";

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
