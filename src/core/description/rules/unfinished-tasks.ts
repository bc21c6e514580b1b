import { splitLines } from "../../text/lines.ts";
import { defineRule, shorten } from "./rule.ts";

export const unfinishedTasks = defineRule({
  id: "unfinished-tasks",
  summary: "No task-list item outside an optional section is unticked.",
  level: "off",
  options: {},
  check({ input, parsed, sections }) {
    const optional = sections.filter(({ section }) => section.optional);
    const allowed = new Set(optional.flatMap(({ content, heading }) => [heading, ...content]));
    const lines = splitLines(input.body);
    // A box with bold text, or with text that ends in a colon or a question mark, looks like a heading.
    const tasks = parsed.parts.filter(
      (part) =>
        part.task === "open" &&
        part.words > 0 &&
        !(part.type === "text" && part.kind === "code") &&
        !allowed.has(part) &&
        !isStruck(lines[part.line - 1]?.text ?? ""),
    );
    const [first] = tasks;
    if (first === undefined) return [];
    const seen = { type: "unfinished-tasks", count: tasks.length, first: shorten(first.text) } as const;
    return [{ section: null, seen, line: first.line }];
  },
});

/**
 * Is all of the box's text struck through? Then it was dropped on purpose, and what follows says why. Other
 * words replace it.
 */
const isStruck = (line: string) =>
  /^[\s>*+\d.)-]{0,40}\[ \]\s+[*_]{0,3}(?:~~?[^~]+~~?|<(s|del|strike)>.*<\/\1>)[*_]{0,3}\s*(?:$|[(,;:.–—→=-]|(?:not|no|n\/a|never|none|nothing|nobody|already|out of|moved|obsolete|unneeded|dropped|irrelevant|skipped|skipping|done|covered|see|later|because|since|as|will|won['’]t|doesn['’]t|isn['’]t|does|is|was)\b)/i.test(
    line,
  );
