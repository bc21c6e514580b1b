import { defineRule } from "./rule.ts";
import { shorten } from "./section-findings.ts";

export const unfinishedTasks = defineRule({
  id: "unfinished-tasks",
  summary: "No task-list item outside an optional section is unticked.",
  level: "off",
  options: {},
  check({ parsed, sections }) {
    const optional = new Set(
      sections.filter(({ section }) => section.optional).flatMap(({ content }) => content),
    );
    const tasks = parsed.parts.filter(
      (part) => part.type === "text" && part.task === "open" && !optional.has(part),
    );
    const [first] = tasks;
    if (first === undefined) return [];
    const seen =
      tasks.length === 1 ? "1 task is not ticked:" : `${tasks.length} tasks are not ticked, the first is`;
    return [
      {
        section: null,
        message: `${seen} "${shorten(first.text)}"; expected every task to be done or removed`,
        hint: "What comes later may move to an issue.",
        line: first.line,
      },
    ];
  },
});
