import { defineRule } from "./rule.ts";
import { findByStatus, nameSection } from "./section-findings.ts";

export const uneditedTemplate = defineRule({
  id: "unedited-template",
  summary: "A section is more than the repository's own template text.",
  level: "error",
  options: {},
  check: ({ sections }) =>
    findByStatus(
      sections,
      ["unedited"],
      (state) =>
        `${nameSection(state)} is not filled in yet: replace the template's text with your own words`,
    ),
});
