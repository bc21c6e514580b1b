// Everything that moves a terminal's cursor, colours its text, hides it or turns it around; lines and tabs are handled apart.
const unprintable =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Somebody else's text as a terminal may show it: lines stay, control characters go. */
export function toTerminalText(text: string): string {
  return text.replaceAll("\r\n", "\n").replace(unprintable, "");
}

/** The same on one line of at most that many characters; what is longer ends in "…". */
export function toTerminalLine(text: string, most: number): string {
  const characters = [...toTerminalText(text).replace(/\s+/g, " ").trim()];
  return characters.length <= most ? characters.join("") : `${characters.slice(0, most - 1).join("")}…`;
}
