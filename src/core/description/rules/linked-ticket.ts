import { matchesExpression } from "../../config/expressions.ts";
import { expressionsSchema } from "../../config/schema/values.ts";
import { stripCodeSpans } from "../../text/lines.ts";
import { readableText } from "../parts.ts";
import { defineRule } from "./rule.ts";

/**
 * https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
 */
const reference =
  /(?:^|[^\w&/#.])(?:[\w.-]{1,39}\/[\w.-]{1,100})?#[1-9]\d*\b|\bGH-[1-9]\d*\b|https?:\/\/[^\s/()<>]{1,100}\/[\w.-]{1,39}\/[\w.-]{1,100}\/(?:-\/)?(?:issues|discussions)\/[1-9]\d*|https?:\/\/[^\s()<>]{1,200}\/(?:browse|issues?)\/[a-z][a-z\d_]{0,15}-[1-9]\d*|https?:\/\/[^\s()<>]{1,200}\/(?:show_bug\.cgi\?id=|_workitems\/edit\/)[1-9]\d*/gi;

/**
 * `#333` and `#222222` are colours if the line mentions colours and nothing before the number points to a
 * ticket.
 */
const mayBeColour = /(?<=(?:^|[^\w&/#.]))#(?:\d{3}|\d{6}|\d{8})\b/;
/** `#112233`: each digit twice, as designers write it. */
const isDoubled = /#(\d)\1(\d)\2(\d)\3(?:(\d)\4)?$/;
const colourWords =
  /\bcolou?rs?\b|\bhex\b|\b(?:back|fore)ground\b|\bborder\b|\bshade\b|\bgr[ae]y\b|\bblack\b|\bwhite\b|\bpalette\b|\bcss\b|\btheme\b|\bcontrast\b|\bdarker\b|\blighter\b|\bfarbe\b/i;
const ticketWord =
  /\b(?:fix(?:e[sd])?|close[sd]?|resolve[sd]?|see|refs?|references?|issues?|tickets?|bugs?|part of|for|addresses|implements?|relate[sd] to|follow[- ]?up (?:to|of)|follows)[ :]+[\w./-]{0,140}$/i;

function hasReference(line: string): boolean {
  const isAboutColours = colourWords.test(line);
  for (const { 0: found, index } of line.matchAll(reference)) {
    const isColour = isDoubled.test(found) || (isAboutColours && mayBeColour.test(found));
    if (!isColour || ticketWord.test(line.slice(Math.max(0, index - 160), index + 1))) return true;
  }
  return false;
}

/** A link to a heading on the same page (`[more](#2)`) is not a reference. */
const stripAnchors = (line: string) => line.replace(/\]\(#[^()\s]*\)|href=["']?#[^"'\s>]*/g, "]");

export const linkedTicket = defineRule({
  id: "linked-ticket",
  summary: "The title or the description refers to a ticket.",
  level: "off",
  options: {
    patterns: expressionsSchema
      .default([])
      .describe(
        "Expressions (RE2) for tickets elsewhere, such as `[A-Z]{2,}-\\d+`, besides `#123` and issue URLs.",
      ),
  },
  check({ input, parsed, options }) {
    const lines = [input.title, ...readableText(input.body, parsed).split("\n")].map((line) =>
      stripAnchors(stripCodeSpans(line)),
    );
    const text = lines.join("\n");
    if (lines.some(hasReference) || options.patterns.some((pattern) => matchesExpression(pattern, text)))
      return [];
    const [pattern = null] = options.patterns;
    return [{ section: null, seen: { type: "linked-ticket", pattern }, line: null }];
  },
});
