import { configSchema } from "../../src/core/config/schema/config-schema.ts";
import type { DescriptionVerdict } from "../../src/core/description/description.ts";
import { findSections } from "../../src/core/description/find-sections.ts";
import { parseDescription } from "../../src/core/description/parse-description.ts";
import { isUnread, type ParsedDescription } from "../../src/core/description/parts.ts";
import { splitLines } from "../../src/core/text/lines.ts";
import { judge } from "../core/description/describe.ts";
import { readData } from "./data.ts";
import { unknownChange } from "./unknown-change.ts";

export interface Template {
  repo: string;
  path: string;
  text: string;
}

export const readTemplates = () => readData<Template>("pr-templates.jsonl");

const config = configSchema.parse({}).description;
const filling = "The importer retries three times with a growing pause, because the bank is slow on Mondays.";

/**
 * The verdict on a template's text as a description, with or without the repository's template being known.
 */
export function judgeTemplate(body: string, templates: string[]): DescriptionVerdict {
  return judge(body, { ...unknownChange, templates, title: "Retry the import" });
}

function parse(text: string): ParsedDescription {
  const parsed = parseDescription(text);
  if (isUnread(parsed)) throw new Error(parsed.unread);
  return parsed;
}

/** The template with a sentence under (or, in a table, beside) each heading that names a section. */
export function fillTemplate(text: string): string {
  const { occurrences } = findSections(parse(text), config.sections);
  const headings = new Set([...occurrences.values()].flat().map(({ heading }) => heading));
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const lines = splitLines(text).map(({ text: line }) => line);
  for (const { syntax, lastLine } of headings) {
    const line = lines[lastLine - 1]!;
    lines[lastLine - 1] =
      syntax === "table"
        ? line.replace(/^(\|?[^|]*\|).*$/, `$1 ${filling} |`)
        : syntax === "inline" || syntax === "task"
          ? `${line} ${filling}`
          : `${line}${eol}${eol}${filling}${eol}`;
  }
  return lines.join(eol);
}

/** The ids of the sections that count as written. */
export function filledSections({ sections }: DescriptionVerdict): string[] {
  return sections
    .filter(({ status }) => ["filled", "too-short", "not-applicable"].includes(status))
    .map(({ id }) => id);
}

export function presentSections({ sections }: DescriptionVerdict): string[] {
  return sections.filter(({ status }) => status !== "missing").map(({ id }) => id);
}
