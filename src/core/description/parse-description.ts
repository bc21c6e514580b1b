import type { Root, RootContent } from "mdast";
import type { CompileContext, Extension as FromMarkdownExtension, Token } from "mdast-util-from-markdown";
import { gfmFootnoteFromMarkdown } from "mdast-util-gfm-footnote";
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTaskListItemFromMarkdown } from "mdast-util-gfm-task-list-item";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";
import remarkParse from "remark-parse";
import { type Processor, unified } from "unified";
import { LimitError, type Limits, limits, limitWork } from "./parse/limits.ts";
import { readParts } from "./parse/read-parts.ts";
import { linesOf } from "./parse/text-line.ts";
import { isUnread, type ParsedDescription, type Unread } from "./parts.ts";

/** GitHub keeps at most 65,536 characters; the rest is room for other sources. */
export const maxCharacters = 131_072;

/**
 * Parses a description, from remark's tree, into headings of every syntax and the texts under them. A text
 * that costs too much is left unread, by counting and never by the clock, so the same text gives the same
 * answer.
 */
export function parseDescription(body: string): ParsedDescription | Unread {
  if (body.length > maxCharacters) return { unread: "characters" };
  const tree = readTree(body.startsWith("\uFEFF") ? ` ${body.slice(1)}` : body);
  if (isUnread(tree)) return tree;
  return { ...readParts(tree.root), openEnd: tree.openEnd };
}

/** GitHub's syntax in the tree. */
export const githubTree: FromMarkdownExtension[] = [
  gfmFootnoteFromMarkdown(),
  gfmStrikethroughFromMarkdown(),
  gfmTableFromMarkdown(),
  gfmTaskListItemFromMarkdown(),
  { exit: { taskListCheckValueChecked: tick, taskListCheckValueUnchecked: tick } },
  { enter: { characterEscape: enterLiteral, characterReference: enterLiteral } },
];

/**
 * The package's own handler expects text in the item, but a box may also follow an empty one: `-`, and `[ ]
 * a` on the next line.
 */
function tick(this: CompileContext, { type }: Token): undefined {
  const item = this.stack.at(-2);
  if (item?.type === "listItem") item.checked = type === "taskListCheckValueChecked";
}

/** `\## Risk` and `\[ ] a` are shown as written: neither a heading nor a box. */
function enterLiteral(this: CompileContext, token: Token): undefined {
  this.config.enter.data?.call(this, token);
  const text = this.stack.at(-1);
  if (text?.type !== "text") return;
  const literals = text.data?.literals;
  if (literals === undefined) text.data = { literals: [text.value.length] };
  else literals.push(text.value.length);
}

/**
 * Remark with what GitHub adds and people use: tables, tasks, footnotes and strikethrough. Plain URLs stay
 * text.
 */
export function createProcessor(max: Limits): Processor<Root> {
  function github(this: Processor): void {
    const { parser } = this;
    if (parser === undefined) throw new Error("remark-parse comes first");
    const { extension, start } = limitWork(max);
    this.parser = (text, file) => {
      if (countLines(text) > max.allLines) throw new LimitError("allLines");
      start();
      return parser(text, file);
    };
    Object.assign(this.data(), {
      // Tables and footnotes come with the limits, which wrap them.
      micromarkExtensions: [gfmStrikethrough(), gfmTaskListItem(), extension],
      fromMarkdownExtensions: githubTree,
    });
  }
  return unified().use(remarkParse).use(github).freeze() as Processor<Root>;
}

const countLines = (text: string) => 1 + (text.match(/\r\n?|\n/g)?.length ?? 0);

const processor = createProcessor(limits);

/** After a blank line it is a paragraph of its own, unless the text ends inside of something. */
const probe = "\n\n.";

interface Tree {
  root: Root;
  openEnd: ParsedDescription["openEnd"];
}

/** Reads a text into remark's tree; leaves one unread that costs too much. */
export function readTree(text: string): Tree | Unread {
  let root: Root;
  try {
    root = processor.parse(text + probe);
  } catch (error) {
    if (error instanceof LimitError) return { unread: error.limit };
    throw error;
  }
  const last = root.children.at(-1);
  if (last === undefined || last.type === "paragraph") {
    root.children.pop();
    return { root, openEnd: null };
  }
  return { root, openEnd: removeProbe(last) };
}

/** Takes the probe out of the unclosed fence or HTML block that it ended up in. */
function removeProbe(last: RootContent): ParsedDescription["openEnd"] {
  if (last.type !== "code" && last.type !== "html") return null;
  last.value = last.value.slice(0, -probe.length);
  if (last.position !== undefined) last.position.end.line -= 2;
  const html = last.value.startsWith("<!--") ? "comment" : "html";
  return { kind: last.type === "code" ? "code" : html, line: linesOf(last).line };
}
