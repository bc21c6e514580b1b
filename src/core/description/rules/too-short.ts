import { hasCjk } from "../../text/words.ts";
import { defineRule, listByStatus } from "./rule.ts";

export const tooShort = defineRule({
  id: "too-short",
  summary: "A section has at least `min_words` words, or code, a table, an image or a link.",
  level: "warning",
  options: {},
  check: ({ sections }) =>
    listByStatus(sections, "too-short", (section, { used }) => {
      const count = used.reduce((sum, { words }) => sum + words, 0);
      const unit = used.some(({ text }) => hasCjk(text)) ? "character" : "word";
      return { type: "too-short", count, unit, ...section };
    }),
});
