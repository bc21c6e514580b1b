import type { SectionVerdict } from "../description/description.ts";
import { renderHint } from "../config/hint.ts";

/** The missing headings with their hints as comments, as they would stand in the description. */
export function renderMissingSections(sections: SectionVerdict[]): string {
  return sections
    .filter((section) => section.status === "missing")
    .map(({ name, hint }) => (hint === "" ? `## ${name}` : `## ${name}\n${renderHint(hint)}`))
    .join("\n\n");
}

/** A code block that holds any text: its fence is longer than every run of backticks inside. */
export function renderCodeBlock(text: string, language = ""): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`;
}
