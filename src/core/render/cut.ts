import type { Words } from "./words/words.ts";

/** GitHub counts a check run's summary and text in bytes of UTF-8, though its docs say characters. */
const maxCheckBytes = 65_535;
/** GitHub's limit for comments is 65,536 characters; the rest is for the marker. */
export const maxCommentCharacters = 65_000;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The text in at most `max` characters: whole, or its first lines and a note that the rest was cut. */
export function cutToLines(text: string, max: number, { checks }: Words): string {
  if (text.length <= max) return text;
  const note = `\n\n${checks.cutHere}`;
  const end = text.lastIndexOf("\n", max - note.length);
  return text.slice(0, Math.max(0, end)).trimEnd() + note;
}

/**
 * The text in at most `max` bytes of UTF-8: whole, or its first lines and a note that the rest was cut. A
 * single long line is cut between two characters.
 */
export function cutToBytes(text: string, { checks }: Words, max: number = maxCheckBytes): string {
  const bytes = encoder.encode(text);
  if (bytes.length <= max) return text;
  const note = `\n\n${checks.cutHere}`;
  let end = max - encoder.encode(note).length;
  // A continuation byte is 10xxxxxx: step back to the start of its character.
  while (end > 0 && ((bytes[end] ?? 0) & 0b1100_0000) === 0b1000_0000) end -= 1;
  const kept = decoder.decode(bytes.subarray(0, end));
  const lines = kept.slice(0, Math.max(0, kept.lastIndexOf("\n"))).trimEnd();
  return (lines === "" ? kept : lines) + note;
}
