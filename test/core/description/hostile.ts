import type { Limits } from "../../../src/core/description/parse/limits.ts";

/** The most characters that GitHub accepts in a description. */
export const size = 65_536;

export const repeat = (piece: string, length = size) =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/**
 * For each limit, a piece that costs too much once that limit is ten times as high. A count does not show
 * that each mark costs more the more marks precede it in its paragraph.
 */
export const whyLimited: Readonly<Record<Exclude<keyof Limits, "marksInParagraph">, string>> = {
  lines: "    a\n",
  allLines: "- a\n\n",
  lazyLines: `> a\n${"b and\n".repeat(12)}\n`,
  underlines: "> a bcd\n> -\n",
  containers: "> > > > a\n\n",
  marks: `${"*_".repeat(30)}\n\n`,
  lookahead: "[](a (",
  bars: `|${"a|".repeat(8)}\n|${"-|".repeat(8)}\n${"|".repeat(21)}\n\n`,
};

/**
 * Pieces that, repeated to 64 KiB, cost some Markdown parser or a reader of its tree more than their length.
 */
export const hostilePieces: readonly string[] = [
  ...Object.values(whyLimited),
  // Lists and quotes, nested and flat
  ..."- a\n|- |1. |1) |+ - * |- - |> |>|> > a\n|> - |- > 1. |- a\n\n|- [ ] a\n|* a\n* b\n\n\n|1. a\n2. b\n|- \n|-\n|> a\nb\n|- a\n  - b\n|10. - > ".split(
    "|",
  ),
  // Emphasis
  ..."*_|**|*a |*a* |_a_ |**a *b |***a** |*a_b*c_|~~|~a~ |~~a *b |a*b_|__a|*~_".split("|"),
  // Code
  "`",
  "`a",
  "``a`",
  "`a``b",
  "```\na\n```\n",
  "~~~\n",
  "```a\n",
  "    a\n\n",
  "\ta\n",
  // Links, images, definitions, footnotes
  ..."[|]|[a|[a]|[]|[a][|[a](|[a](b|[](a '|![|![](a|![[](|[[a](b)|[a](<b|[a]: b\n|[a]: b 'c\n|[a]:\n|[^a]|[^a]: b\n|[^1]: - a\n|[a][b]|](|\\[".split(
    "|",
  ),
  // HTML
  ...'<|<a|<a |<a b="|<!--|<!-- |-->|<!-->|</|<?|<!a|<![CDATA[|<b>|<a><b></a>|<div>\n|<div>\n\n|<details>\n\n|</details>\n\n|<details><summary>Why</summary>\n|<h2>why\n|<h2>a</h2>\n\n|<img src=|<img src="a">|<table><tr><td>\n|<div hidden>\n\n|<a:b@c>|<https://a'.split(
    "|",
  ),
  // Tables
  "| Why | a |\n|-|-|\n",
  "|",
  "| a ",
  "a|b\n-|-\n",
  "|-",
  "| a\n",
  "| a |\n| b |\n",
  // Headings and lines
  ..."# a\n|#|# |## Why\n|Why: a\n|**Why:** a\n|a\n---\n|a\n===\n|a\n-\n|---\n|***\n|\n|a\n|a\n\n| \n|\t|  \n|a  \n|a\\\n".split(
    "|",
  ),
  // Characters
  ..."&|&amp;|&#0;|&#x41;|\\|\\a|\u0000|\uFEFF|test |テスト|:|://|a@b.|https://a |www.a.b |:a:|#1 |@a ".split(
    "|",
  ),
  "## What & Why / Risk, testing + how\n",
  "a/b#",
  "\r",
  "\u200B",
];
