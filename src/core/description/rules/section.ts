import { findOpenComment } from "../parts.ts";
import { defineRule, listByStatus } from "./rule.ts";

/** The only rule without a setting, because each section has its own level. */
export const section = defineRule({
  id: "section",
  summary: "Every section is there, and has something in it.",
  level: "error",
  options: {},
  check({ parsed, sections }) {
    const asked = sections.filter(({ section, status }) => !(section.optional && status === "missing"));
    const comment = findOpenComment(parsed);
    return [
      ...listByStatus(asked, "missing", (section) => ({ type: "missing", comment, ...section })),
      ...listByStatus(asked, "empty", (section, { content }) => {
        const isHidden = content.some(({ kind, line }) => kind === "comment" && line === comment);
        return { type: "empty", comment: isHidden ? comment : null, ...section };
      }),
    ];
  },
});
