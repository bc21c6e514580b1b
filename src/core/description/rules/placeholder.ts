import { defineRule, listByStatus, toExcerpt } from "./rule.ts";

export const placeholder = defineRule({
  id: "placeholder",
  summary: "A section is not only TODO, TBD or N/A without a reason.",
  level: "error",
  options: {},
  check: ({ sections }) =>
    listByStatus(sections, "placeholder", (section, { used }) => {
      const text = used.find(({ text }) => text !== "")?.text ?? "";
      return { type: "placeholder", text: toExcerpt(text), ...section };
    }),
});
