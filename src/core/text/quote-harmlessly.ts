import { breaker, breakReferences } from "./break-references.ts";
import { removeDangerous } from "./dangerous-characters.ts";
import { visibleLines } from "./visible-lines.ts";

const longest = 600;

/**
 * Makes a stranger's text harmless: it calls nobody, links nothing to other pull requests, hides nothing, loads nothing, and is
 * no heading and no link definition, which would count outside of the quote too.
 */
function defuse(line: string): string {
  // `&#64;bob` would mention as `@bob` does, so entities are shown as typed.
  const plain = removeDangerous(line).replace(/[@#&](?=[\w#])/g, (character) => character + breaker);
  return breakReferences(plain)
    .replace(/<(?=[a-z/!?])/gi, `<${breaker}`)
    .replace(/!\[/g, `!${breaker}[`)
    .replace(/\]:/g, `]${breaker}:`)
    .replace(/(?<![^\s>])#{1,6}(?!\S)/g, `$&${breaker}`)
    .replace(/^([\s>]*)(?=(?:-+|=+)\s*$)/, `$1${breaker}`);
}

/** The lines that fit; when not all do, those that match `preferred` come first. */
function chooseLines(lines: string[], preferred: RegExp | null): string[] {
  const isWhole = preferred === null || lines.join("\n").length <= longest;
  const ordered = isWhole
    ? lines
    : lines.toSorted((a, b) => Number(preferred.test(b)) - Number(preferred.test(a)));
  const chosen: string[] = [];
  let room = longest;
  for (const line of ordered) {
    if (room <= 0) break;
    const points = [...line];
    chosen.push(points.length <= room ? line : `${points.slice(0, room).join("")}…`);
    room -= points.length + 1;
  }
  return chosen.length < ordered.length ? [...chosen, "…"] : chosen;
}

/**
 * Somebody's text as a quote, at most about 600 characters of it, without what HTML comments hide and without empty lines; null
 * when nothing is left. A fence or list that stays open ends with the quote (CommonMark: a block quote's children close with it).
 * @param preferred lines that come first when not all fit.
 */
export function quoteHarmlessly(text: string | null, preferred: RegExp | null = null): string | null {
  const lines = [...visibleLines(text ?? "")].map((line) => defuse(line.text.trimEnd()));
  if (lines.length === 0) return null;
  return chooseLines(lines, preferred)
    .map((line) => `> ${line}`)
    .join("\n");
}
