import type { IssueComment, PullRequest } from "../pull-request.ts";

/** What somebody wrote on a pull request: on its page, on its code, or as the text of a review. */
export interface Comment
  extends Pick<
    IssueComment,
    | "id"
    | "author"
    | "body"
    | "url"
    | "createdAt"
    | "lastEditedAt"
    | "editor"
    | "isMinimized"
    | "isOurs"
    | "reactions"
  > {
  /** GraphQL id of the review that it belongs to, or is the text of; null on the conversation page. */
  reviewId: string | null;
}

/**
 * Everything that was written on a pull request, in GitHub's lists one after the other. A submitted review is
 * dated by that, and its text may be "". Comments on code have their own date, which is that of the draft.
 */
export function listComments({
  comments,
  threads,
  reviews,
}: Pick<PullRequest, "comments" | "threads" | "reviews">): Comment[] {
  return [
    ...comments.map((comment) => ({ ...comment, reviewId: null })),
    ...threads.flatMap((thread) => thread.comments),
    ...reviews.flatMap((review) => {
      const { id, submittedAt } = review;
      return submittedAt === null ? [] : [{ ...review, createdAt: submittedAt, isOurs: false, reviewId: id }];
    }),
  ];
}

/** What an address on a pull request's page points to. */
export interface CommentLink {
  type: "comment" | "review" | "thread";
  /** The REST id, as digits. */
  id: string;
}

const anchors: [string, CommentLink["type"]][] = [
  ["#issuecomment-", "comment"],
  ["#pullrequestreview-", "review"],
  ["#discussion_r", "thread"],
];

/**
 * Parses an address such as `https://github.com/o/r/pull/1#issuecomment-123`; null when it names no comment.
 */
export function parseCommentLink(text: string): CommentLink | null {
  for (const [anchor, type] of anchors) {
    const at = text.indexOf(anchor);
    if (at < 0) continue;
    const id = /^\d{1,20}/.exec(text.slice(at + anchor.length, at + anchor.length + 20))?.[0];
    if (id !== undefined) return { type, id };
  }
  return null;
}

/** Does the link point to the comment with this address? */
export function isLinkTo(link: CommentLink, url: string): boolean {
  const own = parseCommentLink(url);
  return own?.type === link.type && own.id === link.id;
}
