import type {
  IssueComment,
  OwnReactions,
  Review,
  ReviewComment,
  ReviewThread,
} from "../../core/pull-request.ts";
import type {
  IssueCommentAnswer,
  ReactionGroupAnswer,
  ReviewAnswer,
  ReviewCommentAnswer,
  ThreadAnswer,
} from "../answers.ts";
import { type ReadEnum, reviewState } from "../enums.ts";
import { isOurs } from "./own-account.ts";
import { parseActor, parseLogin } from "./parse-actor.ts";

/** A submitted or pending review in core/'s words. */
export function parseReview(answer: ReviewAnswer, readEnum: ReadEnum): Review {
  return {
    id: answer.id,
    author: parseActor(answer.author),
    authorCanPush: answer.authorCanPushToRepository,
    state: readEnum(reviewState, answer.state),
    body: answer.body,
    url: answer.url,
    submittedAt: answer.submittedAt,
    lastEditedAt: answer.lastEditedAt,
    onBehalfOf: (answer.onBehalfOf?.nodes ?? []).flatMap((team) => (team ? [team.combinedSlug] : [])),
    isMinimized: answer.isMinimized,
    reactions: parseOwnReactions(answer.reactionGroups),
    editor: parseLogin(answer.editor),
  };
}

/** Null for a thread whose comments were all deleted. */
export function parseThread(answer: ThreadAnswer, ownLogin: string): ReviewThread | null {
  const [first, ...others] = (answer.comments.nodes ?? []).flatMap((comment) =>
    comment ? [parseReviewComment(comment, ownLogin)] : [],
  );
  if (first === undefined) return null;
  return {
    id: answer.id,
    path: answer.path,
    line: answer.line,
    isResolved: answer.isResolved,
    resolvedBy: answer.resolvedBy?.login ?? null,
    isOutdated: answer.isOutdated,
    comments: [first, ...others],
  };
}

function parseReviewComment(answer: ReviewCommentAnswer, ownLogin: string): ReviewComment {
  const author = parseActor(answer.author);
  return {
    id: answer.id,
    databaseId: parseDatabaseId(answer.fullDatabaseId),
    author,
    authorCanPush: answer.pullRequestReview?.authorCanPushToRepository ?? false,
    body: answer.body,
    url: answer.url,
    createdAt: answer.createdAt,
    lastEditedAt: answer.lastEditedAt,
    isMinimized: answer.isMinimized,
    reviewId: answer.pullRequestReview?.id ?? null,
    editor: parseLogin(answer.editor),
    reactions: parseOwnReactions(answer.reactionGroups),
    isOurs: isOurs({ login: author.login, body: answer.body }, ownLogin),
  };
}

/** A comment on the conversation page in core/'s words. */
export function parseIssueComment(answer: IssueCommentAnswer, ownLogin: string): IssueComment {
  const author = parseActor(answer.author);
  return {
    id: answer.id,
    databaseId: parseDatabaseId(answer.fullDatabaseId) ?? 0,
    author,
    body: answer.body,
    url: answer.url,
    createdAt: answer.createdAt,
    lastEditedAt: answer.lastEditedAt,
    editor: parseLogin(answer.editor),
    isMinimized: answer.isMinimized,
    isOurs: isOurs({ login: author.login, body: answer.body }, ownLogin),
    reactions: parseOwnReactions(answer.reactionGroups),
  };
}

/** GraphQL's BigInt arrives as a string; ids stay far below 2^53. */
function parseDatabaseId(value: string | number | null): number | null {
  return value === null ? null : Number(value);
}

/** Reads `viewerHasReacted`, not the list of reactions, where a bot's own reaction may have no user. */
function parseOwnReactions(groups: ReactionGroupAnswer[] | null): OwnReactions {
  const find = (content: string) =>
    (groups ?? []).find((group) => group.content === content && group.viewerHasReacted);
  const rocket = find("ROCKET");
  return {
    rocket: rocket !== undefined,
    rocketAt: rocket?.createdAt ?? null,
    thumbsDown: find("THUMBS_DOWN") !== undefined,
    confused: find("CONFUSED") !== undefined,
  };
}
