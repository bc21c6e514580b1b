import { z } from "zod";
import { matchesExpression } from "../matches-expression.ts";
import { readableText } from "../readable-text.ts";
import { defineRule } from "./rule.ts";

/** https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls */
const reference =
  /(?:^|[^\w&/#.])(?:[\w.-]{1,39}\/[\w.-]{1,100})?#\d+\b|\bGH-\d+\b|https?:\/\/[^\s/()<>]{1,100}\/[\w.-]{1,39}\/[\w.-]{1,100}\/(?:-\/)?(?:issues|discussions)\/\d+/i;

/** What the config itself asks for is the likelier answer, so it comes first. */
function describe([pattern]: string[]): string {
  const known = "such as #123, owner/repo#123 or an issue's URL";
  return pattern === undefined ? ` ${known}` : ` that matches ${pattern}, or one ${known}`;
}

export const linkedTicket = defineRule({
  id: "linked-ticket",
  summary: "The title or the description refers to a ticket.",
  level: "off",
  options: {
    patterns: z
      .array(z.string())
      .default([])
      .describe(
        "Expressions (RE2) for tickets elsewhere, such as `[A-Z]{2,}-\\d+`, beside `#123` and issue URLs.",
      ),
  },
  check({ input, parsed, options }) {
    const text = `${input.title}\n${readableText(input.body, parsed)}`;
    if (reference.test(text) || options.patterns.some((pattern) => matchesExpression(pattern, text)))
      return [];
    return [
      {
        section: null,
        message: `No ticket is linked; expected a reference${describe(options.patterns)}`,
        hint: "In the title or in the text, both count.",
        line: null,
      },
    ];
  },
});
