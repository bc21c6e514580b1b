import { z } from "zod";
import { matchesPath } from "../../config/patterns/matches-path.ts";
import { isGenerated, parseGeneratedAttributes } from "../generated-paths.ts";
import { visibleText } from "../readable-text.ts";
import { defineRule } from "./rule.ts";

const mention =
  /generat|lock[ -]?file|\block(?:s|ed)?\b|vendor|third[- ]party|snapshot|dependenc|minified|bundle|bump|upgrade|codegen/i;

export const generatedFiles = defineRule({
  id: "generated-files",
  summary: "When much of the diff is generated, vendored or a lock file, the description says so.",
  level: "warning",
  options: {
    share: z
      .int()
      .min(1)
      .max(100)
      .default(50)
      .describe("From this share of the changed lines on, in per cent."),
    paths: z.array(z.string()).default([]).describe("Globs of more generated files, beside the known ones."),
  },
  check({ input, parsed, options }) {
    const attributes = parseGeneratedAttributes(input.gitattributes ?? "");
    const files = input.files.filter(
      ({ path }) => isGenerated(path, attributes) || matchesPath(options.paths, path),
    );
    const lines = sumLines(files);
    const all = sumLines(input.files);
    if (files.length === 0 || files.length === input.files.length || all === 0) return [];
    const share = Math.floor((100 * lines) / all);
    const text = visibleText(parsed);
    if (share < options.share || mention.test(text)) return [];
    if (files.some(({ path }) => text.includes(path.split("/").at(-1)!))) return [];
    return [
      {
        section: null,
        message: `${share} % of the changed lines are in generated, vendored or lock files (\`${files[0]!.path}\`) and nothing says so; expected a word on what a reviewer can skip`,
        hint: "One sentence is enough: which files, and what writes them.",
        line: null,
      },
    ];
  },
});

function sumLines(files: readonly { additions: number; deletions: number }[]): number {
  return files.reduce((sum, { additions, deletions }) => sum + additions + deletions, 0);
}
