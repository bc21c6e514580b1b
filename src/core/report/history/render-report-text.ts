import { stringify } from "csv-stringify/sync";
import { toJsonLine } from "../../text/quote-text.ts";
import { groups, textOf } from "./columns.ts";
import { comparisonHeader, comparisonNote, comparisonRows } from "./compare.ts";
import { definitions, notesOf, type ReportRow, type ReviewReport, rowsOf, titleOf } from "./review-report.ts";

/** The report for a terminal: a table for each question. */
export function renderReportTable(report: ReviewReport): string {
  const rows = rowsOf(report);
  const parts = groups.map(({ question, columns }) => {
    const header = ["week", ...columns.map(({ title }) => title)];
    const cells = rows.map(({ name, figures }: ReportRow) => [
      name,
      ...columns.map((column) => textOf(column, figures)),
    ]);
    return `${question}\n${layOut([header, ...cells])}`;
  });
  const compared = comparisonRows(report);
  if (compared.length > 0)
    parts.push(`Before and after\n${layOut([comparisonHeader, ...compared])}\n${comparisonNote(report)}`);
  return [titleOf(report), ...parts, notesOf(report).join("\n")].join("\n\n");
}

/** Columns as wide as their widest cell; names to the left, figures to the right. */
function layOut(lines: string[][]): string {
  const [header = []] = lines;
  const widths = header.map((_, index) => Math.max(...lines.map((line) => (line[index] ?? "").length)));
  return lines
    .map((line) =>
      line
        .map((cell, index) => (index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** The machine form, one object on each line: the period, each week, the total, and the comparison if any. */
export function renderReportJson(report: ReviewReport): string {
  const { weeks, total, comparison, ...period } = report;
  const lines: object[] = [
    { ...period, definitions },
    ...weeks.map(({ week, isYoung, ...figures }) => ({ week, isYoung, ...figures })),
    { total },
  ];
  if (comparison !== null) {
    const { before, after, difference, ...window } = comparison;
    lines.push({ ...window, before, after, difference, note: comparisonNote(report) });
  }
  return lines.map(toJsonLine).join("\n");
}

/**
 * One line for each week and the total last, with the JSON's names and plain numbers. No spreadsheet takes a
 * cell for a formula.
 */
export function renderReportCsv(report: ReviewReport): string {
  const columns = groups.flatMap((group) => group.columns);
  const { repositories, partial, weeks, total } = report;
  const line = (week: string, isYoung: boolean, figures: ReviewReport["total"]) => [
    repositories.join(" "),
    week,
    String(isYoung),
    String(partial),
    ...columns.map(({ value }) => value(figures)),
    definitions,
  ];
  return stringify(
    [
      ["repositories", "week", "isYoung", "partial", ...columns.map(({ key }) => key), "definitions"],
      ...weeks.map((week) => line(week.week, week.isYoung, week)),
      line("total", false, total),
    ],
    { escape_formulas: true, record_delimiter: "\r\n" },
  );
}
