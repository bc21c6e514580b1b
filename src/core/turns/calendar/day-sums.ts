import { type DayNumber, firstDayOf, weekdayOf, yearOf } from "./day-number.ts";
import type { OffDays } from "./off-days.ts";

/** What is counted: by the week, and for a date that is an exception or follows one. */
interface Weight {
  weekly(weekday: number): number;
  of(day: DayNumber): number;
}

/** Sums over days without visiting them: whole weeks times the week's sum, corrected by the year's few exceptions. */
export interface DaySums {
  /** Sum over the days from `first` up to, not including, `end`. */
  between(first: DayNumber, end: DayNumber): number;
  /** The first day at whose end the sum from `first` on has reached `wanted` (more than 0); null when that takes longer than 50 years. */
  dayReaching(first: DayNumber, wanted: number): DayNumber | null;
}

interface Corrections {
  /** Sorted. */
  days: DayNumber[];
  /** `sums[i]`: correction over `days` before index i. */
  sums: number[];
}

/** Nobody waits longer; it bounds how many years of holidays are ever worked out. */
const horizonDays = 50 * 366;

/** How many of the sorted days lie before that one. */
function countBefore(days: DayNumber[], day: DayNumber): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Sums of that weight; `weight.of` is asked only for off days and the days after them, and may not exceed the week's. */
export function createDaySums(weight: Weight, offDays: OffDays): DaySums {
  const weekSums = [0];
  for (let weekday = 0; weekday < 7; weekday++) weekSums.push(weekSums[weekday]! + weight.weekly(weekday));
  const weekTotal = weekSums[7]!;
  const years = new Map<number, Corrections>();

  function createCorrections(year: number): Corrections {
    const off = [...offDays.listYear(year - 1), ...offDays.listYear(year)];
    const touched = new Set(off.flatMap((day) => [day, day + 1]).filter((day) => yearOf(day) === year));
    const days = [...touched].sort((a, b) => a - b);
    const sums = [0];
    for (const [index, day] of days.entries())
      sums.push(sums[index]! + weight.of(day) - weight.weekly(weekdayOf(day)));
    return { days, sums };
  }

  function correctionUpTo(year: number, day: DayNumber): number {
    const known = years.get(year) ?? createCorrections(year);
    years.set(year, known);
    return known.sums[countBefore(known.days, day)]!;
  }

  /** Regular sum from Monday 1969-12-29 on. */
  const regular = (day: DayNumber) => Math.floor((day + 3) / 7) * weekTotal + weekSums[weekdayOf(day)]!;

  function between(first: DayNumber, end: DayNumber): number {
    const firstYear = yearOf(first);
    const endYear = yearOf(end);
    let corrected = correctionUpTo(endYear, end) - correctionUpTo(firstYear, first);
    for (let year = firstYear; year < endYear; year++)
      corrected += correctionUpTo(year, firstDayOf(year + 1));
    return regular(end) - regular(first) + corrected;
  }

  function dayReaching(first: DayNumber, wanted: number): DayNumber | null {
    if (weekTotal === 0) return null;
    let low = first;
    let high = first;
    // Exceptions only ever take away, so each guess is too early or right, and what is missing gives the next one.
    for (let missing = wanted; missing > 0; missing = wanted - between(first, high)) {
      low = high;
      high += 7 * Math.ceil(missing / weekTotal);
      if (high - first > horizonDays) return null;
    }
    // The sum reaches `wanted` at the end of some day in [low, high).
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (between(first, middle) >= wanted) high = middle;
      else low = middle;
    }
    return low;
  }

  return { between, dayReaching };
}
