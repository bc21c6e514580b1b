/** One line of a text, without its line ending. */
export interface Line {
  text: string;
  /** Index where the next line starts; the text's length plus one after the last. */
  next: number;
}

/** The line that starts at `at`. Lines end with LF or CRLF; reading on from `next` never splits the whole text. */
export function readLine(body: string, at: number): Line {
  const end = body.indexOf("\n", at);
  if (end < 0) return { text: body.slice(at), next: body.length + 1 };
  return { text: body.slice(at, body[end - 1] === "\r" && end > at ? end - 1 : end), next: end + 1 };
}
