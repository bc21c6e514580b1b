import type { Html } from "mdast";
import { type Elements, type HtmlToken, readTokens } from "./html.ts";
import type { Containers, PartList } from "./part-list.ts";
import { type FindTarget, LineBuilder } from "./read-lines.ts";
import { rank, readParagraph } from "./read-paragraph.ts";
import { linesOf } from "./text-line.ts";
import { isToolLine } from "./tool-line.ts";
import { isMarker } from "./tool-text.ts";

/** These never contain Markdown, so what follows a blank line in others may be separate text. */
const raw = new Set(["pre", "script", "style", "textarea"]);

/** An HTML block: its headings, `<summary>` and the text between its tags. */
export function readHtml(
  list: PartList,
  elements: Elements,
  findTarget: FindTarget,
  place: Containers,
  node: Html,
): void {
  const { first, last } = linesOf(node);
  const tokens = readTokens(node.value);
  const [start] = tokens;
  if (start?.type === "comment" || (start?.type === "start" && raw.has(start.name)))
    elements.enclose(first, last);
  let builder = new LineBuilder(elements, findTarget);
  // As it was before a tag that ends it was read.
  let isInTable = elements.isTable;
  const flush = () => {
    if (isInTable) addRows(list, place, builder);
    else readParagraph(list, { ...place, startsItem: null, task: null }, builder);
    builder = new LineBuilder(elements, findTarget);
  };
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    const isHeading = token.type === "start" && /^(?:summary|h[1-6])$/.test(token.name) && !place.inQuote;
    const isBreak =
      token.type === "comment" ? isMarker(token.text) : token.type !== "text" && isStructure(token.name);
    if (isHeading || isBreak) flush();
    builder.readToken(token, first);
    if (token.type === "comment" && isBreak) flush();
    isInTable ||= elements.isTable;
    if (!isHeading) continue;
    const end = findEnd(tokens, index, token.name);
    const heading = builder;
    for (const inner of tokens.slice(index + 1, end)) heading.readToken(inner, first);
    index = end - 1;
    const text = heading.lines.map((line) => line.text.trim()).join(" ");
    const isSummary = token.name === "summary";
    const line = first + token.line;
    list.addHeading(place, isSummary ? "summary" : "html", [line, heading.lines.at(-1)?.line ?? line], text, {
      rank: isSummary ? rank.summary : Number(token.name[1]),
      isCertain: true,
    });
    heading.lines.length = 0;
  }
  flush();
}

function addRows(list: PartList, place: Containers, { lines, comments }: LineBuilder): void {
  for (const { text, line, lastLine } of comments) list.addSilent(place, "comment", [line, lastLine], text);
  for (const line of lines)
    if (line.text.trim() !== "" || line.media !== null)
      list.addLine(place, isToolLine(line) ? "tool" : "table", line);
}

const isStructure = (name: string) => name === "details" || name === "blockquote";

/** The most tags and texts that a heading may have. */
const longestHeading = 40;

/** Up to the closing tag; if there is none nearby, the heading is the text right after its tag. */
function findEnd(tokens: readonly HtmlToken[], start: number, name: string): number {
  const near = tokens.slice(start + 1, start + 1 + longestHeading);
  const end = near.findIndex((token) => token.type === "end" && token.name === name);
  return end === -1 ? Math.min(start + 2, tokens.length) : start + 1 + end;
}
