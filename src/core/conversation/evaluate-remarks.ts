import type { Actor, Instant, Review } from "../pull-request.ts";
import { classifyComment, effectiveKind } from "./classify/classify-comment.ts";
import { askLate, type Surroundings } from "./evaluate-thread.ts";
import { isCourtesy, isForTheApp, isWithdrawal } from "./is-courtesy.ts";
import { type Comment, isLinkTo, listComments } from "./comments.ts";
import { byInstant, type Remark, type Word } from "./remark.ts";
import { isShownByPerson } from "./people.ts";
import { hasApprovedSince } from "./thread-kind.ts";

interface RemarkSource {
  source: "review" | "comment";
  id: string;
  author: Actor;
  body: string;
  url: string;
  at: Instant;
  lastEditedAt: Instant | null;
  isClosed: boolean;
}

/**
 * Review bodies and conversation comments with a prefix. Those without a prefix are not remarks, nor is the
 * author's own "Blocker: …", which is a status. Nothing on GitHub resolves them: they close when their author
 * edits the prefix away or approves, or when they or somebody with write access resolve them by command. A
 * dismissed review and a hidden comment are closed too, because somebody decided that they no longer count.
 */
export function evaluateRemarks(around: Surroundings): Remark[] {
  const { pullRequest } = around;
  const said: RemarkSource[] = [
    ...pullRequest.reviews.filter(isSubmitted).map((review) => ({
      source: "review" as const,
      ...review,
      at: review.submittedAt,
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
  return said.filter(({ author }) => author.type === "user").flatMap((one) => toRemark(one, around));
}

const isSubmitted = (review: Review): review is Review & { submittedAt: string } =>
  review.state !== "pending" && review.submittedAt !== null;

function toRemark(said: RemarkSource, around: Surroundings): Remark[] {
  const { pullRequest, people, config, resolves } = around;
  const classification = classifyComment(said.body, config.kinds);
  const kind = effectiveKind(classification);
  // A suggestion block alone is a suggestion only in a comment on code.
  if (kind === null || classification.prefix === null) return [];
  const opener = said.author.login;
  const isByAuthor = people.isAuthor(opener);
  if (isByAuthor && kind === "blocking") return [];
  // An approval with a blocking prefix does not take its own text back.
  const later =
    kind === "blocking" ? pullRequest.reviews.filter(({ id }) => id !== said.id) : pullRequest.reviews;
  const isResolved = resolves.some(({ link }) => isLinkTo(link, said.url));
  const isOpen = !said.isClosed && !isResolved && !hasApprovedSince(opener, said.at, later);
  const wants = kind !== "praise" && kind !== "note" && kind !== "nit";
  const mayPush = opener === "ghost" || people.canPush(opener);
  const counts = isByAuthor ? mayPush !== false : mayPush === true;
  const isTheirs = !isByAuthor && !counts;
  const asks = wants && !(isTheirs && !people.isAsked(opener));
  const holds = config.gate.some((gating) => gating === kind);
  const words = askLate(findWords(said, holds, around), said.lastEditedAt, kind === "blocking");
  const askedAt = words.find(({ does }) => does === "ask")?.at ?? said.at;
  const answeredAt = words.findLast(({ does, at }) => does === "answer" && at >= askedAt)?.at ?? null;
  const isAnswered = !isOpen || answeredAt !== null;
  return [
    {
      source: said.source,
      id: said.id,
      url: said.url,
      opener,
      holder: opener,
      isTheirs,
      counts,
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
      askedAt,
      isAnswered,
      answeredAt,
    },
  ];
}

/**
 * Who asked and who answered. A remark has no replies, so a later comment from the other side is the answer,
 * and so is one in a thread of the asker or the author. No answer releases what a deleted account holds
 * (`holds`).
 */
function findWords(
  said: RemarkSource,
  holds: boolean,
  { pullRequest, people: { isAuthor, isOutsider } }: Surroundings,
): Word[] {
  const asker = said.author.login;
  const nearby = pullRequest.threads.filter(
    ({ comments: [first] }) => isAuthor(first.author.login) || first.author.login === asker,
  );
  const counting = listComments({ ...pullRequest, threads: nearby }).filter(
    (comment) =>
      comment.body !== "" &&
      comment.createdAt > said.at &&
      (isShownByPerson(comment) || (isAuthor(comment.author.login) && !comment.isOurs)) &&
      !isOutsider(comment.author.login) &&
      !isForTheApp(comment.body),
  );
  const answers = counting.filter(
    ({ author, body }) =>
      isAuthor(author.login) !== isAuthor(asker) &&
      !(asker === "ghost" && holds) &&
      !isCourtesy(body, "asked"),
  );
  const withdrawals = holds
    ? []
    : counting.filter(({ author, body }) => author.login === asker && isWithdrawal(body));
  const thanks = counting.filter(({ author, body }) => author.login === asker && isCourtesy(body, "asker"));
  const toWord =
    (does: Word["does"]) =>
    ({ id, author, createdAt: at, reviewId }: Comment): Word => ({
      id,
      by: author.login,
      at,
      does,
      reviewId,
    });
  const words: Word[] = [
    {
      id: said.id,
      by: said.author.login,
      at: said.at,
      does: "ask",
      reviewId: said.source === "review" ? said.id : null,
    },
    ...[...answers, ...withdrawals].map(toWord("answer")),
    ...thanks.map(toWord("thank")),
  ];
  return words.sort((left, right) => byInstant(left, right) || (left.id < right.id ? -1 : 1));
}
