import type { ParsedDescription, Part } from "../parts.ts";
import { defineRule, type SectionState, toExcerpt } from "./rule.ts";

export const unfinishedTasks = defineRule({
  id: "unfinished-tasks",
  summary: "No task-list item outside an optional section is unticked.",
  level: "off",
  options: {},
  check({ parsed, sections }) {
    const allowed = new Set(
      sections.filter(({ section }) => section.optional).flatMap((state) => listLines(state, parsed)),
    );
    const tasks = parsed.parts.filter(
      (part, index) =>
        part.checked === false &&
        part.words > 0 &&
        !(part.type === "text" && part.kind === "code") &&
        !completesHeading(part, parsed.parts[index - 1]) &&
        !allowed.has(part.line),
    );
    const [first] = tasks;
    if (first === undefined) return [];
    const seen = { type: "unfinished-tasks", count: tasks.length, first: toExcerpt(first.text) } as const;
    return [{ section: null, seen, line: first.line }];
  },
});

/**
 * A box with `**Docs:** update them` is two parts: what looks like a heading, and the rest of its line. Is it
 * the rest?
 */
const completesHeading = (part: Part, before: Part | undefined) =>
  part.type === "text" &&
  before?.type === "heading" &&
  before.checked === false &&
  before.isField &&
  before.line === part.line;

/** The lines of everything in a section. */
function listLines({ content, occurrences }: SectionState, { parts }: ParsedDescription): number[] {
  const inside = occurrences.flatMap(({ heading, end }) => parts.slice(parts.indexOf(heading), end));
  return [...inside, ...content].map(({ line }) => line);
}
