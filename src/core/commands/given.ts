import { compareInstants } from "../calendar/instant.ts";
import type { Instant, IssueComment, PullRequest } from "../pull-request.ts";
import type { Command } from "./commands.ts";

/** A comment or review text that may contain commands. */
export type CommandComment = Pick<
  IssueComment,
  "id" | "author" | "body" | "url" | "createdAt" | "lastEditedAt" | "editor" | "reactions"
>;

/** An understood command, with who gave it, and where. */
export interface Given<Value = unknown> {
  command: Command;
  value: Value;
  /** As typed after the name. */
  argument: string;
  by: string;
  at: Instant;
  url: string;
  /** GraphQL id. */
  commentId: string;
  /** Not answered with 🚀 yet: a one-time effect is still to come. */
  isNew: boolean;
}

/** People's comments, review texts and review comments, oldest first, whatever their order in the lists. */
export function commandComments(
  pullRequest: Pick<PullRequest, "comments" | "reviews" | "threads">,
): CommandComment[] {
  const reviews = pullRequest.reviews.flatMap((review) =>
    review.submittedAt === null ? [] : [{ ...review, createdAt: review.submittedAt, isOurs: false }],
  );
  const inThreads = pullRequest.threads.flatMap(({ comments }) => comments);
  return [...pullRequest.comments, ...inThreads, ...reviews]
    .filter(({ author, isOurs }) => author.type === "user" && !isOurs)
    .sort((left, right) => compareInstants(left.createdAt, right.createdAt) || (left.id < right.id ? -1 : 1));
}

/** Those of one command, in order, with the type of its value. */
export function givenOf<Value>(given: readonly Given[], command: Command<Value>): Given<Value>[] {
  return given.filter((one): one is Given<Value> => one.command === command);
}
