/** GitHub counts a check run's summary and text in bytes of UTF-8, whatever its description says of characters. */
export const mostCheckBytes = 65_535;
/** GitHub's own limit for comments, in characters. */
export const mostCommentCharacters = 65_536;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The text, or its beginning and a line that says so, in at most `most` bytes of UTF-8; never half a character. */
export function cutToBytes(text: string, most: number = mostCheckBytes): string {
  const bytes = encoder.encode(text);
  if (bytes.length <= most) return text;
  const note = "\n\n… (cut here: GitHub takes no more)";
  let end = most - encoder.encode(note).length;
  // A continuation byte is 10xxxxxx: step back to the start of its character.
  while (end > 0 && (bytes[end]! & 0b1100_0000) === 0b1000_0000) end -= 1;
  return decoder.decode(bytes.subarray(0, end)) + note;
}
