import { scaleLinear, scalePoint } from "d3-scale";
import { line } from "d3-shape";
import { escapeHtml } from "../../text/quote-text.ts";
import { type Column, formatDuration, type Group, isNotReached, textOf } from "./columns.ts";
import { weeksBetween } from "./period.ts";
import type { ReviewReport, WeekFigures } from "./review-report.ts";

/** In `svg`, the page's own classes. A young week's dot is hollow. */
export const chartStyle = `
svg { width: 100%; min-width: 46rem; height: auto; display: block; } svg text { fill: var(--soft); font: 12px system-ui, sans-serif; }
.grid { stroke: var(--rule); stroke-width: 1; } .line { fill: none; stroke-width: 2.5; } .one { stroke: var(--one); } .two { stroke: var(--two); stroke-dasharray: 7 4; }
.dot { stroke-width: 2; } .dot.one { fill: var(--one); } .dot.two { fill: var(--two); stroke-dasharray: none; } .dot.young { fill: var(--back); }
.target { stroke: var(--mark); stroke-width: 2; stroke-dasharray: 2 4; }
svg text.arrow { font-size: 15px; font-weight: bold; } svg text.name-one { fill: var(--one); } svg text.name-two { fill: var(--two); } svg text.name-target { fill: var(--mark); }
`;

const [width, height, left, right, top, bottom] = [900, 284, 64, 172, 40, 32];
const end = width - right;

interface Point {
  week: string;
  /** Null in a week without pull requests. */
  figures: WeekFigures | null;
  value: number | null;
}

interface Series {
  column: Column;
  points: Point[];
}

/**
 * A group's drawn figures by week, each week of the period in its place, and the target where they are
 * waiting times. What was not reached in a week has an arrow at the top, so that no gap looks like good news.
 */
export function renderChart(report: ReviewReport, group: Group, id: string): string {
  const lines = linesOf(report, group);
  const values = lines.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []));
  const [first] = lines;
  if (values.length === 0 || first === undefined) return `<p>${escapeHtml(whyEmpty(lines))}</p>`;
  const { unit } = first.column;
  const target = unit === "business-time" ? report.target : null;
  const most = unit === "share" ? 1 : Math.max(...values, target ?? 0) || 1;
  const scales = createScales(first, most);
  const drawnLines = lines.flatMap((one, which) => drawLine(one, which, scales));
  const parts = [
    `<text x="${left}" y="12">${escapeHtml(group.axis)}</text>`,
    ...[...scales.grid, ...nameWeeks(first.points, scales), ...drawTarget(target, scales)],
    ...drawnLines,
    ...(drawnLines.some((part) => part.includes("↑"))
      ? [`<text x="${end + 10}" y="${top - 18}">↑ not reached</text>`]
      : []),
    ...nameLines(lines, target, scales),
  ];
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title-${id} desc-${id}">
<title id="title-${id}">${escapeHtml(group.question)}</title>
<desc id="desc-${id}">${escapeHtml(lines.map(describeLine).join(". "))}</desc>
${parts.join("\n")}
</svg>`;
}

const kinds = ["one", "two"] as const;

interface Scales {
  across(week: string): number;
  at(value: number): number;
  /** The horizontal lines, each with its value. */
  grid: string[];
}

/** From zero to `most`, in the column's own unit. */
function createScales({ column: { unit }, points }: Series, most: number): Scales {
  const inMinutes = unit === "business-time" && most < 2 * 3600;
  const secondsPerTick = inMinutes ? 60 : 3600;
  const scale = unit === "business-time" ? secondsPerTick : 1;
  const weeks = points.map(({ week }) => week);
  const x = scalePoint<string>().domain(weeks).range([left, end]).padding(0.5);
  const y = scaleLinear()
    .domain([0, most / scale])
    .nice(4)
    .range([height - bottom, top]);
  const label = (tick: number) => {
    if (unit === "share") return `${Math.round(tick * 100)} %`;
    return unit === "business-time" ? `${tick} ${inMinutes ? "min" : "h"}` : String(tick);
  };
  const grid = y.ticks(4).map((tick) => {
    const at = round(y(tick));
    return `<line class="grid" x1="${left}" x2="${end}" y1="${at}" y2="${at}"/><text x="${left - 8}" y="${at + 4}" text-anchor="end">${label(tick)}</text>`;
  });
  return { across: (week) => round(x(week) ?? 0), at: (value) => round(y(value / scale)), grid };
}

function drawTarget(target: number | null, { at }: Scales): string[] {
  if (target === null) return [];
  return [`<line class="target" x1="${left}" x2="${end}" y1="${at(target)}" y2="${at(target)}"/>`];
}

/** Each line's name beside its last point, and the target's. */
function nameLines(lines: readonly Series[], target: number | null, { at }: Scales): string[] {
  const labels: ChartLabel[] = lines.flatMap(({ column, points }, which) => {
    const last = points.findLast(({ value }) => value !== null)?.value ?? null;
    return last === null ? [] : [{ kind: kinds[which] ?? "one", text: column.title, y: at(last) }];
  });
  if (target !== null) {
    const text = `target ${formatDuration(target, "business-time")}`;
    labels.push({ kind: "target", text, y: at(target) });
  }
  return spread(labels).map(
    ({ kind, text, y }) =>
      `<text class="name-${kind}" x="${end + 10}" y="${y + 4}">${escapeHtml(text)}</text>`,
  );
}

/** A line in words, for those who can't see it. */
function describeLine({ column, points }: Series): string {
  const values = points.flatMap(({ week, figures }) =>
    figures === null ? [] : `${week} ${textOf(column, figures)}`,
  );
  return `${column.title}: ${values.join(", ")}`;
}

function linesOf({ weeks }: ReviewReport, { columns, drawn }: Group): Series[] {
  const known = new Map(weeks.map((week) => [week.week, week]));
  const [first, last] = [weeks[0]?.week, weeks.at(-1)?.week];
  const all = first === undefined || last === undefined ? [] : weeksBetween(first, last);
  return columns
    .filter(({ key }) => drawn.includes(key))
    .map((column) => ({
      column,
      points: all.map((week) => {
        const figures = known.get(week) ?? null;
        return { week, figures, value: figures === null ? null : column.value(figures) };
      }),
    }));
}

function whyEmpty(lines: readonly Series[]): string {
  const isWaiting = lines.some(({ column, points }) =>
    points.some(({ figures }) => figures !== null && isNotReached(column, figures)),
  );
  return isWaiting
    ? "Not reached in any week: fewer than half of the pull requests were answered."
    : "Nothing to draw: no week has five pull requests with this figure.";
}

function drawLine({ column, points }: Series, which: number, { across, at }: Scales): string[] {
  const kind = kinds[which] ?? "one";
  const path = line<Point>()
    .defined(({ value }) => value !== null)
    .x(({ week }) => across(week))
    .y(({ value }) => at(value ?? 0));
  const marks = points.flatMap(({ week, figures, value }) => {
    if (figures === null) return [];
    const title = `<title>${escapeHtml(`${week}: ${column.title} ${textOf(column, figures)}`)}</title>`;
    if (value !== null)
      return [
        `<circle class="dot ${kind}${figures.isYoung ? " young" : ""}" cx="${across(week)}" cy="${at(value)}" r="3.5">${title}</circle>`,
      ];
    // Side by side, because a week that does not reach its P50 does not reach its P75 either.
    const aside = which === 0 ? -4 : 4;
    return isNotReached(column, figures)
      ? [
          `<text class="arrow name-${kind}" x="${across(week) + aside}" y="${top - 6}" text-anchor="middle">↑${title}</text>`,
        ]
      : [];
  });
  return [`<path class="line ${kind}" d="${path(points) ?? ""}"/>`, ...marks];
}

/** Names up to a dozen weeks, the first of each year with the year. */
function nameWeeks(points: readonly Point[], { across }: Scales): string[] {
  const every = Math.ceil(points.length / 12);
  const named = points.filter((_, position) => position % every === 0);
  return named.map(({ week, figures }, position) => {
    const isNewYear = week.slice(0, 4) !== named[position - 1]?.week.slice(0, 4);
    const name = `${isNewYear ? week : week.slice(5)}${figures?.isYoung === true ? "*" : ""}`;
    return `<text x="${across(week)}" y="${height - 8}" text-anchor="middle">${escapeHtml(name)}</text>`;
  });
}

const round = (value: number) => Math.round(value * 10) / 10;

interface ChartLabel {
  kind: (typeof kinds)[number] | "target";
  text: string;
  y: number;
}

const labelHeight = 15;

/** Moves labels at least a line apart, in their order, as near to their places as the lower ones allow. */
function spread(labels: readonly ChartLabel[]): ChartLabel[] {
  const sorted = labels.toSorted((a, b) => b.y - a.y);
  let lowest = height - bottom;
  return sorted.map((label) => {
    const y = Math.min(label.y, lowest);
    lowest = y - labelHeight;
    return { ...label, y };
  });
}
