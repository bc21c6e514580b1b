import { home } from "../../home.ts";
import { type Figures, fewest } from "./figures.ts";
import type { ReviewReport, WeekFigures } from "./review-report.ts";

type Unit = "count" | "business time" | "wall time" | "share" | "mean";

/** One figure as people read it. */
export interface Column {
  /** Path of the figure in the JSON, which is its name in the CSV. */
  key: string;
  title: string;
  unit: Unit;
  value(figures: Figures): number | null;
  /** How many pull requests a percentile is of; null for other figures. */
  size(figures: Figures): number | null;
}

export interface Group {
  /** The question that it answers. */
  question: string;
  /** What its figures mean, in a sentence or two. */
  meaning: string;
  columns: Column[];
  /** What the chart's axis measures. */
  axis: string;
  /** Keys of the columns that the chart draws. */
  drawn: string[];
}

const column = (key: string, title: string, unit: Unit): Column => ({
  key,
  title,
  unit,
  value: (figures) => readPath(figures, key),
  size: (figures) =>
    unit === "business time" || unit === "wall time" ? readPath(figures, `${key.split(".")[0]}.n`) : null,
});

/** Is the percentile beyond every known time, because too many still wait or were never answered? */
export function isNotReached({ value, size }: Column, figures: Figures): boolean {
  return value(figures) === null && (size(figures) ?? 0) >= fewest;
}

/** A figure for people; "–" where there are too few pull requests. */
export const textOf = (column: Column, figures: Figures): string =>
  isNotReached(column, figures) ? "not reached" : formatFigure(column.value(figures), column.unit);

function readPath(figures: Figures, path: string): number | null {
  let value: unknown = figures;
  for (const key of path.split(".")) value = (value as Record<string, unknown>)[key];
  return value as number | null;
}

/** The percentiles of a wait; `first` is the title of the first. */
const waits = (key: string, first = "P50"): Column[] => [
  column(`${key}.business.p50`, first, "business time"),
  column(`${key}.business.p75`, "P75", "business time"),
  column(`${key}.business.p90`, "P90", "business time"),
  column(`${key}.wall.p50`, "P50, wall", "wall time"),
  column(`${key}.wall.p75`, "P75, wall", "wall time"),
  column(`${key}.wall.p90`, "P90, wall", "wall time"),
];

/** All figures, in the order of the questions that they answer. */
export const groups: readonly Group[] = [
  {
    question: "Is it faster?",
    meaning:
      "Time from ready to the first review or comment of a person other than the author, in business time and in wall time; it stands still while the pull request is a draft. Pull requests that still wait count too (Kaplan–Meier).",
    axis: "business time",
    drawn: ["firstReview.business.p50", "firstReview.business.p75"],
    columns: [
      column("ready", "ready", "count"),
      column("answered", "answered", "count"),
      column("open", "waiting", "count"),
      column("mergedWithoutReview", "merged unreviewed", "count"),
      column("closedWithoutReview", "closed unreviewed", "count"),
      ...waits("firstReview"),
      column("targetsMet", "on target", "share"),
    ],
  },
  {
    question: "Who are pull requests waiting for?",
    meaning:
      "The reviewers' share of the business time in which a pull request waited for somebody; the rest is the author's. Then the time from the first request to the first review after it, the first answer of a bot, and how often the author pushed or asked again after a review.",
    axis: "share of the waiting",
    drawn: ["reviewerShare"],
    columns: [
      column("reviewerShare", "reviewers", "share"),
      column("requestToReview.n", "asked", "count"),
      ...waits("requestToReview", "request to review, P50"),
      column("firstBotAnswer.wall.p50", "bot, P50, wall", "wall time"),
      column("rounds", "rounds", "mean"),
    ],
  },
  {
    question: "Are descriptions complete?",
    meaning:
      "The share of descriptions without a finding of level error by today's config: when the pull request became ready, and when it was first answered. Exempt ones, and those whose earlier text is unknown, are left out.",
    axis: "share of pull requests",
    drawn: ["completeWhenReady", "completeWhenReviewed"],
    columns: [
      column("completeWhenReady", "when ready", "share"),
      column("completeWhenReviewed", "when first reviewed", "share"),
    ],
  },
  {
    question: "Is it calm?",
    meaning:
      "Review threads by kind, blocking ones and the app's own comments per pull request, threads that went back and forth, decisions, and reminders with the share that an act followed within a business day.",
    axis: "per pull request",
    drawn: ["conversation.blockingPerPullRequest", "calm.writtenPerPullRequest"],
    columns: [
      column("conversation.threads.blocking", "blocking", "count"),
      column("conversation.threads.question", "questions", "count"),
      column("conversation.threads.suggestion", "suggestions", "count"),
      column("conversation.threads.nit", "nits", "count"),
      column("conversation.threads.note", "notes", "count"),
      column("conversation.threads.praise", "praise", "count"),
      column("conversation.threads.none", "other", "count"),
      column("conversation.blockingPerPullRequest", "blocking per PR", "mean"),
      column("conversation.backAndForth", "back and forth", "count"),
      column("conversation.decisions", "decisions", "count"),
      column("calm.writtenPerPullRequest", "app's comments per PR", "mean"),
      column("calm.reminders", "reminders", "count"),
      column("calm.remindersFollowed", "followed", "share"),
    ],
  },
];

/** `2h 05m`, `3d 4h`: business time in hours, because people's days differ. */
export function formatDuration(seconds: number, unit: "business time" | "wall time"): string {
  const minutes = Math.round(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const two = (value: number) => String(value).padStart(2, "0");
  if (unit === "wall time" && hours >= 48) return `${Math.floor(hours / 24)}d ${hours % 24}h`;
  return hours === 0 ? `${minutes}m` : `${hours}h ${two(minutes % 60)}m`;
}

/** A figure for people; "–" for null. */
function formatFigure(value: number | null, unit: Unit): string {
  if (value === null) return "–";
  if (unit === "share") return `${Math.round(value * 100)} %`;
  if (unit === "mean") return value.toFixed(1);
  return unit === "count" ? String(value) : formatDuration(value, unit);
}

/** A difference of shares is in percentage points. */
const formatDifference = (value: number, unit: Unit) =>
  unit === "share" ? `${Math.round(value * 100)} pp` : formatFigure(value, unit);

export interface ReportRow {
  name: string;
  figures: Figures;
}

const nameOf = ({ week, isYoung }: WeekFigures) => (isYoung ? `${week}*` : week);

/** The weeks and their total. */
export const rowsOf = ({ weeks, total }: ReviewReport): ReportRow[] => [
  ...weeks.map((week) => ({ name: nameOf(week), figures: week })),
  { name: "total", figures: total },
];

/** `Reviews in acme/shop, 2026-01-05 to 2026-03-29`, with "partial" where not all was read. */
export function titleOf({ repositories, since, until, partial }: ReviewReport): string {
  return `Reviews in ${repositories.join(", ")}, ${since} to ${until}${partial ? " (partial)" : ""}`;
}

/** Where each figure is defined. */
export const definitions = `https://github.com/${home}/blob/main/docs/report.md`;

/** What a reader has to know about all figures, one sentence each. */
export function notesOf(report: ReviewReport): string[] {
  const { pullRequests, byBots, timeZone, partial, weeks } = report;
  const bots = byBots === 0 ? "" : `; ${byBots} that bots opened ${byBots === 1 ? "is" : "are"} left out`;
  return [
    ...(partial
      ? ["Partial: not all pull requests were read. Run it again to read on; what was read is kept."]
      : []),
    `${pullRequests === 1 ? "1 pull request" : `${pullRequests} pull requests`} that became ready in the period${bots}. Weeks are ISO weeks in ${timeZone}.`,
    "“Not reached”: too many were never answered, or still wait. – means fewer than five pull requests.",
    ...(weeks.some(({ isYoung }) => isYoung)
      ? ["* This week is young: its pull requests still have time, and its figures will change."]
      : []),
    `Definitions: ${definitions}`,
  ];
}

/** A figure's name for a table without its group's question. */
function nameAlone({ key, title }: Column): string {
  if (key.startsWith("firstReview")) return `first review, ${title}`;
  if (key.startsWith("requestToReview"))
    return `request to review, ${title.replace("request to review, ", "")}`;
  if (key === "reviewerShare") return "reviewers' share";
  return key.startsWith("complete") ? `complete ${title}` : title;
}

function formatSigned(value: number | null, unit: Unit): string {
  if (value === null) return "–";
  const sign = ["−", "±", "+"][1 + Math.sign(value)];
  return `${sign}${formatDifference(Math.abs(value), unit)}`;
}

/** The compared figures with their differences, as rows of text. */
export function comparisonRows({ comparison }: ReviewReport): string[][] {
  if (comparison === null) return [];
  const { before, after, difference } = comparison;
  const compared = groups
    .flatMap(({ columns }) => columns)
    .flatMap((figure) => {
      const found = readDifference(difference, figure.key);
      if (found === null) return [];
      const signed = (value: number | null) => formatSigned(value, figure.unit);
      const interval = found.value === null ? "–" : `${signed(found.low)} to ${signed(found.high)}`;
      return [
        [nameAlone(figure), textOf(figure, before), textOf(figure, after), signed(found.value), interval],
      ];
    });
  const mix = Object.keys(before.sizes).map((size) => {
    const key = size as keyof Figures["sizes"];
    return [
      `size: ${size} lines`,
      formatFigure(before.sizes[key], "share"),
      formatFigure(after.sizes[key], "share"),
      "",
      "",
    ];
  });
  return [["pull requests", String(before.ready), String(after.ready), "", ""], ...compared, ...mix];
}

export const comparisonHeader = ["", "before", "after", "difference", "95 % interval"];

/** What a comparison shows, and what it does not. */
export function comparisonNote({ comparison }: ReviewReport): string {
  if (comparison === null) return "";
  const { days, mark } = comparison;
  return `${days} days before ${mark} and ${days} days from a week after it; the week between is left out. Shares differ by percentage points (pp). This is a correlation: it does not say what caused the difference. Compare the mix of sizes too.`;
}

function readDifference(difference: object, path: string) {
  let value: unknown = difference;
  for (const key of path.split(".")) value = (value as Record<string, unknown> | undefined)?.[key];
  return (value ?? null) as { value: number | null; low: number | null; high: number | null } | null;
}
