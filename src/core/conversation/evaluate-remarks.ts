import type { ReviewConfig } from "../config/schema/review-schema.ts";
import type { Actor, Instant, PullRequest, Review } from "../pull-request.ts";
import { classifyComment, effectiveKind } from "./classify/classify-comment.ts";
import { type CommentLink, parseCommentLink } from "./parse-comment-link.ts";
import type { People } from "./find-people.ts";
import { isCourtesy } from "./is-courtesy.ts";
import { byInstant, type Remark, type Word } from "./remark.ts";
import { hasApprovedSince } from "./thread-kind.ts";

/** `/async resolve <link>`, accepted: who said it, about what. */
export interface Resolve {
  link: CommentLink;
  by: string;
}

interface Said {
  source: "review" | "comment";
  id: string;
  author: Actor;
  body: string;
  url: string;
  at: Instant;
  isClosed: boolean;
}

/**
 * Prefixed review bodies and prefixed comments on the conversation page; those without a prefix are no remarks.
 * Nothing on GitHub resolves them: they close when their author edits the prefix away, resolves them by command or
 * approves. A dismissed review and a hidden comment are closed too: that is how somebody else says that it no longer counts.
 */
export function evaluateRemarks(
  pullRequest: Pick<PullRequest, "reviews" | "comments">,
  people: People,
  config: Pick<ReviewConfig, "kinds">,
  resolves: readonly Resolve[],
): Remark[] {
  const said: Said[] = [
    ...pullRequest.reviews.filter(isSubmitted).map((review) => ({
      source: "review" as const,
      ...review,
      at: review.submittedAt!,
      isClosed: review.state === "dismissed" || review.isMinimized,
    })),
    ...pullRequest.comments
      .filter(({ isOurs }) => !isOurs)
      .map((comment) => ({
        source: "comment" as const,
        ...comment,
        at: comment.createdAt,
        isClosed: comment.isMinimized,
      })),
  ];
  return said
    .filter(({ author }) => author.type === "user")
    .flatMap((one) => toRemark(one, pullRequest, people, config, resolves));
}

const isSubmitted = (review: Review) => review.state !== "pending" && review.submittedAt !== null;

function toRemark(
  said: Said,
  pullRequest: Pick<PullRequest, "reviews" | "comments">,
  people: People,
  config: Pick<ReviewConfig, "kinds">,
  resolves: readonly Resolve[],
): Remark[] {
  const classification = classifyComment(said.body, config.kinds);
  const kind = effectiveKind(classification);
  // A suggestion fence alone is only a suggestion where code is commented on.
  if (kind === null || classification.prefix === null) return [];
  const opener = said.author.login;
  const isOpen =
    !said.isClosed && !isResolved(said, resolves) && !hasApprovedSince(opener, said.at, pullRequest.reviews);
  const asks = kind !== "praise" && kind !== "note" && kind !== "nit";
  const words = findWords(said, pullRequest, people);
  const answeredAt = words.findLast(({ does }) => does === "answer")?.at ?? null;
  const isAnswered = !isOpen || answeredAt !== null;
  const asked = people.isAuthor(opener) ? "reviewers" : people.author;
  return [
    {
      source: said.source,
      id: said.id,
      url: said.url,
      opener,
      kind,
      because: "prefix",
      subject: classification.subject,
      path: null,
      line: null,
      since: said.at,
      kindSince: said.at,
      isOpen,
      isOutdated: false,
      asks,
      words,
      askedAt: said.at,
      isAnswered,
      answeredAt,
      next: !isOpen || !asks ? null : isAnswered ? opener : asked,
    },
  ];
}

function isResolved(said: Said, resolves: readonly Resolve[]): boolean {
  const link = parseCommentLink(said.url);
  return resolves.some(
    ({ link: resolved, by }) =>
      by === said.author.login && resolved.type === link?.type && resolved.id === link.id,
  );
}

/** These have no threads: a later comment of the one who was asked is the answer. */
function findWords(said: Said, pullRequest: Pick<PullRequest, "comments">, { isAuthor }: People): Word[] {
  const answers = pullRequest.comments.filter(
    (comment) =>
      comment.createdAt > said.at &&
      (comment.author.type === "user" || isAuthor(comment.author.login)) &&
      !comment.isOurs &&
      isAuthor(comment.author.login) !== isAuthor(said.author.login) &&
      !isCourtesy(comment.body, "asked"),
  );
  const reviewId = said.source === "review" ? said.id : null;
  const words: Word[] = [
    { id: said.id, by: said.author.login, at: said.at, does: "ask", reviewId },
    ...answers.map(
      ({ id, author: by, createdAt: at }): Word => ({ id, by: by.login, at, does: "answer", reviewId: null }),
    ),
  ];
  return words.sort((a, b) => byInstant(a, b) || (a.id < b.id ? -1 : 1));
}
