import { hasWriteAccess, type KnownPermissions } from "../conversation/permission.ts";
import { type CommentLink, parseCommentLink } from "../conversation/parse-comment-link.ts";
import type { Who } from "./command.ts";
import type { CommandComment, Given } from "./given.ts";
import { resolve } from "./resolve.ts";

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
export function isAllowed(given: Given, people: People): boolean | "unknown" {
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
