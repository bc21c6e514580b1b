import { defineRule, findByStatus } from "./rule.ts";

export const uneditedTemplate = defineRule({
  id: "unedited-template",
  summary: "A section is more than the repository's own template text.",
  level: "error",
  options: {},
  check: ({ sections }) =>
    findByStatus(sections, "unedited", (section) => ({ type: "unedited", ...section })),
});
