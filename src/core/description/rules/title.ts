import { z } from "zod";
import { matchesExpression } from "../../config/expressions.ts";
import { expressionSchema } from "../../config/schema/values.ts";
import { countWords } from "../../text/words.ts";
import { defineRule, toExcerpt } from "./rule.ts";

export const title = defineRule({
  id: "title",
  summary: "The title says what changes.",
  level: "off",
  options: {
    pattern: expressionSchema.optional().meta({
      description: "An expression (RE2) that the title has to contain.",
      examples: ["^[A-Z]"],
    }),
    min_words: z.int().positive().default(3).describe("Words, without a prefix such as `fix(api):`."),
  },
  check({ input, options }) {
    // GitHub has no pull request without a title; a description checked alone has none yet.
    if (input.title.trim() === "") return [];
    const title = toExcerpt(input.title);
    const { pattern, min_words: minWords } = options;
    if (pattern !== undefined && !matchesExpression(pattern, input.title))
      return [{ section: null, seen: { type: "title-pattern", title, pattern }, line: null }];
    const words = countWords(input.title.replace(/^\s*[a-z]+(?:\([^)]*\))?!?:\s*/i, ""));
    return words < minWords
      ? [{ section: null, seen: { type: "title-short", title, minWords }, line: null }]
      : [];
  },
});
