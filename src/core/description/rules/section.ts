import { defineRule } from "./rule.ts";
import { askFor, findByStatus, nameSection } from "./section-findings.ts";

/** The only rule without a setting: each section's own level is its setting. */
export const section = defineRule({
  id: "section",
  summary: "Every section is there, and has something in it.",
  level: "error",
  options: {},
  check({ sections }) {
    const asked = sections.filter(({ section, status }) => !(section.optional && status === "missing"));
    return [
      ...findByStatus(asked, ["missing"], (state) => `${state.section.heading} is missing; ${askFor(state)}`),
      ...findByStatus(asked, ["empty"], (state) => `${nameSection(state)} is empty; ${askFor(state)}`),
    ];
  },
});
