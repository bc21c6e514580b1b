import { isUsable } from "../section-status.ts";
import { defineRule } from "./rule.ts";
import { findByStatus, nameSection } from "./section-findings.ts";

export const tooShort = defineRule({
  id: "too-short",
  summary: "A section has at least `min_words` words, or code, a table, an image or a link.",
  level: "warning",
  options: {},
  check: ({ sections }) =>
    findByStatus(sections, ["too-short"], (state) => {
      const count = state.content.filter(isUsable).reduce((sum, { words }) => sum + words, 0);
      const counted = count === 1 ? "1 word" : `${count} words`;
      return `${nameSection(state)} has ${counted}; expected at least ${state.section.min_words}, add what a reviewer needs to know`;
    }),
});
