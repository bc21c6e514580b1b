import type { Instant } from "../../../pull-request.ts";
import type { QueueReason, TurnRole } from "../../../turns/turns.ts";
import { date, list, listSome, moment, plural } from "./format.ts";

/** What an author is asked: open comments by kind, and (as code) who requested changes. */
export interface AskCounts {
  questions: number;
  blocking: number;
  suggestions: number;
  comments: number;
  changesBy: readonly string[];
}

/** When a turn began and ends. */
export interface TurnTimes {
  since: Instant;
  /** Null: never. */
  due: Instant | null;
  /** IANA name of the zone whose clock is shown. */
  timeZone: string;
}

const numerals = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

const count = (number: number, one: string, other: string): string[] =>
  number === 0 ? [] : [`${numerals[number] ?? number} ${plural(number, { one, other })}`];

/** `two questions and one blocking comment`, `the changes that bob requested`. */
export const sayAsks = ({ questions, blocking, suggestions, comments, changesBy }: AskCounts) =>
  list([
    ...count(questions, "question", "questions"),
    ...count(blocking, "blocking comment", "blocking comments"),
    ...count(suggestions, "suggestion", "suggestions"),
    ...count(comments, "comment", "comments"),
    ...(changesBy.length === 0 ? [] : [`the changes that ${list(changesBy)} requested`]),
  ]);

/** Comments are answered, changes are addressed. */
const sayAnswers = (asks: AskCounts) =>
  `${asks.changesBy.length === 0 ? "to answer" : "to address"} ${sayAsks(asks)}`;

const roles: Record<TurnRole, string> = {
  reviewer: "to review",
  author: "to answer",
  blocker: "to unblock the author",
  merger: "to merge",
  queue: "to queue it again",
  conflict: "to resolve the conflict",
};

/** Why the merge queue removed it, as part of a sentence. */
export const sayQueueReason = (reason: QueueReason) => queueReasons[reason];

const queueReasons: Record<QueueReason, string> = {
  "checks failed": "its checks failed",
  "checks timed out": "its checks took too long",
  conflict: "it conflicts with the base branch",
  rules: "the branch's rules aren't met",
  "no merge commit": "it can't be merged as it is",
  cleared: "the queue was cleared",
  "rolled back": "the queue was rolled back",
  removed: "somebody took it out",
};

/** `since …`, and `, due …` if it ever falls due. */
export const sayTimes = ({ since, due, timeZone }: TurnTimes) =>
  due === null
    ? `since ${moment(since, timeZone)}`
    : `since ${moment(since, timeZone)}, due ${moment(due, timeZone)}`;

/** The turn's line: whose turn it is, or why it is nobody's and what would change that. */
export const turns = {
  /** Notes beside a login, each in parentheses. */
  coverFor: (login: string) => `for ${login}`,
  away: "away, without cover",
  queueReason: sayQueueReason,
  removedFromQueue: (reason: string) =>
    reason === "" ? "the merge queue removed it" : `the merge queue removed it: ${reason}`,
  /** `note` explains the task where it needs explaining. */
  move: ({
    who,
    role,
    asks,
    note,
    snoozedUntil,
    ...times
  }: TurnTimes & {
    who: readonly string[];
    role: TurnRole;
    asks: AskCounts | null;
    note: string | null;
    snoozedUntil: Instant | null;
  }) => {
    const does = asks === null ? roles[role] : sayAnswers(asks);
    const task = note === null ? does : `${does} (${note})`;
    const snoozed = snoozedUntil === null ? "" : `, snoozed until ${moment(snoozedUntil, times.timeZone)}`;
    return `${list(who)} ${task}, ${sayTimes(times)}${snoozed}`;
  },
  waiting: ({ moves, wantedBy }: { moves: readonly string[]; wantedBy: string | null }) =>
    wantedBy === null
      ? `Waiting for ${moves.join("; ")}.`
      : `Waiting for ${moves.join("; ")}. Wanted by ${date(wantedBy)}.`,
  closed: (since: string) => `Closed on ${since}. Reopen it to resume the turns.`,
  merged: (since: string) => `Merged on ${since}.`,
  draft: (since: string) => `Draft since ${since}. Turns start when it's ready for review.`,
  approved: (since: string) => `Approved on ${since}. Merge it, or request another review.`,
  queued: (since: string) => `Approved on ${since}, and waiting in the merge queue.`,
  bot: ({ login, since }: { login: string; since: string }) =>
    `Waiting for a bot (${login}) since ${since}. Assign somebody who can push, and it's their turn.`,
  ownedBot: ({ login, since }: { login: string; since: string }) =>
    `Waiting for a bot (${login}) since ${since}. Its next push hands the turn back.`,
  unreadAuthor: ({ login, since }: { login: string; since: string }) =>
    `Waiting for the author since ${since}, but nobody reads the account ${login}. Assign somebody who can push, and it's their turn.`,
  ownedUnreadAuthor: ({ login, since }: { login: string; since: string }) =>
    `Waiting for the author since ${since}, but nobody reads the account ${login}. A push hands the turn back.`,
  botsAsked: ({ logins, since }: { logins: readonly string[]; since: string }) =>
    `Waiting only for a review by ${list(logins)} since ${since}. Ask a person, and it's their turn.`,
  nobodyAsked: (since: string) =>
    `No reviewer since ${since}. Request a review, and it's that person's turn.`,
  answered: (since: string) =>
    `Nobody's turn since ${since}: every reviewer has answered, but nobody who can push has approved. Request another review.`,
  answeredUnderRule: (since: string) =>
    `Nobody's turn since ${since}: every reviewer has answered, but the branch needs another approval. Request one.`,
  /** Business time, one entry for each round: `2 h 10 min`. */
  rounds: (times: readonly string[]) =>
    plural(times.length, {
      one: `Reviewed after ${times[0]} of business time.`,
      other: `Reviewed in ${times.length} rounds, after ${listSome(times)} of business time.`,
    }),
  /** Above the author's own text, as a quote. */
  status: ({ url, at }: { url: string; at: string }) => `[Status](${url}) by the author, ${at}:`,
};
