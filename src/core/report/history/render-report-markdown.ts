import { quoteCode } from "../../text/quote-text.ts";
import { groups, textOf } from "./columns.ts";
import { comparisonHeader, comparisonNote, comparisonRows } from "./compare.ts";
import { notesOf, type ReviewReport, rowsOf, titleOf } from "./review-report.ts";

/** GitHub takes 65,536 characters; a longer report leaves out its oldest weeks. */
const maxCharacters = 65_000;

/**
 * The report as Markdown for an issue, a job summary or a page: a table for each question. It mentions and
 * links nobody.
 */
export function renderReportMarkdown(report: ReviewReport): string {
  for (let left = report.weeks.length; ; left = Math.floor(left / 2)) {
    const weeks = left === 0 ? [] : report.weeks.slice(-left);
    const text = render({ ...report, weeks }, report.weeks.length - left);
    if (text.length <= maxCharacters || left === 0) return text;
  }
}

function render(report: ReviewReport, leftOut: number): string {
  const rows = rowsOf(report);
  const { repositories } = report;
  const named = repositories.slice(0, 20).map((name) => quoteCode(name));
  const more = repositories.length > 20 ? ` and ${repositories.length - 20} more` : "";
  const title = titleOf({ ...report, repositories: ["REPOSITORIES"] }).replace(
    "REPOSITORIES",
    () => `${named.join(", ")}${more}`,
  );
  const parts = groups.flatMap(({ question, meaning, columns }) => [
    `### ${question}`,
    meaning,
    table([
      ["week", ...columns.map(({ title: head }) => head)],
      ...rows.map(({ name, figures }) => [
        name.replace("*", "\\*"),
        ...columns.map((column) => textOf(column, figures)),
      ]),
    ]),
  ]);
  const compared = comparisonRows(report);
  if (compared.length > 0)
    parts.push("### Before and after", table([comparisonHeader, ...compared]), comparisonNote(report));
  const notes = notesOf(report).map((note) => `- ${note.replace(/^\*/, "\\*")}`);
  if (leftOut > 0)
    notes.push(`- The oldest ${leftOut} weeks are left out of the tables; the total has them.`);
  return `${[`## ${title}`, ...parts, notes.join("\n")].join("\n\n")}\n`;
}

function table([header = [], ...rows]: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(header),
    line(header.map((_, index) => (index === 0 ? ":--" : "--:"))),
    ...rows.map(line),
  ].join("\n");
}
