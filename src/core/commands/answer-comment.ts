import { type Comment, type CommentLink, isLinkTo } from "../conversation/comments.ts";
import { hasWriteAccess, type KnownPermissions } from "../conversation/people.ts";
import { type CommandCall, parseCommands } from "../text/parse-commands.ts";
import { quoteCode } from "../text/quote-text.ts";
import { editDistance } from "../text/suggest.ts";
import {
  type ArgumentProblem,
  type CommandName,
  type Given,
  help,
  resolve,
  slashCommands,
  type Who,
} from "./commands.ts";

/** What the review check's summary says about a command; what people typed is quoted harmlessly. */
export type CommandLine =
  | { type: "in effect"; command: CommandName; argument: string; by: string }
  | { type: "unknown"; typed: string; nearest: CommandName | null }
  | { type: "problem"; command: CommandName; problem: ArgumentProblem }
  | { type: "not for you"; command: CommandName; who: Who }
  | { type: "not allowed"; command: CommandName }
  | { type: "edited by another" | "edited later"; by: string };

/** One answer to all commands of a comment, because a comment gets one reaction. */
export type CommentAnswer =
  /** No command in it. */
  | { type: "none" }
  | { type: "accepted"; given: Given[] }
  | { type: "refused"; line: CommandLine }
  | { type: "not-understood"; lines: CommandLine[] }
  /** Does not count: edited by somebody else, or after it was accepted. */
  | { type: "void"; line: CommandLine }
  /** Waits until a person's permission is known. */
  | { type: "pending" };

/**
 * Answers a comment by its current text and our reactions. 🚀 proves that it was allowed. After an edit, the
 * permission is checked again: the edit may have come between our look and our reaction.
 */
export function answerComment(comment: Comment, people: PullRequestPeople): CommentAnswer {
  const { given, problems } = understandCommands(comment, people.timeZone);
  if (given.length === 0 && problems.length === 0) return { type: "none" };
  const { reactions, lastEditedAt } = comment;
  if (comment.editor !== null && comment.editor !== comment.author.login)
    return {
      type: "void",
      line: { type: "edited by another", by: comment.author.login },
    };
  if (reactions.rocket && lastEditedAt !== null && lastEditedAt > (reactions.rocketAt ?? ""))
    return {
      type: "void",
      line: { type: "edited later", by: comment.author.login },
    };
  if (problems.length > 0) return { type: "not-understood", lines: problems };
  if (reactions.rocket && lastEditedAt === null) return { type: "accepted", given };
  return judgeGiven(given, reactions.thumbsDown, people);
}

function judgeGiven(given: Given[], wasRefused: boolean, people: PullRequestPeople): CommentAnswer {
  const judged = given.map((one) => ({ one, allowed: isAllowed(one, people) }));
  // GitHub is asked once for each comment, so a permission that is still unknown was refused.
  const refused = judged.find(({ allowed }) => allowed === false || (wasRefused && allowed === "unknown"));
  if (refused !== undefined) {
    const { name, who } = refused.one.command;
    return { type: "refused", line: { type: "not for you", command: name, who } };
  }
  // Somebody who got the permission later can write a new comment.
  const [first] = given;
  if (wasRefused && first !== undefined)
    return { type: "refused", line: { type: "not allowed", command: first.command.name } };
  return judged.some(({ allowed }) => allowed === "unknown")
    ? { type: "pending" }
    : { type: "accepted", given };
}

/** What is known about the people of a pull request. */
export interface PullRequestPeople {
  /** The pull request's author. */
  author: string;
  /** Logins of the people who are asked to review. */
  requestedReviewers: readonly string[];
  permissions: KnownPermissions;
  /** The team's zone, in which dates count: an IANA name. */
  timeZone: string;
  /** All comments, to find who wrote a linked one. */
  comments: readonly Comment[];
}

/** May this person give this command? "unknown" when that depends on a permission not asked for yet. */
function isAllowed(given: Given, people: PullRequestPeople): boolean | "unknown" {
  const isAuthor = given.by === people.author;
  switch (given.command.who) {
    case "anyone":
      return true;
    case "remark-author":
      return (
        (given.command === resolve && isOwnRemark(given.value as CommentLink, given.by, people)) ||
        hasWriteAccess(given.by, people.permissions)
      );
    case "author-or-maintainer":
      return isAuthor || hasWriteAccess(given.by, people.permissions);
    case "participant":
      return (
        isAuthor ||
        people.requestedReviewers.includes(given.by) ||
        hasWriteAccess(given.by, people.permissions)
      );
    case "maintainer":
      return hasWriteAccess(given.by, people.permissions);
  }
}

/** Did this person write what the link names? Threads don't count: their opener has GitHub's own button. */
function isOwnRemark(link: CommentLink, by: string, people: PullRequestPeople): boolean {
  if (link.type === "thread") return false;
  return people.comments.some(({ url, author }) => author.login === by && isLinkTo(link, url));
}

/** What a comment's commands mean, and what can't be understood. */
interface Understood {
  given: Given[];
  problems: CommandLine[];
}

/** Reads the commands of one comment; dates count in this zone. Both lists are empty when there are none. */
function understandCommands(comment: Comment, timeZone: string): Understood {
  const said = { at: comment.createdAt, timeZone, url: comment.url };
  const understood: Understood = { given: [], problems: [] };
  for (const call of parseCommands(comment.body)) {
    const command = call.name === "" ? help : slashCommands.find(({ name }) => name === call.name);
    if (command === undefined) {
      understood.problems.push(toUnknown(call));
      continue;
    }
    const parsed = command.parse(call.argument, call.following, said);
    if (!parsed.ok) {
      understood.problems.push({ type: "problem", command: command.name, problem: parsed.problem });
      continue;
    }
    understood.given.push({
      command,
      value: parsed.value,
      argument: call.argument,
      by: comment.author.login,
      at: comment.createdAt,
      url: comment.url,
      commentId: comment.id,
      isNew: !comment.reactions.rocket,
    });
  }
  return understood;
}

const toUnknown = ({ name }: CommandCall): CommandLine => ({
  type: "unknown",
  typed: quoteCode(`/async ${name}`, 40),
  nearest: nearestCommand(name),
});

/**
 * The known name with the fewest changed letters, at most a third of the word and at most three; null when
 * none is close.
 */
function nearestCommand(name: string): CommandName | null {
  if (name.length > 30) return null;
  const [best] = slashCommands
    .map(({ name: candidate }) => ({ candidate, distance: editDistance(name, candidate) }))
    .sort((left, right) => left.distance - right.distance);
  if (best === undefined || best.distance > Math.min(3, Math.ceil(name.length / 3))) return null;
  return best.candidate;
}
