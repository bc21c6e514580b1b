import { stringify } from "csv-stringify/sync";
import { definitions, groups } from "./columns.ts";
import type { ReviewReport } from "./review-report.ts";

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
