import { dueAt } from "../calendar/business-time.ts";
import type { Calendar } from "../calendar/calendar.ts";
import type { Duration } from "../calendar/duration.ts";
import type { Kind, ReviewConfig } from "../config/schema/review-schema.ts";
import {
  type Instant,
  isSameLogin,
  type PullRequest,
  type Review,
  type ReviewComment,
  type ReviewThread,
} from "../pull-request.ts";
import { withoutCommands } from "../text/parse-commands.ts";
import { classifyComment, effectiveKind } from "./classify/classify-comment.ts";
import { type Comment, isLinkTo } from "./comments.ts";
import { isCourtesy, isForTheApp, isWithdrawal } from "./is-courtesy.ts";
import { isByPerson, isShownByPerson, type People } from "./people.ts";
import {
  askAgainAtEdit,
  byInstant,
  createRemark,
  isGating,
  type Remark,
  type Resolve,
  type Utterance,
} from "./remark.ts";
import { evaluateThreadKind, hasApprovedSince, parseRevision, type ThreadKind } from "./thread-kind.ts";

/** What a remark is judged by, besides its own text. */
export interface RemarkContext {
  pullRequest: Pick<PullRequest, "reviews" | "comments" | "threads">;
  people: People;
  config: ReviewConfig;
  /** Accepted `/async resolve …`. */
  resolves: readonly Resolve[];
}

/** What a review thread asks, who asks it, and whether it is still open. */
export function evaluateThread(whole: ReviewThread, context: RemarkContext): Remark {
  const { pullRequest, people, config } = context;
  const thread = startAtFirstQuestion(whole, context);
  const first = thread.comments[0];
  const opener = first.author.login;
  const weighed = evaluateThreadKind(thread, pullRequest.reviews, config, (comment) =>
    mayHold(comment, people),
  );
  const { kind, because, subject, since, holder } = weighed;
  const isOpen = !first.isMinimized && !isClosed(whole, weighed, context);
  const isRaised = holder !== opener;
  const isByAuthor = people.isAuthor(holder);
  const isPersons = isByPerson(first) || isRaised;
  const lacksWriteAccess = isPersons && !isRaised && !isByAuthor && !mayHold(first, people);
  const isAsking = isPersons && kindAsks(kind, isByAuthor) && !(lacksWriteAccess && !people.isAsked(opener));
  const isCounted = isByAuthor ? kind !== "blocking" && first.authorCanPush : !lacksWriteAccess;
  return createRemark(
    {
      source: "thread",
      id: thread.id,
      url: first.url,
      opener,
      holder,
      lacksWriteAccess,
      isCounted,
      kind,
      because,
      subject,
      path: thread.path,
      line: thread.line,
      since: first.createdAt,
      kindSince: since,
      isOpen,
      isOutdated: thread.isOutdated,
      isAsking,
      exchange: listExchange(thread, weighed, context),
    },
    config,
  );
}

/**
 * An author's explanation of their own lines asks nothing, nor does a bot's remark. If somebody questions it,
 * the exchange begins with them.
 */
function startAtFirstQuestion(thread: ReviewThread, { people, config }: RemarkContext): ReviewThread {
  const [first, ...replies] = thread.comments;
  const opening = effectiveKind(classifyComment(first.body, config.kinds));
  const asksNothing = people.isAuthor(first.author.login) ? !kindAsks(opening, true) : !isByPerson(first);
  if (!asksNothing) return thread;
  const questions = (comment: ReviewComment) =>
    isHeard(comment, people) &&
    !people.isAuthor(comment.author.login) &&
    // "Why not?" answers an author who asks without a prefix.
    (asksBack(first)
      ? kindAsks(effectiveKind(classifyComment(comment.body, config.kinds)), true)
      : asksAgain(comment, first, "asker", config));
  const start = replies.findIndex(questions);
  const [question, ...others] = start < 0 ? [] : replies.slice(start);
  return question === undefined ? thread : { ...thread, comments: [question, ...others] };
}

/**
 * May this comment hold a merge? Yes, if its author is somebody else who can push, or a deleted account,
 * whose permission nobody knows.
 */
function mayHold(comment: ReviewComment, { isAuthor }: People): boolean {
  const { login } = comment.author;
  return isByPerson(comment) && !isAuthor(login) && (comment.authorCanPush || login === "ghost");
}

function isClosed(
  thread: ReviewThread,
  { kind, holder, heldSince }: ThreadKind,
  context: RemarkContext,
): boolean {
  const { pullRequest, people, config, resolves } = context;
  if (isResolvedByCommand(thread, heldSince, resolves)) return true;
  const { isResolved, resolvedBy } = thread;
  if (!isResolved || config.resolve === "anyone" || kind !== "blocking" || resolvedBy === null)
    return isResolved;
  // With `resolve: opener`, a blocking thread that another person resolved is still open, unless the blocker
  // has approved since. Nobody can stand in for a deleted account, so everybody with write access may resolve
  // its threads.
  if (holder === "ghost") return !people.isAuthor(resolvedBy) || people.canPush(resolvedBy) !== false;
  return isSameLogin(resolvedBy, holder) || hasApprovedSince(holder, heldSince, pullRequest.reviews);
}

/** Was `/async resolve` given, after the last blocking word, with the address of one of its comments? */
function isResolvedByCommand(
  { comments }: ReviewThread,
  since: Instant,
  resolves: readonly Resolve[],
): boolean {
  return resolves.some(({ link, at }) => at >= since && comments.some(({ url }) => isLinkTo(link, url)));
}

/**
 * May the comment ask or answer? Hidden comments, outsiders' comments and comments for the app do neither. A
 * bot answers only on its own pull request.
 */
export function isHeard(comment: Comment, { isAuthor, isOutsider }: People): boolean {
  const { author, isOurs, isMinimized, body } = comment;
  const isAuthors = isAuthor(author.login) && !isOurs && !isMinimized;
  return (isShownByPerson(comment) || isAuthors) && !isOutsider(author.login) && !isForTheApp(body);
}

/** Does a comment of this kind ask? An author who only explains their own lines does not. */
export function kindAsks(kind: Kind | null, isByAuthor: boolean): boolean {
  if (kind === null) return !isByAuthor;
  return kind === "blocking" || kind === "question" || kind === "suggestion";
}

/**
 * Who asked and who answered. A further comment by the opener asks again, and so does a question by somebody
 * else on that side. Praise, notes, nits and courtesy ask nothing, even in a thread that somebody raised
 * later; courtesy answers nothing. An opener who takes back what they asked has answered it. No answer
 * releases what a deleted account holds (`gates`), because nobody is left to read it.
 * @param holder has to be satisfied
 */
function listExchange(
  thread: ReviewThread,
  { holder: asker, kind }: Pick<ThreadKind, "holder" | "kind">,
  { pullRequest, people, config }: RemarkContext,
): Utterance[] {
  const first = thread.comments[0];
  const gates = isGating(kind, config);
  const { isAuthor } = people;
  const isOnTheirSide = ({ author }: ReviewComment) => isAuthor(author.login) === isAuthor(asker);
  const opening = effectiveKind(classifyComment(first.body, config.kinds));
  const opensAsking = isAuthor(first.author.login) || (isByPerson(first) && kindAsks(opening, false));
  const findEffect = (comment: ReviewComment, by: Side): Utterance["does"] | null => {
    if (comment === first && !opensAsking) return null;
    if (comment === first) return isOnTheirSide(first) ? "ask" : "answer";
    if (!isHeard(comment, people)) return null;
    if (!isOnTheirSide(comment))
      return (asker === "ghost" && gates) || !answers(comment, config) ? null : "answer";
    if (!gates && comment.author.login === first.author.login && isWithdrawal(comment.body)) return "answer";
    if (asksAgain(comment, first, by, config)) return "ask";
    return isContent(comment, by, config) ? "thank" : null;
  };
  const exchange: Utterance[] = [];
  let isAskedBack = false;
  for (const comment of thread.comments) {
    // By itself, "yes" is courtesy. After a question it is an answer, for the other side to act on.
    const does = findEffect(comment, isAskedBack ? "asked" : "asker");
    if (does === null) continue;
    if (does !== "thank") isAskedBack = does === "answer" && asksBack(comment);
    const { id, reviewId, author } = comment;
    exchange.push({ id, by: author.login, at: findSentAt(comment, pullRequest.reviews), does, reviewId });
  }
  exchange.sort(byInstant);
  // Only an edit of the asking comment asks again.
  const editedAt = exchange[0]?.id === first.id ? first.lastEditedAt : null;
  return askAgainAtEdit(exchange, editedAt, kind === "blocking");
}

const asksBack = ({ body }: ReviewComment) => /\?(?:\s|$)/.test(withoutCommands(body));

type WithKinds = Pick<ReviewConfig, "kinds">;
type Side = Parameters<typeof isCourtesy>[1];

/** Does a later comment on the asker's side ask again? */
function asksAgain(comment: ReviewComment, first: ReviewComment, by: Side, { kinds }: WithKinds): boolean {
  const revision = parseRevision(comment.body, kinds);
  if (revision !== null) return revision === "blocking" || revision === "question";
  const kind = effectiveKind(classifyComment(comment.body, kinds));
  if (kind !== null) return kindAsks(kind, true);
  if (isCourtesy(comment.body, by)) return false;
  return comment.author.login === first.author.login || withoutCommands(comment.body).includes("?");
}

/** Thanks, praise or agreement by the asker. */
function isContent({ body }: ReviewComment, by: Side, { kinds }: WithKinds): boolean {
  return isCourtesy(body, by) || effectiveKind(classifyComment(body, kinds)) === "praise";
}

function answers({ body }: ReviewComment, { kinds }: WithKinds): boolean {
  return !isCourtesy(body, "asked") && effectiveKind(classifyComment(body, kinds)) !== "praise";
}

/**
 * When people could first see a comment. GitHub dates a review's comment by its draft, not by when it was
 * sent.
 */
function findSentAt({ reviewId, createdAt }: ReviewComment, reviews: readonly Review[]): Instant {
  const sent = reviews.find(({ id }) => id === reviewId)?.submittedAt ?? createdAt;
  return sent > createdAt ? sent : createdAt;
}

/** A thread for which a short call may be quicker. */
export interface BackAndForth {
  threadId: string;
  /** REST id of the thread's first comment, which replies refer to. */
  inReplyTo: number;
  trips: number;
}

/**
 * A round trip is a run of comments by one person, answered by a run by another. Only people's comments
 * count.
 */
export function countRoundTrips(thread: ReviewThread): number {
  let runs = 0;
  let last: string | null = null;
  for (const comment of thread.comments) {
    if (!isShownByPerson(comment) || comment.author.login === last) continue;
    last = comment.author.login;
    runs += 1;
  }
  return Math.floor(runs / 2);
}

const oneBusinessDay: Duration = { amount: 1, unit: "day", isBusiness: true };

/**
 * The threads that get the hint, once: none with a comment of ours, and none that has been quiet for a
 * business day. A thread drops out as time passes, but nothing has to be undone then, so it needs no wake-up.
 */
export function listBackAndForth(
  threads: readonly ReviewThread[],
  { config, calendar, now }: { config: ReviewConfig; calendar: Calendar | null; now: Instant },
): BackAndForth[] {
  const { suggest, after } = config.back_and_forth;
  if (!suggest || calendar === null) return [];
  return threads.flatMap((thread) => {
    const first = thread.comments[0];
    const latest = thread.comments.findLast(isShownByPerson);
    if (thread.isResolved || thread.isOutdated || first.isMinimized) return [];
    if (latest === undefined || first.databaseId === null) return [];
    if (thread.comments.some(({ isOurs }) => isOurs)) return [];
    const trips = countRoundTrips(thread);
    const quietFrom = dueAt(latest.createdAt, oneBusinessDay, calendar);
    if (trips < after || quietFrom === null || now >= quietFrom) return [];
    return [{ threadId: thread.id, inReplyTo: first.databaseId, trips }];
  });
}
