import { compareInstants } from "../calendar/instant.ts";
import type { Span } from "../calendar/span.ts";
import { type Comment, type CommentLink, listComments } from "../conversation/comments.ts";
import type { Decision } from "../conversation/find-decisions.ts";
import { isByPerson, type KnownPermissions } from "../conversation/people.ts";
import type { Resolve } from "../conversation/remark.ts";
import type { PlannedReaction } from "../planned.ts";
import type { Instant, PullRequest } from "../pull-request.ts";
import { quoteText } from "../text/quote-text.ts";
import {
  answerComment,
  type CommandLine,
  type CommentAnswer,
  type PullRequestPeople,
} from "./answer-comment.ts";
import {
  decision,
  due,
  explain,
  type Given,
  givenOf,
  help,
  insert,
  ready,
  recheck,
  resolve,
  skip,
  snooze,
  unsnooze,
  waiting,
} from "./commands.ts";

/** What the commands are read from. */
interface CommandsInput {
  pullRequest: Pick<PullRequest, "author" | "comments" | "reviews" | "threads" | "reviewRequests">;
  /** By login. A person who is missing is listed in `needsPermission` when one of their commands needs it. */
  permissions: KnownPermissions;
  /** The team's zone, in which dates count: an IANA name; UTC when absent. */
  timeZone?: string | undefined;
}

/** What the commands ask for, and what still needs an answer. */
export interface CommandsVerdict {
  /** In effect, oldest first: those with 🚀 and those that are allowed now. */
  accepted: Given[];
  /** Logins whose permission must be known before their commands can be answered. */
  needsPermission: string[];
  /** Missing reactions. 🚀 comes after the effect. */
  reactions: PlannedReaction[];
  state: CommandState;
  /** For the review check's summary, one thought each; at most ten. */
  lines: CommandLine[];
}

/** A pull request gets at most this many 👎 for the commands of one day (UTC). */
const refusalsADay = 5;

/**
 * Reads a pull request's commands as state. Deleted commands do not count, and looking twice changes nothing.
 */
export function evaluateCommands({
  pullRequest,
  permissions,
  timeZone = "UTC",
}: CommandsInput): CommandsVerdict {
  const comments = listPeoplesComments(pullRequest);
  const people: PullRequestPeople = {
    author: pullRequest.author.login,
    requestedReviewers: pullRequest.reviewRequests
      .filter(({ type }) => type === "user")
      .map(({ login }) => login),
    permissions,
    timeZone,
    comments,
  };
  const answers = comments.map((comment) => ({ comment, answer: answerComment(comment, people) }));
  const accepted = answers.flatMap(({ answer }) => (answer.type === "accepted" ? answer.given : []));
  const { state, lines } = summarizeCommands(accepted);
  const told = withinBudget(answers);
  const pending = answers.filter(({ answer }) => answer.type === "pending");
  return {
    accepted,
    needsPermission: [...new Set(pending.map(({ comment }) => comment.author.login))].sort(),
    reactions: told.flatMap(({ comment, answer }) => missingReaction(comment, answer)),
    state,
    lines: withoutRepeats([...lines, ...told.flatMap(({ answer }) => linesOf(answer))]).slice(0, 10),
  };
}

/** People's comments, review texts and review comments, oldest first. */
function listPeoplesComments(pullRequest: CommandsInput["pullRequest"]): Comment[] {
  return listComments(pullRequest)
    .filter(isByPerson)
    .sort((left, right) => compareInstants(left.createdAt, right.createdAt) || (left.id < right.id ? -1 : 1));
}

interface Answered {
  comment: Comment;
  answer: CommentAnswer;
}

/** Drops refusals beyond the daily limit. Those that have their 👎 come first, then the oldest. */
function withinBudget(answers: readonly Answered[]): Answered[] {
  const used = new Map<string, number>();
  const dayOf = ({ comment }: Answered) => comment.createdAt.slice(0, 10);
  const isRefused = ({ answer }: Answered) => answer.type === "refused";
  for (const one of answers) {
    if (isRefused(one) && one.comment.reactions.thumbsDown)
      used.set(dayOf(one), (used.get(dayOf(one)) ?? 0) + 1);
  }
  return answers.filter((one) => {
    if (!isRefused(one) || one.comment.reactions.thumbsDown) return true;
    const count = used.get(dayOf(one)) ?? 0;
    used.set(dayOf(one), count + 1);
    return count < refusalsADay;
  });
}

function missingReaction({ id, reactions }: Comment, answer: CommentAnswer): PlannedReaction[] {
  if (answer.type === "accepted" && !reactions.rocket) return [{ subjectId: id, content: "rocket" }];
  if (answer.type === "refused" && !reactions.thumbsDown) return [{ subjectId: id, content: "thumbs_down" }];
  const isAnswered = reactions.confused || reactions.rocket || reactions.thumbsDown;
  if (answer.type === "not-understood" && !isAnswered) return [{ subjectId: id, content: "confused" }];
  return [];
}

const withoutRepeats = (lines: readonly CommandLine[]): CommandLine[] => [
  ...new Map(lines.map((line) => [JSON.stringify(line), line])).values(),
];

function linesOf(answer: CommentAnswer): CommandLine[] {
  if (answer.type === "not-understood") return answer.lines;
  return answer.type === "refused" || answer.type === "void" ? [answer.line] : [];
}

/** The combined meaning of the accepted commands. */
interface CommandState {
  /** The latest one; its value is the reason. */
  skip: Given<string> | null;
  /** The latest one. */
  due: Given<Span> | null;
  /** All of them, oldest first. Each stops the clock from `at`, until `endedAt` when somebody unsnoozed. */
  snoozes: (Given<Span> & { endedAt: Instant | null })[];
  /** Still to be done, once. */
  inserts: Given<null>[];
  rechecks: Given<null>[];
  resolves: Resolve[];
  decisions: Decision[];
  explain: boolean;
  help: boolean;
}

const isMove = ({ command }: Given) => command === ready || command === waiting;

/**
 * Combines the accepted commands, oldest first. `lines` names those that are in effect until they are
 * deleted.
 */
function summarizeCommands(accepted: readonly Given[]): { state: CommandState; lines: CommandLine[] } {
  const turn = accepted.findLast(isMove) ?? null;
  const snoozes = listSnoozes(accepted);
  const state: CommandState = {
    skip: givenOf(accepted, skip).at(-1) ?? null,
    due: givenOf(accepted, due).at(-1) ?? null,
    snoozes,
    inserts: givenOf(accepted, insert).filter(({ isNew }) => isNew),
    rechecks: givenOf(accepted, recheck).filter(({ isNew }) => isNew),
    resolves: givenOf<CommentLink>(accepted, resolve).map(({ value, by, at }) => ({ link: value, by, at })),
    decisions: givenOf(accepted, decision).map(({ value, by, at, url }) => ({ ...value, by, at, url })),
    explain: givenOf(accepted, explain).length > 0,
    help: givenOf(accepted, help).length > 0,
  };
  const running = snoozes.filter(({ endedAt }) => endedAt === null);
  const inEffect = [state.skip, state.due, ...running.slice(-3), turn];
  return { state, lines: inEffect.flatMap((given) => (given === null ? [] : [lineOf(given)])) };
}

/** The snoozes, oldest first, and when the next `/async unsnooze` ended each. */
function listSnoozes(accepted: readonly Given[]): CommandState["snoozes"] {
  let endedAt: Instant | null = null;
  const newestFirst = accepted.toReversed().flatMap((given) => {
    if (given.command === unsnooze) endedAt = given.at;
    return givenOf([given], snooze).map((one) => ({ ...one, endedAt }));
  });
  return newestFirst.reverse();
}

/** The command with its argument; what follows `ready` or `waiting` is a remark, and is left out. */
function lineOf({ command, argument, by }: Given): CommandLine {
  const said = command === ready || command === waiting ? "" : quoteText(argument);
  return { type: "in effect", command: command.name, argument: said, by: quoteText(by) };
}

/**
 * `/async snooze …`: clocks that run at `at` are stopped that long, or until that day's opening.
 * `listStopped` says whose.
 */
export interface SnoozeCommand {
  /** GraphQL id of its comment. */
  id: string;
  at: Instant;
  by: string;
  span: Span;
  /** When `/async unsnooze` ended it; null when nobody did. */
  endedAt: Instant | null;
}

/** Accepted commands that still count. Permissions were checked before. */
export interface TurnCommands {
  /** `/async ready` makes it the reviewers' move, `/async waiting` the author's. */
  moves: { command: "ready" | "waiting"; at: Instant; by: string; id: string }[];
  snoozes: SnoozeCommand[];
  /**
   * The newest `/async due`: the author would like the review by closing time on that day. Null when there is
   * none.
   */
  due: { at: Instant; by: string; span: Span } | null;
}

/** The accepted commands that move turns and clocks. Their spans become instants on a turn's own calendar. */
export function findTurnCommands({
  accepted,
  state,
}: Pick<CommandsVerdict, "accepted" | "state">): TurnCommands {
  const { due: lastDue } = state;
  return {
    // In the order in which they were given, also within one comment.
    moves: accepted.filter(isMove).map(({ command, at, by, commentId }) => ({
      command: command === ready ? "ready" : "waiting",
      at,
      by,
      id: commentId,
    })),
    snoozes: state.snoozes.map(({ commentId: id, at, by, value: span, endedAt }) => ({
      id,
      at,
      by,
      span,
      endedAt,
    })),
    due: lastDue === null ? null : { at: lastDue.at, by: lastDue.by, span: lastDue.value },
  };
}
