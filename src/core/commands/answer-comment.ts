import { hasWriteAccess, type KnownPermissions } from "../conversation/people.ts";
import { type CommentLink, parseCommentLink } from "../conversation/parse-comment-link.ts";
import { resolve, type Who } from "./commands.ts";
import type { CommandComment, Given } from "./given.ts";
import { understandCommands } from "./understand-commands.ts";

/** How one comment's commands are answered. All of them together: there is one reaction for a comment. */
export type Answer =
  /** No command in it. */
  | { type: "none" }
  | { type: "accepted"; given: Given[] }
  | { type: "refused"; line: string }
  | { type: "not-understood"; lines: string[] }
  /** Edited by somebody else, or after it was accepted: as if it were not there. */
  | { type: "void"; line: string }
  /** Waits until somebody's permission is known. */
  | { type: "pending" };

/**
 * Answers a comment by what it says now and by our reactions on it. 🚀 is the evidence that it was allowed, as
 * long as it was never edited: then permission is asked again, since an edit may have come between our look
 * and our reaction.
 */
export function answerComment(comment: CommandComment, people: People): Answer {
  const { given, problems } = understandCommands(comment, people.timeZone);
  if (given.length === 0 && problems.length === 0) return { type: "none" };
  const { reactions, lastEditedAt } = comment;
  if (comment.editor !== null && comment.editor !== comment.author.login)
    return {
      type: "void",
      line: `A command by ${comment.author.login} was edited by somebody else and no longer counts.`,
    };
  if (reactions.rocket && lastEditedAt !== null && lastEditedAt > (reactions.rocketAt ?? ""))
    return {
      type: "void",
      line: `A command by ${comment.author.login} was edited after it was accepted and no longer counts; a new comment does.`,
    };
  if (problems.length > 0) return { type: "not-understood", lines: problems };
  if (reactions.rocket && lastEditedAt === null) return { type: "accepted", given };
  return judge(given, reactions.thumbsDown, people);
}

function judge(given: Given[], wasRefused: boolean, people: People): Answer {
  const judged = given.map((one) => ({ one, allowed: isAllowed(one, people) }));
  const refused = judged.find(({ allowed }) => allowed === false);
  if (refused !== undefined) {
    const { command } = refused.one;
    return { type: "refused", line: `\`/async ${command.name}\` is for ${whoInWords[command.who]}.` };
  }
  // Nobody is asked twice about the same comment: whoever may by now says it again.
  if (wasRefused) return { type: "refused", line: `\`/async ${given[0]!.command.name}\` was not allowed.` };
  return judged.some(({ allowed }) => allowed === "unknown")
    ? { type: "pending" }
    : { type: "accepted", given };
}

/** What is known about the people of a pull request. */
export interface People {
  /** The pull request's author. */
  author: string;
  /** Logins of those who are asked to review. */
  requestedReviewers: readonly string[];
  permissions: KnownPermissions;
  /** The team's zone, in which dates count: an IANA name. */
  timeZone: string;
  /** All comments, to know whose a linked one is. */
  comments: readonly CommandComment[];
}

/** May that person give this command? "unknown" when their permission decides and was not asked yet. */
function isAllowed(given: Given, people: People): boolean | "unknown" {
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

/** A thread belongs to several people, and its opener has GitHub's own button. */
function isOwnRemark(link: CommentLink, by: string, people: People): boolean {
  if (link.type === "thread") return false;
  return people.comments.some(({ url, author }) => {
    const own = parseCommentLink(url);
    return author.login === by && own?.type === link.type && own.id === link.id;
  });
}

/** For "… is for people with write access." */
export const whoInWords: Record<Who, string> = {
  anyone: "everybody",
  maintainer: "people with write access",
  "author-or-maintainer": "the author and people with write access",
  participant: "the author, requested reviewers and people with write access",
  "remark-author": "who wrote the linked comment and people with write access",
};
