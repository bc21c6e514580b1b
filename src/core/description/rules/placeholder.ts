import { defineRule } from "./rule.ts";
import { findByStatus, nameSection, shorten } from "./section-findings.ts";

export const placeholder = defineRule({
  id: "placeholder",
  summary: "A section is not only TODO, TBD or N/A without a reason.",
  level: "error",
  options: {},
  check: ({ sections }) =>
    findByStatus(sections, ["placeholder"], (state) => {
      const text = state.content.find(({ kind, text }) => kind !== "comment" && text !== "")?.text ?? "";
      return `${nameSection(state)} says only "${shorten(text)}": write what a reviewer can use, or why it doesn't apply`;
    }),
});
