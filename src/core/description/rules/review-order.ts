import { z } from "zod";
import { countChangedLines } from "../description.ts";
import { listNamedFiles, readableText, visibleText } from "../parts.ts";
import { defineRule } from "./rule.ts";

/** To be reviewed commit by commit, unlike a job that "runs on every commit". */
const byCommit =
  /\bcommit[ -]by[ -]commit\b|\b(?:one|single) commit at a time\b|\bcommits?\b[^.;\n]{0,20}\b(?:separately|individually|in (?:this |that )?order|one by one|one at a time)\b|\b(?:read|review\w*|look|go|walk|step|follow)\b[^.;\n]{0,30}\b(?:each|every|individual|separate|single|by|per|the)[ -]commits?\b|\b(?:each|every) commit (?:is|builds|compiles|passes|stands|can be|does one|has its own)\b/i;
/** There is nothing to order. */
const noOrder = /\border (?:does not|doesn['’]t) matter\b|\b(?:any|no particular) order\b/i;

export const reviewOrder = defineRule({
  id: "review-order",
  summary: "A large change names the files in the order to read them.",
  level: "warning",
  options: {
    changed_lines: z
      .int()
      .positive()
      .default(400)
      .describe("A change with this many changed lines, or more, is large."),
  },
  check({ input, parsed, options }) {
    const lines = countChangedLines(input);
    if (lines === null || lines < options.changed_lines || input.changedFiles < 2) return [];
    const text = visibleText(parsed);
    if (byCommit.test(text) || noOrder.test(text) || listNamedFiles(parsed, input).size >= 2) return [];
    if (countDiffLinks(readableText(input.body, parsed)) >= 2) return [];
    return [{ section: null, seen: { type: "review-order", lines, files: input.changedFiles }, line: null }];
  },
});

/** A link into the diff names its file by a hash. */
const countDiffLinks = (text: string) => new Set(text.match(/#diff-[\da-f]+/g)).size;
