import { type Figures, minGroupSize } from "./figures.ts";

type Unit = "count" | "business-time" | "wall-time" | "share" | "mean";

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
  value: (figures) => readPath(figures, key) as number | null,
  size: (figures) =>
    unit === "business-time" || unit === "wall-time"
      ? (readPath(figures, `${key.split(".")[0]}.n`) as number)
      : null,
});

/** Is the percentile beyond every known time, because too many are still waiting or were never answered? */
export function isNotReached({ value, size }: Column, figures: Figures): boolean {
  return value(figures) === null && (size(figures) ?? 0) >= minGroupSize;
}

/** A figure for people; "–" where there are too few pull requests. */
export const textOf = (column: Column, figures: Figures): string =>
  isNotReached(column, figures) ? "not reached" : formatFigure(column.value(figures), column.unit);

/** What stands at a column's path; undefined where nothing does. */
export function readPath(figures: object, path: string): unknown {
  let value: unknown = figures;
  for (const key of path.split(".")) value = (value as Record<string, unknown> | undefined)?.[key];
  return value;
}

/** The percentiles of a wait; `first` is the title of the first. */
const waits = (key: string, first = "P50"): Column[] => [
  column(`${key}.business.p50`, first, "business-time"),
  column(`${key}.business.p75`, "P75", "business-time"),
  column(`${key}.business.p90`, "P90", "business-time"),
  column(`${key}.wall.p50`, "P50, wall", "wall-time"),
  column(`${key}.wall.p75`, "P75, wall", "wall-time"),
  column(`${key}.wall.p90`, "P90, wall", "wall-time"),
];

/** All figures, in the order of the questions that they answer. */
export const groups: readonly Group[] = [
  {
    question: "Is it faster?",
    meaning:
      "Time from ready to the first review or comment of a person other than the author, in business time and in wall time; the clock stops while the pull request is a draft. Pull requests that still wait count too (Kaplan–Meier).",
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
      column("firstBotAnswer.wall.p50", "bot, P50, wall", "wall-time"),
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
export function formatDuration(seconds: number, unit: "business-time" | "wall-time"): string {
  const minutes = Math.round(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const two = (value: number) => String(value).padStart(2, "0");
  if (unit === "wall-time" && hours >= 48) return `${Math.floor(hours / 24)}d ${hours % 24}h`;
  return hours === 0 ? `${minutes}m` : `${hours}h ${two(minutes % 60)}m`;
}

/** A figure for people; "–" for null. */
export function formatFigure(value: number | null, unit: Column["unit"]): string {
  if (value === null) return "–";
  if (unit === "share") return `${Math.round(value * 100)} %`;
  if (unit === "mean") return value.toFixed(1);
  return unit === "count" ? String(value) : formatDuration(value, unit);
}
