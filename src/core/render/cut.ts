import type { Words } from "./words/words.ts";

/**
 * GitHub counts a check run's summary and text in bytes of UTF-8, whatever its description says of
 * characters.
 */
const mostCheckBytes = 65_535;
/** GitHub's limit for comments is 65,536 characters; the rest is for the marker. */
export const mostCommentCharacters = 65_000;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Whole lines at the start of the text, and one that says that it was cut, in at most `most` characters. */
export function cutToLines(text: string, most: number, { checks }: Words): string {
  if (text.length <= most) return text;
  const note = `\n\n${checks.cutHere}`;
  const end = text.lastIndexOf("\n", most - note.length);
  return text.slice(0, Math.max(0, end)).trimEnd() + note;
}

/**
 * The text, or its beginning and a line that says so, in at most `most` bytes of UTF-8: whole lines, and of a
 * single long one never half a character.
 */
export function cutToBytes(text: string, { checks }: Words, most: number = mostCheckBytes): string {
  const bytes = encoder.encode(text);
  if (bytes.length <= most) return text;
  const note = `\n\n${checks.cutHere}`;
  let end = most - encoder.encode(note).length;
  // A continuation byte is 10xxxxxx: step back to the start of its character.
  while (end > 0 && ((bytes[end] ?? 0) & 0b1100_0000) === 0b1000_0000) end -= 1;
  const kept = decoder.decode(bytes.subarray(0, end));
  const lines = kept.slice(0, Math.max(0, kept.lastIndexOf("\n"))).trimEnd();
  return (lines === "" ? kept : lines) + note;
}
