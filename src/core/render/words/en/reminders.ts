import type { QueueReason } from "../../../turns/turns.ts";
import { date, list } from "./format.ts";
import { type AskCounts, sayAsks, sayQueueReason, sayTimes, type TurnTimes } from "./turns.ts";

/** The people mentioned; the line addresses each of them. */
interface Mentioned {
  who: readonly string[];
}

const trips = [
  "",
  "once",
  "twice",
  ...["three", "four", "five", "six", "seven", "eight", "nine", "ten"].map((number) => `${number} times`),
];

/** Reminders, notices and hints: new comments that notify somebody. */
export const reminders = {
  /** Whose turn it is: one line for people whose turns are alike. */
  reviewer: ({ who, ...times }: Mentioned & TurnTimes) =>
    `${list(who)}, this has been waiting for your review ${sayTimes(times)}.`,
  team: ({ who, ...times }: Mentioned & TurnTimes) =>
    `${list(who)}, this has been waiting for a review by one of you ${sayTimes(times)}.`,
  cover: ({ who, coverFor, ...times }: Mentioned & TurnTimes & { coverFor: string }) =>
    `${list(who)}, you're covering for ${coverFor}, and this has been waiting for your review ${sayTimes(times)}.`,
  reviewerAnswered: ({ who, ...times }: Mentioned & TurnTimes) =>
    `${list(who)}, your threads are answered, and this has been waiting for you ${sayTimes(times)}.`,
  reviewerDismissed: ({ who, ...times }: Mentioned & TurnTimes) =>
    `${list(who)}, your review was dismissed, and this has been waiting for a new one ${sayTimes(times)}.`,
  author: ({ who, ...times }: Mentioned & TurnTimes) =>
    `${list(who)}, this has been waiting for you ${sayTimes(times)}.`,
  authorAsked: ({ who, asks, ...times }: Mentioned & TurnTimes & { asks: AskCounts }) => {
    const isOne = asks.changesBy.length === 0 && sumOf(asks) === 1;
    return `${list(who)}, ${sayAsks(asks)} ${isOne ? "has" : "have"} been waiting for you ${sayTimes(times)}.`;
  },
  merger: ({ who, ...times }: Mentioned & TurnTimes) =>
    `${list(who)}, this is approved and has been waiting for you to merge it ${sayTimes(times)}.`,
  blocker: ({ who, author, ...times }: Mentioned & TurnTimes & { author: string }) =>
    `${list(who)}, ${author} has been waiting for you ${sayTimes(times)}.`,
  /** Notices, sent once. */
  conflict: ({ who, base, reviewer }: Mentioned & { base: string; reviewer: string }) =>
    `${list(who)}, this conflicts with ${base}, so ${reviewer} can't review it yet. Merge ${base} or rebase.`,
  queue: ({ who, at }: Mentioned & { at: string }) =>
    `${list(who)}, the merge queue removed this on ${at}. Queue it again when it's ready.`,
  queueBecause: ({ who, at, reason }: Mentioned & { at: string; reason: QueueReason }) =>
    `${list(who)}, the merge queue removed this on ${at}: ${sayQueueReason(reason)}. Queue it again when it's ready.`,
  queueSays: ({ who, at, text }: Mentioned & { at: string; text: string }) =>
    `${list(who)}, the merge queue removed this on ${at}. GitHub says: ${text}. Queue it again when it's ready.`,
  /** Above the description's own words, as a quote. */
  focus: "The author asks you to look at:",
  wantedBy: (day: string) => `The author would like it by ${date(day)}.`,
  update:
    "If the work is still under way, a short update lets everybody move on. `Status:` current state · progress · risk or blocker · next step · what you need.",
  snooze: "No time today? `/async snooze 1 day`.",
  snoozeOrHandOn: "No time today? `/async snooze 1 day`, or hand it on.",
  escalation: ({ who, since }: { who: string; since: string }) =>
    `${who}, nobody has been able to look at this since ${since}. Who can take it?`,
  stalled: ({ who, since }: { who: string; since: string }) =>
    `${who}, this has been stalled since ${since}. Who can help?`,
  /** In a thread, once. */
  backAndForth: (count: number) =>
    `This thread has gone back and forth ${trips[count] ?? `${count} times`}. Ten minutes on a call may be quicker; write the outcome here as \`Decision: …\` and it will be listed in the summary.`,
};

const sumOf = ({ questions, blocking, suggestions, comments }: AskCounts) =>
  questions + blocking + suggestions + comments;
