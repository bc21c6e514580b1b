/**
 * GitHub counts a check run's summary and text in bytes of UTF-8, whatever its description says of
 * characters.
 */
export const mostCheckBytes = 65_535;
/** GitHub's limit for comments is 65,536 characters; the rest is for the marker. */
export const mostCommentCharacters = 65_000;

/** Whole lines at the start of the text, and one that says that it was cut, in at most `most` characters. */
export function cutToLines(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = text.lastIndexOf("\n", most - cutNote.length);
  return text.slice(0, Math.max(0, end)).trimEnd() + cutNote;
}

const cutNote = "\n\n… (cut here: GitHub takes no more)";
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * The text, or its beginning and a line that says so, in at most `most` bytes of UTF-8; never half a
 * character.
 */
export function cutToBytes(text: string, most: number = mostCheckBytes): string {
  const bytes = encoder.encode(text);
  if (bytes.length <= most) return text;
  let end = most - encoder.encode(cutNote).length;
  // A continuation byte is 10xxxxxx: step back to the start of its character.
  while (end > 0 && ((bytes[end] ?? 0) & 0b1100_0000) === 0b1000_0000) end -= 1;
  return decoder.decode(bytes.subarray(0, end)) + cutNote;
}
