import type { Instant } from "../../../../src/core/pull-request.ts";

/** What happens to a pull request in the model, oldest first. `minute` counts from the model's start. */
export interface Deed {
  minute: number;
  does:
    | "draft"
    | "ready"
    | "close"
    | "merge"
    | "reopen"
    | "review"
    | "comment"
    | "command"
    | "request"
    | "ask a bot"
    | "push"
    | "force push";
  by: string;
}

export interface Opening {
  minute: number;
  isDraft: boolean;
}

/**
 * The start of the model's time: two Mondays before Europe's clocks change, and the Monday after America's
 * have.
 */
const firstMinute = Date.parse("2026-03-16T00:00:00Z");
export const mostMinutes = 28 * 24 * 60;

export const instantOf = (minute: number): Instant =>
  new Date(firstMinute + minute * 60_000).toISOString().replace(".000Z", "Z");

/**
 * Whether each minute is worked, by what the wall clock shows: Monday to Friday, 09:00 to 17:00, except
 * holidays.
 */
export function findWorkedMinutes(timeZone: string, holidays: readonly string[]): boolean[] {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    ...{
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      weekday: "short",
      hour: "2-digit",
      hourCycle: "h23",
    },
  });
  return Array.from({ length: mostMinutes }, (_, minute) => {
    const parts = Object.fromEntries(
      format.formatToParts(firstMinute + minute * 60_000).map(({ type, value }) => [type, value]),
    );
    const isOff = /^S/.test(parts.weekday!) || holidays.includes(`${parts.year}-${parts.month}-${parts.day}`);
    return !isOff && Number(parts.hour) >= 9 && Number(parts.hour) < 17;
  });
}

const isBot = (by: string) => by.endsWith("[bot]");
const isOther = (by: string) => !isBot(by) && by !== "alice";

interface Wait {
  business: number;
  wall: number;
  /** The minute in which it began, and the one in which the awaited event happened. */
  from: number;
  at: number | null;
}

/**
 * One pull request, watched minute by minute until the end. Times are minutes; null when it was never ready.
 */
export function watch(
  opening: Opening,
  deeds: readonly Deed[],
  { until, worked, target }: { until: number; worked: readonly boolean[]; target: number },
) {
  let { isDraft } = opening;
  let ended: { as: "closed" | "merged"; minute: number } | null = null;
  let readyAt: number | null = null;
  let first: Wait | null = null;
  let bot: Wait | null = null;
  let request: Wait | null = null;
  let isRequested = false;
  let hasReview = false;
  const rounds: number[] = [];
  /** Worked minutes since ready, whether answered or not; and when the target was used up. */
  let spent = 0;
  let due: number | null = null;
  /** The start of the pause that lasts. */
  let pausedAt: number | null = null;
  let stoppedAt: number | null = null;
  for (let minute = opening.minute; minute < until; minute += 1) {
    const deed = deeds.find((one) => one.minute === minute);
    if (deed?.does === "draft") isDraft = true;
    if (deed?.does === "ready") isDraft = false;
    if (deed?.does === "close") ended = { as: "closed", minute };
    if (deed?.does === "merge") ended = { as: "merged", minute };
    if (deed?.does === "reopen") ended = null;
    const begin = (): Wait => ({ business: 0, wall: 0, from: minute, at: null });
    if (readyAt === null && !isDraft && ended === null) {
      readyAt = minute;
      first = begin();
      bot = begin();
    }
    if (deed?.does === "request") isRequested = true;
    if (readyAt !== null && isRequested) request ??= begin();
    if (deed?.does === "review" || deed?.does === "comment") {
      if (first !== null && isOther(deed.by)) first.at ??= minute;
      if (bot !== null && isBot(deed.by)) bot.at ??= minute;
    }
    if (deed?.does === "review" && isOther(deed.by)) {
      if (request !== null) request.at ??= minute;
      hasReview = true;
    }
    const isPush = deed?.does === "push" || deed?.does === "force push";
    if (hasReview && (isPush || (deed?.does === "request" && deed.by === "alice"))) {
      rounds.push(minute);
      hasReview = false;
    }
    const isPaused = isDraft || ended !== null;
    pausedAt = isPaused ? (pausedAt ?? minute) : null;
    if (first !== null && first.at === minute) stoppedAt = pausedAt ?? minute;
    if (isPaused) continue;
    if (readyAt !== null && worked[minute]) spent += 1;
    if (spent === target) due ??= minute + 1;
    for (const one of [first, bot, request]) {
      if (one === null || one.at !== null) continue;
      one.wall += 1;
      if (worked[minute]) one.business += 1;
    }
  }
  // What comes after the final end of a pull request is not an answer.
  const end = ended?.minute ?? until;
  const tell = (one: Wait | null) =>
    one === null || one.from > end
      ? null
      : { business: one.business, wall: one.wall, isEvent: one.at !== null && one.at <= end };
  if (readyAt === null) return null;
  const isAnswered = first !== null && first.at !== null && first.at <= end;
  // A draft, or a closed one, no longer waits: the wait is cut off where the pause begins.
  const stop = isAnswered ? stoppedAt! : (pausedAt ?? end);
  return {
    readyAt,
    /** Null: it has not passed, or it ended before. */
    isTargetMet: isAnswered ? due === null || stop <= due : due !== null && due < stop ? false : null,
    ended: ended?.as ?? null,
    first: tell(first)!,
    bot: tell(bot)!,
    request: tell(request),
    rounds: rounds.filter((minute) => minute <= end).length,
  };
}

interface Fraction {
  over: bigint;
  under: bigint;
}

const plus = (a: Fraction, b: Fraction): Fraction => ({
  over: a.over * b.under + b.over * a.under,
  under: a.under * b.under,
});

/**
 * Efron's redistribution to the right, an equivalent definition of the Kaplan–Meier estimate: everyone has
 * the same share, and a censored one is divided equally among those who waited longer (including those
 * censored at the same time, after the events of that time).
 */
export function findPercentileSlowly(
  samples: readonly { time: number; isEvent: boolean }[],
  percent: number,
) {
  const sorted = samples.toSorted((a, b) => a.time - b.time || Number(b.isEvent) - Number(a.isEvent));
  const shares = sorted.map((): Fraction => ({ over: 1n, under: BigInt(sorted.length) }));
  let happened: Fraction = { over: 0n, under: 1n };
  for (const [index, { time, isEvent }] of sorted.entries()) {
    const share = shares[index]!;
    if (isEvent) {
      happened = plus(happened, share);
      if (happened.over * 100n >= happened.under * BigInt(percent)) return time;
      continue;
    }
    const left = sorted.length - index - 1;
    for (let heir = index + 1; heir < sorted.length; heir += 1)
      shares[heir] = plus(shares[heir]!, { over: share.over, under: share.under * BigInt(left) });
  }
  return null;
}
