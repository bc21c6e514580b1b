import type { Html } from "mdast";
import { type HtmlToken, readTokens } from "./html.ts";
import type { BlockReader, Containers, PartList } from "./part-list.ts";
import type { LineBuilder } from "./read-lines.ts";
import { rank, readParagraph } from "./read-paragraph.ts";
import { linesOf } from "./text-line.ts";
import { isToolLine } from "./tool-line.ts";
import { isMarker } from "./tool-text.ts";

/** Elements that never contain Markdown. In others, text after a blank line may be separate. */
const raw = new Set(["pre", "script", "style", "textarea"]);

/** An HTML block: its headings, `<summary>` and the text between its tags. */
export function readHtml(reader: BlockReader, place: Containers, node: Html): void {
  const { line: firstLine, lastLine } = linesOf(node);
  const { list, elements } = reader;
  const tokens = readTokens(node.value);
  const [start] = tokens;
  if (start?.type === "comment" || (start?.type === "start" && raw.has(start.name)))
    elements.enclose(firstLine, lastLine);
  let builder = reader.build([]);
  // Whether the text so far is in a table; a closing tag has already changed `elements`.
  let isInTable = elements.isTable;
  const flush = () => {
    if (isInTable) addRows(list, place, builder);
    else readParagraph(list, { ...place, startsItem: null, checked: null }, builder);
    builder = reader.build([]);
  };
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    const isHeading = token.type === "start" && /^(?:summary|h[1-6])$/.test(token.name) && !place.isInQuote;
    const isBreak =
      token.type === "comment" ? isMarker(token.text) : token.type !== "text" && isStructure(token.name);
    if (isHeading || isBreak) flush();
    builder.readToken(token, firstLine);
    if (token.type === "comment" && isBreak) flush();
    isInTable ||= elements.isTable;
    if (!isHeading) continue;
    const end = findEnd(tokens, index, token.name);
    for (const inner of tokens.slice(index + 1, end)) builder.readToken(inner, firstLine);
    addHeading(list, place, token.name, firstLine + token.line, builder);
    index = end - 1;
  }
  flush();
}

/** Adds the lines so far as one heading. */
function addHeading(list: PartList, place: Containers, name: string, line: number, { lines }: LineBuilder) {
  const isSummary = name === "summary";
  list.addHeading(place, {
    syntax: isSummary ? "summary" : "html",
    text: lines.map(({ text }) => text.trim()).join(" "),
    line,
    lastLine: lines.at(-1)?.line ?? line,
    rank: isSummary ? rank.summary : Number(name[1]),
    isCertain: true,
  });
  lines.length = 0;
}

function addRows(list: PartList, place: Containers, { lines, comments }: LineBuilder): void {
  for (const comment of comments) list.add(place, { kind: "comment", ...comment });
  for (const line of lines)
    if (line.text.trim() !== "" || line.media !== null)
      list.addLine(place, isToolLine(line) ? "tool" : "table", line);
}

const isStructure = (name: string) => name === "details" || name === "blockquote";

/** The most tags and texts that a heading may have. */
const maxHeadingTokens = 40;

/** Up to the closing tag; if there is none nearby, the heading is the text right after its tag. */
function findEnd(tokens: readonly HtmlToken[], start: number, name: string): number {
  const near = tokens.slice(start + 1, start + 1 + maxHeadingTokens);
  const end = near.findIndex((token) => token.type === "end" && token.name === name);
  return end === -1 ? Math.min(start + 2, tokens.length) : start + 1 + end;
}
