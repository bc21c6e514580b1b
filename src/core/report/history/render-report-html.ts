import { createHash } from "node:crypto";
import { escapeHtml } from "../../text/quote-text.ts";
import { type Group, groups, textOf } from "./columns.ts";
import { comparisonHeader, comparisonNote, comparisonRows } from "./compare.ts";
import { chartStyle, renderChart } from "./render-chart.ts";
import { notesOf, type ReviewReport, rowsOf, titleOf } from "./review-report.ts";

const style = `
:root { color-scheme: light dark; --back: #ffffff; --text: #1f2328; --soft: #59636e; --rule: #d1d9e0; --one: #0550ae; --two: #bc4c00; --mark: #1a7f37; }
@media (prefers-color-scheme: dark) { :root { --back: #0d1117; --text: #e6edf3; --soft: #9198a1; --rule: #3d444d; --one: #79c0ff; --two: #ffa657; --mark: #56d364; } }
body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; background: var(--back); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; }
p, li { max-width: 45rem; } .soft { color: var(--soft); }
.scroll { overflow-x: auto; } table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: 0.9rem; }
th, td { padding: 0.25rem 0.75rem; border-bottom: 1px solid var(--rule); text-align: right; white-space: nowrap; } th:first-child { text-align: left; }
summary { cursor: pointer; } h1 { overflow-wrap: anywhere; }
${chartStyle}`;

/** The report as one page, light and dark, without scripts or requests: SVG charts, a table below each. */
export function renderReportHtml(report: ReviewReport): string {
  const hash = createHash("sha256").update(style).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const title = escapeHtml(titleOf(report));
  const compared = comparisonRows(report);
  const comparison =
    compared.length === 0
      ? ""
      : `<h2>Before and after</h2>\n${renderTable([comparisonHeader, ...compared], "Before and after")}\n<p>${escapeHtml(comparisonNote(report))}</p>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${groups.map((group, index) => renderGroup(report, group, index)).join("\n")}
${comparison}
<h2>How to read this</h2>
<ul>
${[
  ...notesOf(report),
  ...(report.weeks.some(({ isYoung }) => isYoung) ? ["In the charts, a young week is a hollow dot."] : []),
]
  .map((note) => `<li>${escapeHtml(note)}</li>`)
  .join("\n")}
</ul>
</main>
</body>
</html>
`;
}

function renderGroup(report: ReviewReport, group: Group, index: number): string {
  const { question, meaning, columns } = group;
  const cells = [
    ["week", ...columns.map(({ title }) => title)],
    ...rowsOf(report).map(({ name, figures }) => [name, ...columns.map((column) => textOf(column, figures))]),
  ];
  return `<section>
<h2>${escapeHtml(question)}</h2>
<p class="soft">${escapeHtml(meaning)}</p>
${renderScrolling(renderChart(report, group, String(index)), `${question} (chart)`)}
<details>
<summary>Table</summary>
${renderTable(cells, question)}
</details>
</section>`;
}

function renderTable([header = [], ...rows]: string[][], name: string): string {
  const head = header.map((cell) => `<th scope="col">${escapeHtml(cell) || "figure"}</th>`).join("");
  const body = rows.map(
    ([first = "", ...cells]) =>
      `<tr><th scope="row">${escapeHtml(first)}</th>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join("")}</tr>`,
  );
  return renderScrolling(
    `<table>
<thead><tr>${head}</tr></thead>
<tbody>
${body.join("\n")}
</tbody>
</table>`,
    name,
  );
}

/** Scrolls what is wider than the window, by keyboard too. */
const renderScrolling = (content: string, name: string) =>
  `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(name)}">${content}</div>`;
