import { parseDescription } from "../parse-description.ts";
import { type HeadingPart, hasGivenUp, type Part, type TextPart } from "../description.ts";
import { matchSections } from "../match-sections.ts";
import { defaultSections } from "../../config/schema/section-schema.ts";
import { plainName } from "../parse/name.ts";
import { isNotApplicable, takesNone } from "../section-status.ts";

/** One heading of a pull request template, with what the template says below it. */
export interface TemplateSection {
  heading: HeadingPart;
  /** The heading's words, without marks for required fields and remarks in parentheses. */
  name: string;
  /** The template's own wording on one line, then its boxes, one on each line; "" when it says nothing. */
  hint: string;
  /** The template calls it optional. */
  isOptional: boolean;
  /** The template accepts `NONE` or `N/A` as an answer. */
  takesNone: boolean;
}

const longestHeading = 100;
const longestHint = 300;
/** Including its boxes; a hint in a config has at most 1,000 characters. */
const longestWhole = 900;
const longestBox = 150;

/**
 * Reads a pull request template like a description: its headings in order, each with the template's own words
 * below it. A template without headings has fields or bold lines; without any of these the result is empty.
 */
export function readTemplate(text: string): TemplateSection[] {
  // Templates in a folder may begin with front matter, as issue templates do.
  const parsed = parseDescription(text.replace(/^\uFEFF?---\r?\n[\s\S]*?\r?\n---\r?\n/, ""));
  if (hasGivenUp(parsed)) return [];
  const { parts } = parsed;
  const large = readUnder(parts, isLarge);
  return large.length > 0 ? large : readUnder(parts, isField);
}

const isLarge = (part: HeadingPart) => part.isCertain && part.rank <= 6;

/** Is it a heading to people only? Text on both sides of a colon is one if the words before it are known. */
function isField(part: HeadingPart): boolean {
  switch (part.form) {
    case "bold":
      return true;
    case "label":
      return part.isCertain || part.text.endsWith("?");
    case "inline":
      return part.isEmphasised || isKnown(part);
    case "summary":
      return isKnown(part);
    case "numbered":
    case "quote":
      return isKnown(part) || /[?？]$/.test(part.text);
    default:
      return isLarge(part);
  }
}

const isKnown = (heading: HeadingPart) => matchSections(heading, defaultSections).size > 0;

function readUnder(parts: readonly Part[], isHeading: (part: HeadingPart) => boolean): TemplateSection[] {
  const starts = parts.flatMap((part, start) =>
    part.type === "heading" && !part.isUnfilled && isHeading(part) ? [{ heading: part, start }] : [],
  );
  const headings = starts.map(({ heading }) => heading);
  const sections: TemplateSection[] = [];
  for (const [index, { heading, start }] of starts.entries()) {
    const inner = findInner(headings, index);
    const outer = sections.at(-1)?.heading;
    // Smaller headings belong to their section, unless they are sections themselves.
    const isPart = outer !== undefined && outer.rank < heading.rank && !isKnown(heading);
    if (isPart || !isSection(heading, inner)) continue;
    const own = inner.findIndex(isKnown);
    const end = starts[index + 1 + (own === -1 ? inner.length : own)]?.start;
    const below = parts.slice(start + 1, end).filter(({ line }) => !isRemark(line, heading));
    const hint = readHint(below);
    if (hint === "" && own !== -1 && !isKnown(heading)) continue;
    const isOptional =
      /\boptional\b|\bif (?:applicable|any|needed|relevant|necessary)\b/i.test(heading.text) ||
      /^\W*(?:this (?:section )?is )?optional\b/i.test(hint);
    const said = hint.replace(/^optional\.\s*/i, "");
    sections.push({
      heading,
      name: nameOf(heading.text),
      hint: said,
      isOptional,
      takesNone: offersNone(below),
    });
  }
  return sections;
}

/** `## Why? <!-- required -->` */
const isRemark = (line: number, { form, lastLine }: HeadingPart) => form !== "inline" && line <= lastLine;

/** The smaller headings below one. */
function findInner(headings: readonly HeadingPart[], index: number): HeadingPart[] {
  const [outer, ...inner] = headings.slice(index);
  const end = inner.findIndex(({ rank }) => outer !== undefined && rank <= outer.rank);
  return end === -1 ? inner : inner.slice(0, end);
}

/** Is it neither the whole form's title nor a word to the author? */
function isSection(heading: HeadingPart, inner: readonly HeadingPart[]): boolean {
  const name = nameOf(heading.text);
  if (!/[\p{L}\p{N}]/u.test(name) || name.length > longestHeading || heading.names.length === 0) return false;
  return isKnown(heading) || !((heading.isTitle && inner.length > 0) || isInstruction(name));
}

/** "Please read this first", "Thank you for your contribution!" */
function isInstruction(name: string): boolean {
  return (
    /^(?:please|thanks|thank you|welcome|hello|hi|by (?:submitting|opening|creating)|before (?:you|submitting|opening|creating)|after (?:you|submitting|opening)|delete|remove|remember|note|notice|important|warning|attention|make sure|ensure|do not|dont|read|instructions|how to (?:fill|use this)|fill|pull[ -]requests?[ -](?:template|guide|instructions)|pr template|tip)(?!\p{L})/u.test(
      plainName(name),
    ) ||
    (/[.!。！]$/.test(name) && name.split(/\s+/).length > 3)
  );
}

/** `Summary (*)`, `✅ Testing (required):`, `[Why]` → `Summary`, `✅ Testing`, `Why`. */
function nameOf(heading: string): string {
  const plain = heading
    .replace(/`/g, "")
    .replace(/^\s*(?:\d+[.)]|[-+*>])\s+/, "")
    .replace(/\s+/g, " ")
    .trim();
  const bare = plain
    .replace(/\s*(?:\([^()]*\)|\[[^\][]*\]|（[^（）]*）|【[^【】]*】|<[^<>]*>|\{[^{}]*\})/g, "")
    .replace(/(?<!:[a-z0-9_+-]+)[:：*\s]+$/i, "")
    .trim();
  // `[Why]`
  return bare === "" ? plain.replace(/^\[(.*)\]$/, "$1") : bare;
}

function readHint(below: readonly Part[]): string {
  const said: string[] = [];
  const boxes: string[] = [];
  for (const part of below) {
    const isBox = part.task !== null;
    if (part.type === "text" && !["prose", "comment", "table"].includes(part.kind)) continue;
    const lines = part.type === "text" && part.kind === "comment" ? plainLines(part.text) : [part];
    for (const { text, listDepth } of lines) {
      const words = text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
      if (!/[\p{L}\p{N}]/u.test(words)) continue;
      if (isBox) boxes.push(`- [ ] ${shorten(words, longestBox)}`);
      else
        said.push(
          said.length > 0 && listDepth > 0 && !/[.:;,!?]$/.test(said.at(-1) ?? "")
            ? `; ${words}`
            : ` ${words}`,
        );
    }
  }
  const prose = shorten(said.join("").trim(), longestHint);
  const lines = prose === "" ? [] : [prose];
  for (const box of boxes) if ([...lines, box].join("\n").length <= longestWhole) lines.push(box);
  return lines.join("\n");
}

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

function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), most / 2))}…`;
}

function offersNone(below: readonly Part[]): boolean {
  return below.some(
    (part) =>
      takesNone(part.text) ||
      (part.type === "text" && part.task === null && isNotApplicable(part.text) && /\p{L}/u.test(part.text)),
  );
}
