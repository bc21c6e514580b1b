import { findOpenComment } from "../find-open-comment.ts";
import { defineRule, type SectionState } from "./rule.ts";
import { askFor, findByStatus, nameSection } from "./section-findings.ts";

/** The only rule without a setting: each section's own level is its setting. */
export const section = defineRule({
  id: "section",
  summary: "Every section is there, and has something in it.",
  level: "error",
  options: {},
  check({ parsed, sections }) {
    const asked = sections.filter(({ section, status }) => !(section.optional && status === "missing"));
    const comment = findOpenComment(parsed);
    return [
      ...findByStatus(asked, ["missing"], (state) => describeMissing(state, comment)),
      ...findByStatus(asked, ["empty"], (state) => describeEmpty(state, comment)),
    ];
  },
});

function describeMissing(state: SectionState, comment: number | null): string {
  const { heading, hint, min_words } = state.section;
  const ask = hint === "" ? `add a heading "${heading}" and at least ${min_words || 1} words` : askFor(state);
  const hidden = comment === null ? "" : `, or hidden by the comment on line ${comment}, which has no end`;
  return `${heading} is missing${hidden}: ${ask}`;
}

function describeEmpty(state: SectionState, comment: number | null): string {
  const isHidden = state.content.some(({ kind, line }) => kind === "comment" && line === comment);
  const hidden = isHidden ? `, or hidden by the comment on line ${comment}, which has no end` : "";
  return `${nameSection(state)} is empty${hidden}: ${askFor(state)}`;
}
