import { defineRule, listByStatus } from "./rule.ts";

export const uneditedTemplate = defineRule({
  id: "unedited-template",
  summary: "A section is more than the repository's own template text.",
  level: "error",
  options: {},
  check: ({ sections }) =>
    listByStatus(sections, "unedited", (section) => ({ type: "unedited", ...section })),
});
