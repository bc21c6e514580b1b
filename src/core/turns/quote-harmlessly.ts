import { breaker, breakLinks } from "../render/break-links.ts";

const longest = 600;

/** Makes a stranger's text harmless: it calls nobody, links nothing to other pull requests, hides nothing, loads nothing. */
function defuse(line: string): string {
  const shown = line
    .toWellFormed()
    .replace(
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g,
      "",
    )
    // `&#64;bob` would mention as `@bob` does, so entities are shown as typed.
    .replace(/[@#&](?=[\w#])/g, (character) => character + breaker);
  return breakLinks(shown)
    .replace(/\b[\da-f]{7,40}\b/gi, (sha) => `${sha.slice(0, 6)}${breaker}${sha.slice(6)}`)
    .replace(/<(?=[a-z/!?])/gi, `<${breaker}`)
    .replace(/!\[/g, `!${breaker}[`);
}

const feedback =
  /\bfeedback\b|\barchitectur|\bcorrectness\b|\bnaming\b|\bdesign\b|\bsecurity\b|\bperformance\b|\breadab|\btests?\b|\?/i;

/** The lines that fit; when not all do, those that name the kind of feedback wanted come first. */
function chooseLines(lines: string[]): string[] {
  const ordered =
    lines.join("\n").length <= longest
      ? lines
      : lines.toSorted((a, b) => +feedback.test(b) - +feedback.test(a));
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
 * Text by the author (review focus, status update) as a quote, at most about 600 characters of it. Null when nothing is left after HTML comments
 * and empty lines. A fence or list that stays open ends with the quote (CommonMark: a block quote's children close with it).
 */
export function quoteHarmlessly(text: string | null): string | null {
  const lines = (text ?? "")
    .replace(/<!--[\s\S]*?(?:-->|$)/g, "")
    .split(/\r\n|\r|\n/)
    .map((line) => line.trimEnd())
    .filter((line) => line !== "")
    .map(defuse);
  if (lines.length === 0) return null;
  return chooseLines(lines)
    .map((line) => `> ${line}`)
    .join("\n");
}
