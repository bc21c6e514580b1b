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
      const used = state.content.filter(isUsable);
      const count = used.reduce((sum, { words }) => sum + words, 0);
      const unit = used.some(({ text }) => isCjk.test(text)) ? "character" : "word";
      const counted = `${count} ${unit}${count === 1 ? "" : "s"}`;
      return `${nameSection(state)} has ${counted}: add what a reviewer needs to know (at least ${state.section.min_words})`;
    }),
});

/** Texts without spaces between words are counted in characters. */
const isCjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
