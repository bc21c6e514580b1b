import { splitLines } from "../../text/lines.ts";
import { defineRule } from "./rule.ts";
import { shorten } from "./section-findings.ts";

export const unfinishedTasks = defineRule({
  id: "unfinished-tasks",
  summary: "No task-list item outside an optional section is unticked.",
  level: "off",
  options: {},
  check({ input, parsed, sections }) {
    const optional = sections.filter(({ section }) => section.optional);
    const allowed = new Set(optional.flatMap(({ content, heading }) => [heading, ...content]));
    const lines = splitLines(input.body);
    // A box with bold text, or with one that ends in a colon or a question mark, looks like a heading.
    const tasks = parsed.parts.filter(
      (part) =>
        part.task === "open" &&
        !(part.type === "text" && part.kind === "code") &&
        !allowed.has(part) &&
        !isStruck(lines[part.line - 1]?.text ?? ""),
    );
    const [first] = tasks;
    if (first === undefined) return [];
    const seen =
      tasks.length === 1 ? "1 task isn't ticked:" : `${tasks.length} tasks aren't ticked, the first is`;
    return [
      {
        section: null,
        message: `${seen} "${shorten(first.text)}". Finish ${tasks.length === 1 ? "it or remove it" : "them or remove them"}`,
        hint: "What comes later may move to an issue.",
        line: first.line,
      },
    ];
  },
});

/**
 * Is all of the box's text struck through? Then it was dropped on purpose, whatever is said about that behind
 * it.
 */
const isStruck = (line: string) =>
  /^[\s>*+\d.)-]{0,40}\[ \]\s+[*_]{0,3}(?:~~?[^~]+~~?|<(s|del|strike)>.*<\/\1>)[*_]{0,3}\s*(?:$|[(,;:.–—-])/i.test(
    line,
  );
