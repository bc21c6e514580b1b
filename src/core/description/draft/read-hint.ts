import { isOpenReference } from "../guidance.ts";
import type { Part, TextPart } from "../parts.ts";

const maxQuestion = 300;
/** Including its boxes; a hint in a config has at most 1,000 characters. */
const maxHint = 900;
const maxBox = 150;

/**
 * What a template says below a heading: its prose on one line, then its boxes, one on each line; "" when it
 * says nothing.
 */
export function draftHint(below: readonly Part[]): string {
  const said: { words: string; isItem: boolean }[] = [];
  const boxes: string[] = [];
  for (const [index, part] of below.entries()) {
    if (part.type === "text" && part.kind === "thematicBreak" && index > 0 && part.listDepth === 0) break;
    for (const { text, listDepth } of listHintLines(part, below)) {
      const words = text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
      if (!/[\p{L}\p{N}]/u.test(words)) continue;
      if (part.checked !== null) boxes.push(words.replace(/^\[[ x]?\]\s*/i, ""));
      else if (continuesBox(part, below[index - 1])) boxes.push(`${boxes.pop() ?? ""} ${words}`);
      else said.push({ words, isItem: listDepth > 0 });
    }
  }
  const prose = cutAtWord(withoutBrackets(joinLines(said)), maxQuestion);
  const lines = prose === "" ? [] : [prose];
  for (const text of boxes) {
    const box = `- [ ] ${cutAtWord(text, maxBox)}`;
    if ([...lines, box].join("\n").length <= maxHint) lines.push(box);
  }
  return lines.join("\n");
}

function listHintLines(part: Part, below: readonly Part[]): Pick<TextPart, "text" | "listDepth">[] {
  // `Example: …` is followed by the rest of its line.
  if (part.type === "heading") return [part.syntax === "inline" ? { ...part, text: `${part.text}:` } : part];
  switch (part.kind) {
    case "comment":
      return isInLine(part, below) ? [] : plainLines(part.text);
    case "prose":
    case "table":
      return isOpenReference(part.text) ? [] : [part];
    default:
      return [];
  }
}

/** `Fixes #<!-- number -->` */
const isInLine = ({ line }: TextPart, below: readonly Part[]) =>
  below.some((part) => part.line === line && !(part.type === "text" && part.kind === "comment"));

/** The next line of a box's text. */
const continuesBox = (part: Part, previous: Part | undefined) =>
  part.type === "text" &&
  part.kind === "prose" &&
  previous !== undefined &&
  previous.lastLine + 1 === part.line &&
  part.listDepth > 0 &&
  part.listDepth === previous.listDepth &&
  previous.checked !== null;

function joinLines(lines: readonly { words: string; isItem: boolean }[]): string {
  let joined = "";
  for (const { words, isItem } of lines) {
    const separator = joined === "" ? "" : isItem && !/[.:;,!?]$/.test(joined) ? "; " : " ";
    joined += separator + words;
  }
  return joined;
}

/** `[Describe it here]` */
const withoutBrackets = (text: string) =>
  text.replace(/^\(([^()]*)\)$|^\[([^\][]*)\]$/, (_, round, square) => round ?? square);

/** A comment's lines, without marks of lists, headings, boxes and emphasis. */
function plainLines(comment: string): Pick<TextPart, "text" | "listDepth">[] {
  return comment.split("\n").map((line) => ({
    text: line
      .replace(/^\s*(?:[-*+>|]|#{1,6}(?=\s)|\d+[.)])\s*(?:\[[ xX]?\]\s*)?/, "")
      .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replace(/<[a-z/][^>]*>/gi, " ")
      .replace(/[*`]{1,3}(?=\S)|(?<=\S)[*`]{1,3}/g, "")
      .replace(/(?<![\p{L}\p{N}:_])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\p{L}\p{N}:_])/gu, ""),
    listDepth: /^\s*(?:[-*+]|\d+[.)])\s/.test(line) ? 1 : 0,
  }));
}

function cutAtWord(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), max / 2))}…`;
}

/** How templates in several languages say that an answer may be left out. */
const leaves =
  "optional|optionnel(?:le)?|opcional|facultati[fv]\\p{L}*|if (?:applicable|any|available|needed|relevant|necessary|appropriate)|(?:falls|wenn) (?:zutreffend|nötig|vorhanden|relevant|anwendbar)|si (?:applicable|nécessaire|besoin|aplica|corresponde|procede|es necesario)|se (?:aplicável|necessário|houver|applicabile)|если (?:применимо|есть|нужно|необходимо)|опционально|необязательно";
const leavesCjk = "任意|可选|可選|选填|選填|선택|해당 ?시|필요 ?시|必要に応じて|該当する場合|如果?适用|如有";
const saysOptional = new RegExp(
  String.raw`(?:^\W*(?:this (?:section )?is )?|[([（【]\s*|,\s*)(?:(?:${leaves})(?!\p{L})|(?<=[([（【]\s*)(?:${leavesCjk}))`,
  "iu",
);

/** `Screenshots (if applicable)`, `[optional] Notes`, `Issue, if any`; a hint says so only at its start. */
export function isOptional(text: string, { atStart = false }: { atStart?: boolean } = {}): boolean {
  const found = saysOptional.exec(text);
  return found !== null && (!atStart || found.index === 0);
}
