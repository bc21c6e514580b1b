import type { Kind } from "../../../../src/core/config/schema/review-schema.ts";
import type { Instant } from "../../../../src/core/pull-request.ts";
import { SlowTurns } from "./slow-turns.ts";

/** A thing that happens to a pull request in the model. `minute` counts from the model's start. */
export interface Deed {
  minute: number;
  does:
    | "draft"
    | "ready"
    | "close"
    | "merge"
    | "reopen"
    | "review"
    | "reply"
    | "dismiss"
    | "comment"
    | "command"
    | "wait"
    | "go on"
    | "decide"
    | "request"
    | "unrequest"
    | "push"
    | "force push"
    | "edit"
    | "inform"
    | "remind";
  by: string;
  /** Who is asked to review, or whose review is dismissed. */
  of?: string;
  /** Minute of the review whose thread is replied to, or that is dismissed. */
  to?: number;
  /** Of a review. */
  state?: "commented" | "approved" | "changes_requested";
  /** The kind of the thread that a review opens. Missing: it opens none. */
  opens?: Kind | null;
}

export interface Opening {
  minute: number;
  isDraft: boolean;
  /** Whether the description is complete. Each edit switches it. */
  isComplete: boolean;
}

/** The start of the model's time: 13 days before Europe's clocks change, and 8 days after America's have. */
const firstMinute = Date.parse("2026-03-16T00:00:00Z");
export const maxMinutes = 28 * 24 * 60;

export const instantOf = (minute: number): Instant =>
  new Date(firstMinute + minute * 60_000).toISOString().replace(".000Z", "Z");

/** A zone's minutes, as the wall clock shows them. */
export interface Minutes {
  /** Monday to Friday, 09:00 to 17:00, except holidays. */
  worked: boolean[];
  /** Such as `2026-03-16`. */
  date: string[];
  /** Such as `09:00`. */
  time: string[];
}

export function findMinutes(timeZone: string, holidays: readonly string[]): Minutes {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    ...{
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      weekday: "short",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    },
  });
  const minutes: Minutes = { worked: [], date: [], time: [] };
  // A reminder of the last day is followed by the end of the next one.
  for (let minute = 0; minute < maxMinutes + 7 * 1440; minute += 1) {
    const parts = Object.fromEntries(
      format.formatToParts(firstMinute + minute * 60_000).map(({ type, value }) => [type, value]),
    );
    const date = `${parts.year}-${parts.month}-${parts.day}`;
    const isOff = /^S/.test(parts.weekday!) || holidays.includes(date);
    minutes.worked.push(!isOff && Number(parts.hour) >= 9 && Number(parts.hour) < 17);
    minutes.date.push(date);
    minutes.time.push(`${parts.hour}:${parts.minute}`);
  }
  return minutes;
}

/** The same time on the next worked day. A start outside the hours counts from the next opening. */
function nextDay(minute: number, { worked, date, time }: Minutes): number {
  const start = worked.indexOf(true, minute);
  const day = worked.findIndex((isWorked, one) => isWorked && one > start && date[one] !== date[start]);
  return time.findIndex((shown, one) => shown === time[start] && date[one] === date[day]);
}

/** The app's own login. */
export const ownLogin = "async-review[bot]";

/** Robbie is a bot because the config says so. */
const isBot = (by: string) => by.endsWith("[bot]") || by === "robbie";
const isOther = (by: string) => !isBot(by) && by !== "alice";

interface Wait {
  business: number;
  wall: number;
  /** The minutes in which the wait began and in which the awaited event happened. */
  from: number;
  at: number | null;
}

/**
 * One pull request, watched minute by minute until the end. Times are minutes; null when it was never ready.
 */
export function watch(
  opening: Opening,
  deeds: readonly Deed[],
  { until, minutes, target }: { until: number; minutes: Minutes; target: number },
) {
  const { worked } = minutes;
  const turns = new SlowTurns();
  const court = { reviewers: 0, author: 0 };
  let { isComplete } = opening;
  let [completeWhenReady, completeWhenReviewed]: (boolean | null)[] = [null, null];
  let { isDraft } = opening;
  let ended: { as: "closed" | "merged"; minute: number } | null = null;
  let readyAt: number | null = null;
  let first: Wait | null = null;
  let bot: Wait | null = null;
  let request: Wait | null = null;
  let isRequested = false;
  let hasReview = false;
  const rounds: number[] = [];
  /** Worked minutes since the pull request was ready, answered or not, and when the target was used up. */
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
    if (deed?.does === "edit") isComplete = !isComplete;
    if (deed !== undefined) turns.happen(deed);
    const begin = (): Wait => ({ business: 0, wall: 0, from: minute, at: null });
    if (readyAt === null && !isDraft && ended === null) {
      readyAt = minute;
      completeWhenReady = isComplete;
      first = begin();
      bot = begin();
    }
    const asksPerson = deed?.does === "request" && !isBot(deed.of!);
    if (asksPerson) isRequested = true;
    if (readyAt !== null && isRequested) request ??= begin();
    // GitHub records a reply outside a review as a separate review.
    const isReview = deed?.does === "review" || deed?.does === "reply";
    if (deed !== undefined && (isReview || saying.has(deed.does))) {
      if (first !== null && first.at === null && isOther(deed.by)) {
        first.at = minute;
        completeWhenReviewed = isComplete;
      }
      if (bot !== null && isBot(deed.by)) bot.at ??= minute;
    }
    if (isReview && isOther(deed.by)) {
      if (request !== null) request.at ??= minute;
      hasReview = true;
    }
    const isPush = deed?.does === "push" || deed?.does === "force push";
    if (hasReview && (isPush || (asksPerson && deed.by === "alice"))) {
      rounds.push(minute);
      hasReview = false;
    }
    const isPaused = isDraft || ended !== null;
    pausedAt = isPaused ? (pausedAt ?? minute) : null;
    if (first !== null && first.at === minute) stoppedAt = pausedAt ?? minute;
    if (isPaused) continue;
    if (readyAt !== null && worked[minute]) spent += 1;
    if (spent === target) due ??= minute + 1;
    if (worked[minute]) {
      court.reviewers += Number(turns.awaited.reviewers);
      court.author += Number(turns.awaited.author);
    }
    for (const one of [first, bot, request]) {
      if (one === null || one.at !== null) continue;
      one.wall += 1;
      if (worked[minute]) one.business += 1;
    }
  }
  // An event after the final end of a pull request is not an answer.
  const end = ended?.minute ?? until;
  const tell = (one: Wait | null) =>
    one === null || one.from > end
      ? null
      : { business: one.business, wall: one.wall, isEvent: one.at !== null && one.at <= end };
  if (readyAt === null) return null;
  const isAnswered = first !== null && first.at !== null && first.at <= end;
  // A draft or closed pull request no longer waits: the wait is cut off where the pause begins.
  const stop = isAnswered ? stoppedAt! : (pausedAt ?? end);
  return {
    readyAt,
    /** Null when the target has not passed, or the wait ended before. */
    isTargetMet: isAnswered ? due === null || stop <= due : due !== null && due < stop ? false : null,
    ended: ended?.as ?? null,
    first: tell(first)!,
    bot: tell(bot)!,
    request: tell(request),
    rounds: isAnswered ? rounds.filter((minute) => minute <= end).length : null,
    completeWhenReady,
    completeWhenReviewed: isAnswered ? completeWhenReviewed : null,
    court,
    ...countWords(
      deeds.filter(({ minute }) => minute < until),
      deeds,
    ),
    reminders: deeds
      .filter(({ does, minute }) => does === "remind" && minute < until)
      .map(({ minute }) => {
        const by = nextDay(minute, minutes);
        const last = Math.min(by, until - 1);
        const isFollowed = deeds.some((deed) => deed.minute > minute && deed.minute <= last && isAct(deed));
        return isFollowed || (by < until ? false : null);
      }),
  };
}

/** Deeds that are read as an answer, except what the app itself wrote. */
const saying = new Set<Deed["does"]>(["comment", "decide"]);

/** Whether a person does something that others see. */
const isAct = ({ does, by }: Deed) => does !== "edit" && !isBot(by);

/** Counts what was said in the period. Later replies also count towards a thread's back and forth. */
function countWords(deeds: readonly Deed[], all: readonly Deed[]) {
  const threads = deeds.filter(
    ({ does, opens, by }) => does === "review" && opens !== undefined && !isBot(by),
  );
  const wentBackAndForth = ({ minute, by }: Deed) => {
    const speakers = [by, ...all.flatMap((one) => (one.does === "reply" && one.to === minute ? one.by : []))];
    const people = speakers.filter((one) => !isBot(one));
    return people.filter((one, index) => one !== people[index - 1]).length >= 6;
  };
  // Whoever reviewed is known to be able to push; nobody else's permission is asked.
  const known = new Set([
    "alice",
    ...all.flatMap(({ does, by }) => (does === "review" || does === "reply" ? by : [])),
  ]);
  return {
    threads: threads.map(({ opens }) => opens ?? null),
    backAndForth: threads.filter(wentBackAndForth).length,
    decisions: deeds.filter(({ does, by }) => does === "decide" && known.has(by) && !isBot(by)).length,
    written: deeds.filter(({ does }) => does === "inform" || does === "remind").length,
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
 * the same share, and a censored share is divided equally among those who waited longer (including those
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
