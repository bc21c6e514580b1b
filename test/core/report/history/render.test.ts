import { describe, expect, it } from "vitest";
import { renderReportHtml } from "../../../../src/core/report/history/render-report-html.ts";
import { renderReportMarkdown } from "../../../../src/core/report/history/render-report-markdown.ts";
import {
  renderReportCsv,
  renderReportJson,
  renderReportTable,
} from "../../../../src/core/report/history/render-report-text.ts";
import { buildReport } from "../../../browser/report-cases.ts";

const page = "https://github.com/async-review/async-review/blob/main/docs/report.md";
const shop = buildReport({ weeks: 6, each: 6, wait: (week, index) => 1 + week + index, mark: "2025-01-25" });

describe("each report format", () => {
  const outputs = {
    table: renderReportTable(shop),
    json: renderReportJson(shop),
    csv: renderReportCsv(shop),
    markdown: renderReportMarkdown(shop),
    html: renderReportHtml(shop),
  };

  it.each(Object.entries(outputs))("says where its figures are defined: %s", (_format, output) => {
    expect(output).toContain(page);
  });

  it.each(Object.entries(outputs))("calls the report partial only when it is: %s", (format, output) => {
    const render = { table: renderReportTable, json: renderReportJson, csv: renderReportCsv };
    const others = { markdown: renderReportMarkdown, html: renderReportHtml };
    const partial = { ...render, ...others }[format as keyof typeof outputs]({ ...shop, partial: true });
    const says = /\(partial\)|"partial":true|^acme\/shop,[^,]+,(?:true|false),true,/m;
    expect(partial).toMatch(says);
    expect(output).not.toMatch(says);
  });
});

describe("a repository's name", () => {
  const hostile = '=HYPERLINK("https://example.org")<script>alert(1)</script>`*@bob*|x';
  const report = { ...shop, repositories: [hostile] };

  it("can't become a formula in a spreadsheet", () => {
    const cells = renderReportCsv(report)
      .split("\r\n")
      .slice(1, -1)
      .map((line) => line.slice(0, 4));
    expect(new Set(cells)).toEqual(new Set([`"'=H`]));
  });

  it("can't become an HTML element, and mentions nobody in Markdown", () => {
    expect(renderReportHtml(report)).not.toContain("<script");
    const [title] = renderReportMarkdown(report).split("\n");
    expect(title).toMatch(/^## Reviews in ``=HYPERLINK[^\n]*``, 2025-01-06 to 2025-02-17$/);
    expect(title).not.toContain("@bob");
  });
});

describe("the Markdown report", () => {
  it("stays within GitHub's limit, and says what it leaves out", () => {
    const long = buildReport({ weeks: 500, each: 5, wait: (_, index) => 1 + index });
    const text = renderReportMarkdown(long);
    expect(long.weeks.length).toBeGreaterThan(490);
    expect(text.length).toBeLessThan(65_536);
    const shown = text.match(/^\| 20\d\d-W\d\d/gm)!.length / 4;
    expect(text).toContain(
      `- The oldest ${long.weeks.length - shown} weeks are left out of the tables; the total has them.`,
    );
    expect(text).toContain("| total | 2500 |");
  });
});
