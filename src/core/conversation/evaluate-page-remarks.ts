import { classifyComment, effectiveKind } from "./classify/classify-comment.ts";
import { type Comment, isLinkTo, listComments } from "./comments.ts";
import { isHeard, kindAsks, type RemarkContext } from "./evaluate-thread.ts";
import { isCourtesy, isWithdrawal } from "./is-courtesy.ts";
import { isByPerson } from "./people.ts";
import { askAgainAtEdit, byInstant, createRemark, isGating, type Remark, type Utterance } from "./remark.ts";
import { hasApprovedSince } from "./thread-kind.ts";

/**
 * Comments on the conversation page and review texts with a prefix. Those without a prefix are not remarks,
 * nor is the author's own "Blocker: …", which is a status. Nothing on GitHub resolves them: they close when
 * their author edits the prefix away or approves, or when they or somebody with write access resolve them by
 * command. A dismissed review and a hidden comment are closed too, because somebody decided that they no
 * longer count.
 */
export function evaluatePageRemarks(context: RemarkContext): Remark[] {
  return listComments({ ...context.pullRequest, threads: [] })
    .filter(isByPerson)
    .flatMap((comment) => evaluateComment(comment, context) ?? []);
}

/** Null when the comment is no remark. */
function evaluateComment(said: Comment, context: RemarkContext): Remark | null {
  const { people, config } = context;
  const { id, url, createdAt, lastEditedAt } = said;
  const classification = classifyComment(said.body, config.kinds);
  const kind = effectiveKind(classification);
  // A suggestion block alone is a suggestion only in a comment on code.
  if (kind === null || classification.prefix === null) return null;
  const opener = said.author.login;
  const isByAuthor = people.isAuthor(opener);
  if (isByAuthor && kind === "blocking") return null;
  const mayPush = opener === "ghost" || people.canPush(opener);
  const isCounted = isByAuthor ? mayPush !== false : mayPush === true;
  const lacksWriteAccess = !isByAuthor && !isCounted;
  const isOpen = !isClosed(said, kind === "blocking", context);
  const gates = isGating(kind, config);
  const exchange = askAgainAtEdit(listExchange(said, gates, context), lastEditedAt, kind === "blocking");
  return createRemark(
    {
      source: said.reviewId === null ? "comment" : "review",
      id,
      url,
      opener,
      holder: opener,
      lacksWriteAccess,
      isCounted,
      kind,
      because: "prefix",
      subject: classification.subject,
      path: null,
      line: null,
      since: createdAt,
      kindSince: createdAt,
      isOpen,
      isOutdated: false,
      isAsking: kindAsks(kind, isByAuthor) && !(lacksWriteAccess && !people.isAsked(opener)),
      exchange,
    },
    config,
  );
}

function isClosed(said: Comment, blocks: boolean, { pullRequest, resolves }: RemarkContext): boolean {
  const own = pullRequest.reviews.find(({ id }) => id === said.id);
  if (said.isMinimized || own?.state === "dismissed") return true;
  if (resolves.some(({ link }) => isLinkTo(link, said.url))) return true;
  // An approval with a blocking prefix does not take its own text back.
  const later = pullRequest.reviews.filter((review) => !(blocks && review === own));
  return hasApprovedSince(said.author.login, said.createdAt, later);
}

/**
 * Who asked and who answered. GitHub has no replies to these comments, so later comments by both sides count.
 */
function listExchange(said: Comment, gates: boolean, context: RemarkContext): Utterance[] {
  const utter = ({ id, author, createdAt, reviewId }: Comment, does: Utterance["does"]): Utterance => ({
    id,
    by: author.login,
    at: createdAt,
    does,
    reviewId,
  });
  return [
    utter(said, "ask"),
    ...listLater(said, context).flatMap((comment) =>
      listEffects(comment, said, gates, context).map((does) => utter(comment, does)),
    ),
  ].sort((left, right) => byInstant(left, right) || (left.id < right.id ? -1 : 1));
}

/** Later comments on the page, and in threads opened by the asker or the author. */
function listLater(said: Comment, { pullRequest, people }: RemarkContext): Comment[] {
  const isNear = (login: string) => people.isAuthor(login) || login === said.author.login;
  const threads = pullRequest.threads.filter(({ comments: [first] }) => isNear(first.author.login));
  return listComments({ ...pullRequest, threads }).filter(
    (comment) => comment.body !== "" && comment.createdAt > said.createdAt && isHeard(comment, people),
  );
}

/**
 * What a later comment does. By the other side, it answers. By the asker, it may withdraw the question or
 * accept the answer. No answer releases what a deleted account holds (`gates`).
 */
function listEffects(
  { author: { login }, body }: Comment,
  { author: { login: asker } }: Comment,
  gates: boolean,
  { people: { isAuthor } }: RemarkContext,
): Utterance["does"][] {
  if (isAuthor(login) !== isAuthor(asker))
    return (asker === "ghost" && gates) || isCourtesy(body, "asked") ? [] : ["answer"];
  if (login !== asker) return [];
  const effects: Utterance["does"][] = [];
  if (!gates && isWithdrawal(body)) effects.push("answer");
  if (isCourtesy(body, "asker")) effects.push("thank");
  return effects;
}
