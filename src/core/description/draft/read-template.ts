import { defaultSections } from "../../config/section-names/default-sections.ts";
import { measureWords } from "../../text/words.ts";
import { asksForTicks, matchSections } from "../match-sections.ts";
import { isNotApplicable, takesNone } from "../no-answer.ts";
import { plainName } from "../parse/name.ts";
import { parseDescription } from "../parse-description.ts";
import { type HeadingPart, isEndedBy, isUnread, type Part } from "../parts.ts";
import { draftHint, isOptional } from "./read-hint.ts";

/** One heading of a pull request template, with what the template says below it. */
export interface TemplateSection {
  heading: HeadingPart;
  /** The heading's words, without marks for required fields and asides in parentheses. */
  name: string;
  /** The template's own wording on one line, then its boxes, one on each line; "" when it says nothing. */
  hint: string;
  /** The template calls it optional. */
  isOptional: boolean;
  /** The template accepts `NONE` or `N/A` as an answer. */
  takesNone: boolean;
}

const maxHeading = 100;

/**
 * Reads a pull request template like a description: its headings in order, each with the template's own words
 * below it. A template without headings has fields or bold lines; without any of these the result is empty.
 */
export function readTemplate(text: string): TemplateSection[] {
  // Templates in a folder may begin with front matter, as issue templates do.
  const parsed = parseDescription(text.replace(/^\uFEFF?---\r?\n[\s\S]*?\r?\n---\r?\n/, ""));
  if (isUnread(parsed)) return [];
  const { parts } = parsed;
  const large = readUnder(parts, isLarge);
  if (large.length === 0) return readUnder(parts, isField);
  // Bold fields above the first heading are its neighbours.
  const first = parts.findIndex((part) => part.type === "heading" && isLarge(part));
  return [...readUnder(parts.slice(0, first), (part) => part.syntax === "bold" && isKnown(part)), ...large];
}

const isLarge = (part: HeadingPart) => part.isCertain && part.rank <= 6;

/**
 * Does it look like a heading only to people? `Name: text` is a heading if the name is known or in bold.
 */
function isField(part: HeadingPart): boolean {
  switch (part.syntax) {
    case "bold":
      return true;
    case "label":
      return part.isCertain || part.text.endsWith("?");
    case "inline":
      return part.isEmphasised || isKnown(part);
    case "summary":
      return isKnown(part);
    case "marked":
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
  const isAlone = headings.filter(({ rank }) => rank === 1).length === 1;
  const sections: TemplateSection[] = [];
  for (const [index, { heading, start }] of starts.entries()) {
    const inner = listInner(headings, index);
    const outer = sections.at(-1)?.heading;
    const isPart = outer !== undefined && !isEndedBy(outer, heading) && !isOwn(heading, outer, isAlone);
    if (isPart || !isSection(heading, inner)) continue;
    const own = inner.findIndex((smaller) => isOwn(smaller, heading, isAlone));
    const end = starts[index + 1 + (own === -1 ? inner.length : own)]?.start;
    const below = parts.slice(start + 1, end).filter(({ line }) => !isBeside(line, heading));
    const hint = draftHint(below);
    if ((hint === "" && own !== -1 && !isKnown(heading)) || asksNobody(heading, below)) continue;
    sections.push({
      heading,
      name: toSectionName(heading.text),
      hint: hint.replace(/^optional\.\s*/i, ""),
      isOptional: isOptional(heading.text) || isOptional(hint, { atStart: true }),
      takesNone: offersNone(below),
    });
  }
  return sections;
}

/**
 * Is a smaller heading a section of its own? Yes, if it is known as another one, or asks for ticks where the
 * larger one asks for words.
 */
function isOwn(smaller: HeadingPart, section: HeadingPart, isAlone: boolean): boolean {
  if (asksForTicks(smaller)) return !asksForTicks(section);
  // The only heading of the first rank, at the start, is the first of its neighbours.
  if (isAlone && section.isTitle && section.rank === 1 && isKnown(section)) return true;
  const meant = [...matchSections(smaller, defaultSections)];
  const known = matchSections(section, defaultSections);
  return meant.length > 0 && !meant.every((id) => known.has(id));
}

/** Boxes for reviewers to tick, or boxes that are ticked already, and nothing else. */
function asksNobody(heading: HeadingPart, below: readonly Part[]): boolean {
  const boxes = below.filter(({ checked }) => checked !== null);
  if (boxes.length === 0) return /check ?list|清单|チェックリスト|체크리스트/i.test(heading.text);
  return (
    forReviewers.test(heading.text) ||
    (boxes.every(({ checked }) => checked === true) && asksForTicks(heading))
  );
}

/** "Reviewer checklist", "For reviewers", "Checklist for the reviewer", unlike "Notes for reviewers". */
const forReviewers =
  /^\W*(?:for )?(?:the )?(?:code )?reviewers?\b(?! notes)|check ?list\b.*\breviewers?\b|\breviewers?['’]? check ?list|\bcode review check ?list|(?:レビュアー|리뷰어|ревьюера?).*(?:チェック|체크|чек-?лист)|(?:チェック|체크|чек-?лист).*(?:レビュアー|리뷰어|ревьюер)/iu;

/** `## Why? <!-- required -->` */
const isBeside = (line: number, { syntax, lastLine }: HeadingPart) => syntax !== "inline" && line <= lastLine;

/** The smaller headings below one. */
function listInner(headings: readonly HeadingPart[], index: number): HeadingPart[] {
  const [outer, ...inner] = headings.slice(index);
  const end = inner.findIndex((later) => outer !== undefined && isEndedBy(outer, later));
  return end === -1 ? inner : inner.slice(0, end);
}

/** Is it neither the whole template's title nor a word to the author? */
function isSection(heading: HeadingPart, inner: readonly HeadingPart[]): boolean {
  const name = toSectionName(heading.text);
  if (!/[\p{L}\p{N}]/u.test(name) || name.length > maxHeading || heading.names.length === 0) return false;
  const isWhole = heading.isTitle && inner.length > 0;
  if (isWhole && /\b(?:pull|merge)[ -]?requests?\b|\b[PM]R\b/i.test(name) && inner.some(isKnown))
    return false;
  return isKnown(heading) || !(isWhole || isInstruction(name));
}

/** "Please read this first", "Thank you for your contribution!" */
function isInstruction(name: string): boolean {
  return (
    /^(?:please|thanks|thank you|welcome|hello|hi|by (?:submitting|opening|creating)|before (?:you|submitting|opening|creating)|after (?:you|submitting|opening)|delete|remove|remember|note(?=\P{L}+\p{L})|notice|important|warning|attention|make sure|ensure|do not|dont|read|instructions|how to (?:fill|use this)|fill|pull[ -]requests?[ -](?:template|guide|instructions)|pr template|tip|licen[cs]e|copyright)(?!\p{L})/u.test(
      plainName(name),
    ) ||
    /^(?:请|請|提交前)|(?:してください|해주세요|해 주세요)[.。!！]?$/.test(name) ||
    (/[.!。！]$/.test(name) && measureWords(name) > 3)
  );
}

const aside =
  /(?:\s+|(?<![\p{Script=Latin}\d]))(?:\((?:[^()]|\([^()]*\))*\)|\[[^\][]*\]|（[^（）]*）|【[^【】]*】|<[^<>]*>|\{[^{}]*\})/gu;

/** `2. Summary (*)`, `✅ Testing:`, `[Why]` → `Summary`, `✅ Testing`, `Why`; `Issue(s)` is a word. */
function toSectionName(heading: string): string {
  const plain = heading
    .replace(/`/g, "")
    .replace(/^\s*(?:\(?\d+(?:\.\d+)*[.):、]+(?!\d)\s*|[-+*>]\s+|[:：=~|#·•–—-]+\s+)+/, "")
    .replace(/\s+/g, " ")
    .trim();
  const bare = plain
    .replace(aside, "")
    .replace(/(?<!:[a-z0-9_+-]+)[:：*\s]+$/i, "")
    .trim();
  // `[Why]`
  return bare === "" ? plain.replace(/^\[(.*)\]$/, "$1") : bare;
}

function offersNone(below: readonly Part[]): boolean {
  return below.some(
    (part) =>
      takesNone(part.text) ||
      (part.type === "text" &&
        part.checked === null &&
        isNotApplicable(part.text) &&
        /\p{L}/u.test(part.text)),
  );
}
