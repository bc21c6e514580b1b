import { Temporal } from "temporal-polyfill";
import { dueAt } from "../../calendar/business-time.ts";
import { parseDuration } from "../../calendar/duration.ts";
import { compareInstants } from "../../calendar/instant.ts";
import { home } from "../../home.ts";
import type { Instant } from "../../pull-request.ts";
import { type Comparison, compare } from "./compare.ts";
import { type Figures, findFigures } from "./figures.ts";
import type { Life } from "./life.ts";
import { type Measured, type MeasureOptions, measure } from "./measure.ts";
import { addDays, boundsOf, dateOf, mondayOf, nameWeek, type Period, startOf } from "./period.ts";

/** One repository's history, with the calendar and targets that its times are measured by. */
export interface RepositoryHistory extends Omit<MeasureOptions, "until"> {
  /** owner/repo */
  name: string;
  lives: readonly Life[];
}

export interface WeekFigures extends Figures {
  /** ISO week, `2026-W10`. */
  week: string;
  /** A target that started at the end of the week has not passed yet, so its figures still change. */
  isYoung: boolean;
}

export interface ReviewReport {
  repositories: string[];
  since: string;
  until: string;
  timeZone: string;
  /** Not all of the history was read. */
  partial: boolean;
  /** How many it counts: opened by people, ready in the period. */
  pullRequests: number;
  /** How many it leaves out because bots opened them. */
  byBots: number;
  /** The reviewers' target, in business seconds; null when there are several, or it is not business time. */
  target: number | null;
  /** Oldest first; weeks without a pull request are missing. */
  weeks: WeekFigures[];
  total: Figures;
  comparison: Comparison | null;
}

/** The report on the history that was read. Pure: the same history, period and mark give the same report. */
export function reportHistory(
  histories: readonly RepositoryHistory[],
  period: Period,
  { mark, partial }: { mark: string | null; partial: boolean },
): ReviewReport {
  const { since, until, timeZone } = period;
  const { from, to } = boundsOf(period);
  const inPeriod = histories.flatMap(({ lives, ...options }) =>
    lives.flatMap((life) => {
      const measured = measure(life, { ...options, until: to });
      return measured === null || measured.readyAt < from ? [] : [{ life, measured }];
    }),
  );
  const counted = inPeriod.filter(({ life }) => !life.isBots).map(({ measured }) => measured);
  return {
    repositories: histories.map(({ name }) => name),
    since,
    until,
    timeZone,
    partial,
    pullRequests: counted.length,
    byBots: inPeriod.length - counted.length,
    target: findTarget(histories),
    weeks: listWeeks(counted, histories, { timeZone, to }),
    total: findFigures(counted),
    comparison: mark === null ? null : compareAround(mark, counted, period),
  };
}

/** Days count from 1970-01-01, a Thursday. */
const monday = 4;

function findTarget(histories: readonly RepositoryHistory[]): number | null {
  const lengths = histories.map(({ targets, calendar }) => {
    const duration = parseDuration(targets.default);
    if (duration === null || !duration.isBusiness) return null;
    const { amount, unit } = duration;
    if (unit === "hour") return amount * 3600;
    // A day is as long as the first of Monday to Friday that is worked.
    const shift = [0, 1, 2, 3, 4].map((day) => calendar.shiftOf(monday + day)).find((one) => one !== null);
    return shift === undefined || shift === null ? null : amount * (shift.close - shift.open);
  });
  const [length = null, ...others] = new Set(lengths);
  return others.length === 0 ? length : null;
}

function listWeeks(
  counted: readonly Measured[],
  histories: readonly RepositoryHistory[],
  { timeZone, to }: { timeZone: string; to: Instant },
): WeekFigures[] {
  const weeks: { monday: string; end: Instant; all: Measured[] }[] = [];
  for (const one of counted.toSorted((left, right) => compareInstants(left.readyAt, right.readyAt))) {
    const last = weeks.at(-1);
    if (last !== undefined && one.readyAt < last.end) {
      last.all.push(one);
      continue;
    }
    const monday = mondayOf(dateOf(one.readyAt, timeZone));
    weeks.push({ monday, end: startOf(addDays(monday, 7), timeZone), all: [one] });
  }
  return weeks.map(({ monday, end, all }) => {
    const isYoung = histories.some(({ targets, calendar }) => {
      const duration = parseDuration(targets.default);
      const due = duration === null ? null : dueAt(end, duration, calendar);
      return due !== null && due > to;
    });
    return { week: nameWeek(monday), isYoung, ...findFigures(all) };
  });
}

/**
 * Compares two windows of equal length. The week that begins with the mark, in which the change arrives, is
 * left out between them.
 */
function compareAround(mark: string, counted: readonly Measured[], period: Period): Comparison {
  const { from, to } = boundsOf(period);
  const { timeZone } = period;
  const resume = addDays(mark, 7);
  const daysBetween = (first: string, last: string) =>
    Math.max(0, Temporal.PlainDate.from(first).until(last, { largestUnit: "day" }).days);
  const last = dateOf(to, timeZone);
  const days = Math.min(daysBetween(dateOf(from, timeZone), mark), daysBetween(resume, last));
  const within = (start: string) => {
    const bounds = [startOf(start, timeZone), startOf(addDays(start, days), timeZone)] as const;
    return counted.filter(({ readyAt }) => readyAt >= bounds[0] && readyAt < bounds[1]);
  };
  const before = within(addDays(mark, -days));
  const after = within(resume);
  return {
    mark,
    days,
    before: findFigures(before),
    after: findFigures(after),
    difference: compare(before, after),
  };
}

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
    "“Not reached”: too many are still waiting or were never answered. – means fewer than five pull requests.",
    ...(weeks.some(({ isYoung }) => isYoung)
      ? ["* This week is young: its pull requests still have time, and its figures will change."]
      : []),
    `Definitions: ${definitions}`,
  ];
}
