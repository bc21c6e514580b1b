import type { Decision } from "../conversation/find-decisions.ts";
import type { KnownPermissions } from "../conversation/people.ts";
import type { PlannedReaction } from "../planned.ts";
import type { PullRequest } from "../pull-request.ts";
import { type Answer, answerComment, type People } from "./answer-comment.ts";
import { type CommandState, summarizeCommands } from "./command-state.ts";
import { type CommandComment, commandComments, type Given } from "./given.ts";

/** What the commands are read from. */
export interface CommandsInput {
  pullRequest: Pick<PullRequest, "author" | "comments" | "reviews" | "threads" | "reviewRequests">;
  /** By login. Who is missing is listed in `needsPermission` when a command of theirs depends on it. */
  permissions: KnownPermissions;
  /** The team's zone, in which dates count: an IANA name; UTC when it is left out. */
  timeZone?: string | undefined;
}

/** What the commands ask for, and what is still to be answered. */
export interface CommandsVerdict {
  /** In effect, oldest first; those with 🚀 and those that are allowed now. */
  accepted: Given[];
  /** Logins whose permission has to be asked before their commands can be answered. */
  needsPermission: string[];
  /** Reactions that are still missing. 🚀 is given after the effect. */
  reactions: PlannedReaction[];
  state: CommandState;
  /** For the review check's summary, Markdown, one thought each; at most ten. */
  lines: string[];
}

/** A pull request gets at most so many 👎 for the commands of one day (UTC). */
const refusalsADay = 5;

/**
 * Reads the commands of a pull request as state: what is deleted is gone, and looking twice changes nothing.
 */
export function evaluateCommands({
  pullRequest,
  permissions,
  timeZone = "UTC",
}: CommandsInput): CommandsVerdict {
  const comments = commandComments(pullRequest);
  const people: People = {
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
    lines: [...new Set([...lines, ...told.flatMap(({ answer }) => linesOf(answer))])].slice(0, 10),
  };
}

interface Answered {
  comment: CommandComment;
  answer: Answer;
}

/** Drops what is refused beyond the day's number: those that have their 👎 come first, then the oldest. */
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

function missingReaction({ id, reactions }: CommandComment, answer: Answer): PlannedReaction[] {
  if (answer.type === "accepted" && !reactions.rocket) return [{ subjectId: id, content: "rocket" }];
  if (answer.type === "refused" && !reactions.thumbsDown) return [{ subjectId: id, content: "thumbs_down" }];
  const isAnswered = reactions.confused || reactions.rocket || reactions.thumbsDown;
  if (answer.type === "not-understood" && !isAnswered) return [{ subjectId: id, content: "confused" }];
  return [];
}

function linesOf(answer: Answer): string[] {
  if (answer.type === "not-understood") return answer.lines;
  return answer.type === "refused" || answer.type === "void" ? [answer.line] : [];
}

/** The decisions that commands recorded, as the conversation lists them. */
export function decisionsOf(state: CommandState): Decision[] {
  return state.decisions.map(({ value, by, at, url }) => ({ ...value, by, at, url }));
}
