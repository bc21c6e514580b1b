import { splitList } from "./prefix-table.ts";

/** Everything before the first word. */
export interface Ornaments {
  /** Index of the first character that is not an ornament. */
  at: number;
  /** How many emphasis characters are open (`**` is two). */
  emphasis: number;
  /** The closing brackets still expected, innermost last. */
  brackets: string[];
  /** A badge with words; null when there is none. */
  badge: Badge | null;
}

/** A badge's words: `suggestion` and `non-blocking`. */
export interface Badge {
  label: string;
  decorations: string[];
}

/** An image, plain, linked, or as an HTML tag. */
interface Image {
  alt: string;
  url: string;
  /** Index after the image (and after the link around it). */
  end: number;
}

const closing: Record<string, string> = {
  "(": ")",
  "[": "]",
  "（": "）",
  "［": "］",
  "【": "】",
  "「": "」",
};
// One token each, anchored at the current position, with bounded repetition or over one class: no
// backtracking.
const space = /[\s\u200b-\u200f\u2060\ufeff]+/y;
const emoji =
  /(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200d|\ufe0e|\ufe0f|\u20e3)+/uy;
const shortcode = /:[a-z0-9_+-]{2,40}:(?=[\s*_:([]|$)/y;
const tag =
  /<(?:b|strong|em|i|u|p|br|sub|sup|kbd|mark|span|div|a|ul|ol|li|details|summary|h[1-6])(?:\s[^<>]{0,300})?\/?>/iy;
const heading = /#{1,6}[ \t]+/y;
const bullet = /(?:[-*+•]|\d{1,2}[.)])[ \t]+/y;
const checkbox = /\[[ xX]\][ \t]+/y;
/** A word that was struck out; the text after it counts. */
const struck = /~~[^~]{1,200}~~/y;
const mention = /@[A-Za-z0-9][A-Za-z0-9-]{0,38}(?:\/[A-Za-z0-9_.-]{1,60})?[,:]?(?=\s)/y;
const plain = [space, heading, bullet, checkbox, shortcode, mention, struck, emoji, tag];

function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

/** Length of the run of emoji at `at`; 0 when there is none. */
export function emojiLength(text: string, at: number): number {
  return matchAt(emoji, text, at);
}

/**
 * Skips what people and tools put around a prefix: emphasis, brackets, headings, bullets, emoji, badges,
 * mentions.
 * @param isSymbol true where a configured prefix without letters (an emoji) starts: that is a word, not an
 * ornament
 */
export function skipOrnaments(line: string, from: number, isSymbol: (at: number) => boolean): Ornaments {
  const found: Ornaments = { at: from, emphasis: 0, brackets: [], badge: null };
  while (found.at < line.length && !isSymbol(found.at)) {
    const image = parseImage(line, found.at);
    if (image !== null) {
      found.badge = parseBadge(image);
      found.at = image.end;
      if (found.badge !== null) break;
      continue;
    }
    const length = plain.reduce((sum, pattern) => sum || matchAt(pattern, line, found.at), 0);
    if (length > 0) found.at += length;
    else if (!skipOpening(line, found)) break;
  }
  return found;
}

function skipOpening(line: string, found: Ornaments): boolean {
  const character = line.charAt(found.at);
  const closer = closing[character];
  if (character === "*" || character === "_") found.emphasis += 1;
  else if (closer !== undefined && found.brackets.length < 3) found.brackets.push(closer);
  else return false;
  found.at += 1;
  return true;
}

/** The image that starts at `start` (`![`, `[![` or `<img`, also inside `<a>`); null when there is none. */
function parseImage(line: string, start: number): Image | null {
  if (line.startsWith("[![", start)) {
    const inner = parseMarkdownImage(line, start + 1);
    if (inner === null || !line.startsWith("](", inner.end)) return null;
    const close = line.indexOf(")", inner.end + 2);
    return close < 0 ? null : { ...inner, end: close + 1 };
  }
  if (line.startsWith("![", start)) return parseMarkdownImage(line, start);
  return line.startsWith("<img ", start) ? parseImageTag(line, start) : null;
}

function parseMarkdownImage(line: string, start: number): Image | null {
  const bracket = line.indexOf("](", start + 2);
  const close = bracket < 0 ? -1 : line.indexOf(")", bracket + 2);
  if (close < 0) return null;
  const [url = ""] = line.slice(bracket + 2, close).split(/\s/, 1);
  return { alt: line.slice(start + 2, bracket), url, end: close + 1 };
}

function parseImageTag(line: string, start: number): Image | null {
  const close = line.indexOf(">", start);
  if (close < 0) return null;
  const attributes = line.slice(start, close);
  return { alt: attribute(attributes, "alt"), url: attribute(attributes, "src"), end: close + 1 };
}

function attribute(attributes: string, name: string): string {
  const at = attributes.indexOf(`${name}="`);
  if (at < 0) return "";
  const from = at + name.length + 2;
  const to = attributes.indexOf('"', from);
  return to < 0 ? "" : attributes.slice(from, to);
}

/**
 * The label on a badge that browser extensions for Conventional Comments insert. It is in the alt text
 * (`suggestion(non-blocking)`), in the address (`…/badge/suggestion-test,if--minor-577590`), or half in each.
 * Null for any other image: a screenshot called "issue.png" says nothing.
 */
function parseBadge(image: Image): Badge | null {
  const path = badgePath(image.url);
  if (path === null) return null;
  const parts = splitBadgePath(path);
  const fromAlt = splitLabel(image.alt);
  const label = fromAlt.label || parts[0] || "";
  if (label === "") return null;
  // label-colour has no message; label-message-colour has one.
  const message = parts.length > 2 ? parts.slice(1, -1).join("-") : "";
  const decorations = fromAlt.decorations.length > 0 ? fromAlt.decorations : splitList(message);
  return { label, decorations };
}

function badgePath(url: string): string | null {
  const at = url.indexOf("/badge/");
  if (at < 0 || !url.startsWith("http")) return null;
  const [rest = ""] = url.slice(at + 7).split(/[?#]/, 1);
  try {
    return decodeURIComponent(rest);
  } catch {
    return rest;
  }
}

/** shields.io: `-` separates, `--` is a dash, `_` a space, `__` an underscore. https://shields.io/badges */
function splitBadgePath(path: string): string[] {
  return path
    .replaceAll("--", "\u0000")
    .split("-")
    .map((part) => part.replaceAll("\u0000", "-").replaceAll("__", "\u0000").replaceAll("_", " "))
    .map((part) => part.replaceAll("\u0000", "_").trim());
}

function splitLabel(text: string): Badge {
  const open = text.indexOf("(");
  if (open < 0) return { label: text.replace(/:\s?$/, "").trim(), decorations: [] };
  const close = text.indexOf(")", open);
  return {
    label: text.slice(0, open).trim(),
    decorations: splitList(text.slice(open + 1, close < 0 ? text.length : close)),
  };
}
