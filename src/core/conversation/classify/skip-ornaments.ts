import { type Badge, parseBadge } from "./parse-badge.ts";
import { parseImage } from "./parse-image.ts";

/** What stood in front of the first word. */
export interface Ornaments {
  /** Index of the first character that is not an ornament. */
  at: number;
  /** How many emphasis characters were opened (`**` is two). */
  emphasis: number;
  /** The closing brackets that are waited for, innermost last. */
  brackets: string[];
  /** A badge that carries words; null when there is none. */
  badge: Badge | null;
  /** An HTML tag such as `<b>` was opened. */
  hasTag: boolean;
}

const closing: Record<string, string> = {
  "(": ")",
  "[": "]",
  "（": "）",
  "［": "］",
  "【": "】",
  "「": "」",
};
// One token each, anchored where we stand, every repetition bounded or over one class: no backtracking.
const space = /[\s\u200b-\u200f\u2060\ufeff]+/y;
const emoji =
  /(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200d|\ufe0e|\ufe0f|\u20e3)+/uy;
const shortcode = /:[a-z0-9_+-]{2,40}:(?=[\s*_:([]|$)/y;
const tag = /<(?:b|strong|em|i|u|p|br|sub|sup|kbd|mark|span|div|a|h[1-6])(?:\s[^<>]{0,300})?\/?>/iy;
const heading = /#{1,6}[ \t]+/y;
const bullet = /(?:[-*+•]|\d{1,2}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/y;
const mention = /@[A-Za-z0-9][A-Za-z0-9-]{0,38}(?:\/[A-Za-z0-9_.-]{1,60})?[,:]?(?=\s)/y;

function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

/** Length of the run of emoji at `at`; 0 when there is none. */
export function emojiLength(text: string, at: number): number {
  return matchAt(emoji, text, at);
}

/**
 * Passes over what people and tools put around a prefix: emphasis, brackets, headings, bullets, emoji, badges, mentions.
 * @param isSymbol true where a configured prefix without letters (an emoji) starts: it is a word, not an ornament.
 */
export function skipOrnaments(line: string, isSymbol: (at: number) => boolean): Ornaments {
  const found: Ornaments = { at: 0, emphasis: 0, brackets: [], badge: null, hasTag: false };
  const plain = [space, heading, bullet, shortcode, mention, emoji];
  while (found.at < line.length && !isSymbol(found.at)) {
    const image = parseImage(line, found.at);
    if (image !== null) {
      found.badge ??= parseBadge(image);
      found.at = image.end;
      if (found.badge !== null) break;
      continue;
    }
    const length = plain.reduce((sum, pattern) => sum || matchAt(pattern, line, found.at), 0);
    if (length > 0) {
      found.at += length;
      continue;
    }
    if (!skipOpening(line, found)) break;
  }
  return found;
}

function skipOpening(line: string, found: Ornaments): boolean {
  const character = line[found.at]!;
  const tagLength = matchAt(tag, line, found.at);
  if (tagLength > 0) {
    found.hasTag = true;
    found.at += tagLength;
  } else if (character === "*" || character === "_") {
    found.emphasis += 1;
    found.at += 1;
  } else if (character in closing && found.brackets.length < 3) {
    found.brackets.push(closing[character]!);
    found.at += 1;
  } else return false;
  return true;
}
