import { createHash } from "node:crypto";
import { scaleLinear, scalePoint } from "d3-scale";
import { line } from "d3-shape";
import {
  comparisonHeader,
  comparisonNote,
  comparisonRows,
  formatDuration,
  formatFigure,
  type Group,
  groups,
  notesOf,
  rowsOf,
  titleOf,
} from "./columns.ts";
import type { ReviewReport } from "./review-report.ts";
import { escapeHtml } from "../../text/escape-html.ts";

const style = `
:root { color-scheme: light dark; --back: #ffffff; --text: #1f2328; --soft: #59636e; --rule: #d1d9e0; --one: #0550ae; --two: #bc4c00; --mark: #1a7f37; }
@media (prefers-color-scheme: dark) { :root { --back: #0d1117; --text: #e6edf3; --soft: #9198a1; --rule: #3d444d; --one: #79c0ff; --two: #ffa657; --mark: #56d364; } }
body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; background: var(--back); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; }
p, li { max-width: 45rem; } .soft { color: var(--soft); }
svg { width: 100%; height: auto; display: block; } svg text { fill: var(--soft); font: 12px system-ui, sans-serif; }
.grid { stroke: var(--rule); stroke-width: 1; } .line { fill: none; stroke-width: 2.5; } .one { stroke: var(--one); } .two { stroke: var(--two); stroke-dasharray: 7 4; }
.dot.one { fill: var(--one); } .dot.two { fill: var(--two); stroke-dasharray: none; } .target { stroke: var(--mark); stroke-width: 2; stroke-dasharray: 2 4; }
svg text.name-one { fill: var(--one); } svg text.name-two { fill: var(--two); } svg text.name-target { fill: var(--mark); }
.scroll { overflow-x: auto; } table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: 0.9rem; }
th, td { padding: 0.25rem 0.75rem; border-bottom: 1px solid var(--rule); text-align: right; white-space: nowrap; } th:first-child { text-align: left; }
summary { cursor: pointer; }
`;

/**
 * The report as one page that needs nothing else: charts as SVG, a table behind each, no script, no request;
 * light and dark.
 */
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
${notesOf(report)
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
    ...rowsOf(report).map(({ name, figures }) => [
      name,
      ...columns.map(({ value, unit }) => formatFigure(value(figures), unit)),
    ]),
  ];
  return `<section>
<h2>${escapeHtml(question)}</h2>
<p class="soft">${escapeHtml(meaning)}</p>
${renderChart(report, group, index)}
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
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(name)}"><table>
<thead><tr>${head}</tr></thead>
<tbody>
${body.join("\n")}
</tbody>
</table></div>`;
}

const [width, height, left, right, top, bottom] = [900, 260, 64, 150, 16, 32];

interface Point {
  week: string;
  value: number | null;
}

function renderChart(report: ReviewReport, { question, columns, drawn }: Group, index: number): string {
  const { weeks, target } = report;
  const lines = columns
    .filter(({ key }) => drawn.includes(key))
    .map((column) => ({
      column,
      points: weeks.map((week): Point => ({ week: week.week, value: column.value(week) })),
    }));
  const unit = lines[0]?.column.unit;
  const values = lines.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []));
  if (values.length === 0) return `<p>No week has five pull requests that tell.</p>`;
  const aim = index === 0 ? target : null;
  const most = unit === "share" ? 1 : Math.max(...values, aim ?? 0) || 1;
  const scaled = unit === "business time" ? 3600 : 1;
  const x = scalePoint<string>()
    .domain(weeks.map(({ week }) => week))
    .range([left, width - right])
    .padding(0.5);
  const y = scaleLinear()
    .domain([0, most / scaled])
    .nice(4)
    .range([height - bottom, top]);
  const across = (week: string) => round(x(week) ?? 0);
  const at = (value: number) => round(y(value / scaled));
  const path = line<Point>()
    .defined(({ value }) => value !== null)
    .x(({ week }) => across(week))
    .y(({ value }) => at(value ?? 0));
  const label = (tick: number) =>
    unit === "share" ? `${Math.round(tick * 100)} %` : unit === "business time" ? `${tick} h` : String(tick);
  const grid = y
    .ticks(4)
    .map(
      (tick) =>
        `<line class="grid" x1="${left}" x2="${width - right}" y1="${round(y(tick))}" y2="${round(y(tick))}"/><text x="${left - 8}" y="${round(y(tick)) + 4}" text-anchor="end">${label(tick)}</text>`,
    );
  const every = Math.ceil(weeks.length / 12);
  const names = weeks.map(({ week }, position) =>
    position % every === 0
      ? `<text x="${across(week)}" y="${height - 8}" text-anchor="middle">${escapeHtml(week.slice(5))}</text>`
      : "",
  );
  const ends = spread(
    lines.map(({ points }) => at(points.findLast(({ value }) => value !== null)?.value ?? 0)),
  );
  const drawnLines = lines.map(({ column, points }, which) => {
    const name = which === 0 ? "one" : "two";
    const dots = points.flatMap(({ week, value }) =>
      value === null
        ? []
        : [
            `<circle class="dot ${name}" cx="${across(week)}" cy="${at(value)}" r="3.5"><title>${escapeHtml(`${week}: ${column.title} ${formatFigure(value, column.unit)}`)}</title></circle>`,
          ],
    );
    return `<path class="line ${name}" d="${path(points) ?? ""}"/>${dots.join("")}<text class="name-${name}" x="${width - right + 10}" y="${(ends[which] ?? 0) + 4}">${escapeHtml(column.title)}</text>`;
  });
  const aimed =
    aim === null
      ? ""
      : `<line class="target" x1="${left}" x2="${width - right}" y1="${at(aim)}" y2="${at(aim)}"/><text class="name-target" x="${left + 4}" y="${at(aim) - 6}">target ${formatDuration(aim, "business time")}</text>`;
  const told = lines.map(
    ({ column, points }) =>
      `${column.title}: ${points.map(({ week, value }) => `${week} ${formatFigure(value, column.unit)}`).join(", ")}`,
  );
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title-${index} desc-${index}">
<title id="title-${index}">${escapeHtml(question)}</title>
<desc id="desc-${index}">${escapeHtml(told.join(". "))}</desc>
${[...grid, ...names, aimed, ...drawnLines].filter((part) => part !== "").join("\n")}
</svg>`;
}

const round = (value: number) => Math.round(value * 10) / 10;

/** Labels at least a line apart, in their order. */
function spread([first, second]: number[]): number[] {
  if (first === undefined || second === undefined) return [first ?? 0];
  const gap = 16 - Math.abs(first - second);
  if (gap <= 0) return [first, second];
  return first <= second ? [first - gap / 2, second + gap / 2] : [first + gap / 2, second - gap / 2];
}
