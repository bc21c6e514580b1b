import { defineRule, type SectionState } from "./rule.ts";
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
      ...findByStatus(asked, ["missing"], describeMissing),
      ...findByStatus(asked, ["empty"], (state) => `${nameSection(state)} is empty; ${askFor(state)}`),
    ];
  },
});

function describeMissing(state: SectionState): string {
  const { heading, hint, min_words } = state.section;
  const ask =
    hint === "" ? `expected a heading "${heading}" and at least ${min_words || 1} words` : askFor(state);
  return `${heading} is missing; ${ask}`;
}
