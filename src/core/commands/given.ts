import type { Instant, IssueComment, PullRequest } from "../pull-request.ts";
import type { Command } from "./commands.ts";

/** A comment or review text in which commands may stand. */
export type CommandComment = Pick<
  IssueComment,
  "id" | "author" | "body" | "url" | "createdAt" | "lastEditedAt" | "editor" | "reactions"
>;

/** A command that was understood, with who gave it where. */
export interface Given<Value = unknown> {
  command: Command;
  value: Value;
  /** As typed after the name. */
  argument: string;
  by: string;
  at: Instant;
  url: string;
  /** GraphQL id of the comment or review. */
  commentId: string;
  /** Not answered with 🚀 yet: its effect, if it has one only once, is still to come. */
  isNew: boolean;
}

/**
 * The comments, review texts and review comments of people, oldest first: the order never depends on how they
 * were listed.
 */
export function commandComments(
  pullRequest: Pick<PullRequest, "comments" | "reviews" | "threads">,
): CommandComment[] {
  const reviews = pullRequest.reviews
    .filter(({ submittedAt }) => submittedAt !== null)
    .map((review) => ({ ...review, createdAt: review.submittedAt!, isOurs: false }));
  const inThreads = pullRequest.threads.flatMap(({ comments }) => comments);
  return [...pullRequest.comments, ...inThreads, ...reviews]
    .filter(({ author, isOurs }) => author.type === "user" && !isOurs)
    .sort((a, b) => compare(a.createdAt, b.createdAt) || compare(a.id, b.id));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The given ones of one command, with its values' type, in order. */
export function givenOf<Value>(given: readonly Given[], command: Command<Value>): Given<Value>[] {
  return given.filter((one): one is Given<Value> => one.command === command);
}
