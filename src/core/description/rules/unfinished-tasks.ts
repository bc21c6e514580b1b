import { defineRule, shorten } from "./rule.ts";

export const unfinishedTasks = defineRule({
  id: "unfinished-tasks",
  summary: "No task-list item outside an optional section is unticked.",
  level: "off",
  options: {},
  check({ parsed, sections }) {
    const optional = sections.filter(({ section }) => section.optional);
    const allowed = new Set(optional.flatMap(({ content, heading }) => [heading, ...content]));
    // A box with bold text, or with text that ends in a colon or a question mark, looks like a heading.
    const tasks = parsed.parts.filter(
      (part) =>
        part.task === "open" &&
        part.words > 0 &&
        !(part.type === "text" && part.kind === "code") &&
        !allowed.has(part),
    );
    const [first] = tasks;
    if (first === undefined) return [];
    const seen = { type: "unfinished-tasks", count: tasks.length, first: shorten(first.text) } as const;
    return [{ section: null, seen, line: first.line }];
  },
});
