import { z } from "zod";
import { countChangedLines } from "../count-changed-lines.ts";
import { visibleText } from "../readable-text.ts";
import { defineRule } from "./rule.ts";

const byCommit =
  /\bcommit[ -]by[ -]commit\b|\b(?:each|every|individual|separate|per)[ -]commits?\b|\bcommits? (?:separately|individually|in order|one by one)\b/i;

export const reviewOrder = defineRule({
  id: "review-order",
  summary: "A large change names the files in the order to read them.",
  level: "warning",
  options: {
    changed_lines: z
      .int()
      .positive()
      .default(400)
      .describe("From this many changed lines on a change is large."),
  },
  check({ input, parsed, options }) {
    const lines = countChangedLines(input);
    if (lines === null || lines < options.changed_lines || input.changedFiles < 2) return [];
    const text = visibleText(parsed);
    if (byCommit.test(text) || namesTwo(text, input.files)) return [];
    return [
      {
        section: null,
        message: `${lines} lines changed in ${input.changedFiles} files, and no order to read them in; expected at least two of them named`,
        hint: "If it reads commit by commit, saying so is enough.",
        line: null,
      },
    ];
  },
});

/** Are two of the changed files named, by path, file name or folder? */
function namesTwo(text: string, files: readonly { path: string }[]): boolean {
  const tokens = new Set(text.split(/[\s`'"()[\],;:*]+/).map((token) => token.replace(/^\.?\/|[/.]+$/g, "")));
  const named = new Set<string>();
  for (const { path } of files) {
    const steps = path.split("/");
    const names = [
      path,
      steps.at(-1)!,
      ...steps.slice(0, -1).map((_, index) => steps.slice(0, index + 1).join("/")),
    ];
    for (const name of names) if (name.length > 2 && tokens.has(name)) named.add(name);
    if (named.size >= 2) return true;
  }
  return false;
}
