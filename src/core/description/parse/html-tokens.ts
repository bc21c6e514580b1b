import { Tokenizer } from "parse5";

/** What HTML consists of. Lines are counted from 0 within it. */
export type HtmlToken =
  | { type: "start"; name: string; attributes: Map<string, string>; line: number; isSelfClosing: boolean }
  | { type: "end"; name: string; line: number }
  | { type: "comment"; text: string; line: number; lastLine: number }
  | { type: "text"; text: string; line: number };

/** Reads HTML as browsers do, tag by tag: a tag may be closed in another block, or never. */
export function readTokens(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  type Located = { location: { startLine: number; endLine: number } | null };
  const lineOf = ({ location }: Located) => (location?.startLine ?? 1) - 1;
  const addText = (token: Located & { chars: string }) => {
    tokens.push({ type: "text", text: token.chars, line: lineOf(token) });
  };
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onComment: (token) =>
        tokens.push({
          type: "comment",
          text: token.data,
          line: lineOf(token),
          lastLine: (token.location?.endLine ?? 1) - 1,
        }),
      onDoctype: () => {},
      onStartTag: (token) =>
        tokens.push({
          type: "start",
          name: token.tagName,
          attributes: new Map(token.attrs.map(({ name, value }) => [name, value])),
          line: lineOf(token),
          isSelfClosing: token.selfClosing,
        }),
      onEndTag: (token) => tokens.push({ type: "end", name: token.tagName, line: lineOf(token) }),
      onEof: () => {},
      onCharacter: addText,
      onNullCharacter: addText,
      onWhitespaceCharacter: addText,
    },
  );
  tokenizer.write(html, true);
  return tokens;
}
