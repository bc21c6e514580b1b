import { roleOf } from "../../rest/access.ts";
import { issueCommentPage } from "../../shapes/shape-issue.ts";
import { reviewCommentPage, reviewPage } from "../../shapes/shape-review.ts";
import { nodeId } from "../../state/node-id.ts";
import {
  type IssueComment,
  type Reaction,
  type Remark,
  type Review,
  type ReviewComment,
  type ReviewThread,
  reactionContents,
} from "../../state/pull-request.ts";
import { connect, type PageArguments } from "../connection.ts";
import { type Context, demandPermission, viewerOf } from "../context.ts";
import { shown } from "./actor.ts";
import type { CommitNode } from "./git-object.ts";
import type { TypeResolvers } from "./resolver.ts";

const remark: TypeResolvers = {
  fullDatabaseId: ({ id }: Remark) => String(id),
  body: ({ body }: Remark) => body,
  createdAt: ({ createdAt }: Remark) => createdAt,
  lastEditedAt: ({ lastEditedAt }: Remark) => lastEditedAt,
  isMinimized: ({ minimizedReason }: Remark) => minimizedReason !== null,
  author: ({ author }: Remark) => shown(author),
  editor: ({ editor }: Remark) => shown(editor),
  reactionGroups: ({ reactions }: Remark, _: unknown, context: Context) => groupReactions(reactions, context),
};

/** All eight groups, even without reactions. */
function groupReactions(reactions: Reaction[], context: Context) {
  const viewer = viewerOf(context);
  return Object.entries(reactionContents).map(([rest, content]) => ({
    content,
    createdAt: reactions.find((one) => one.content === rest)?.createdAt ?? null,
    viewerHasReacted: reactions.some((one) => one.content === rest && one.user.id === viewer.id),
  }));
}

export const remarkResolvers: Record<string, TypeResolvers> = {
  IssueComment: {
    ...remark,
    id: ({ id }: IssueComment) => nodeId("IssueComment", id),
    url: (comment: IssueComment, _: unknown, { world }: Context) => issueCommentPage(world, comment),
  },
  PullRequestReview: {
    ...remark,
    id: ({ id }: Review) => nodeId("PullRequestReview", id),
    url: (review: Review, _: unknown, { world }: Context) => reviewPage(world, review),
    state: ({ state }: Review) => state,
    authorCanPushToRepository: ({ author, pullRequest }: Review) =>
      ["admin", "maintain", "write"].includes(roleOf(pullRequest.repository, author) ?? "none"),
    submittedAt: ({ submittedAt }: Review) => submittedAt,
    commit: (review: Review, _: unknown, context: Context): CommitNode => {
      // `reviews.nodes.commit` needs `contents: read` (sources.md §2).
      const { repository } = review.pullRequest;
      demandPermission(context, repository, { contents: "read" });
      return { kind: "Commit", commit: context.state.commits.get(review.commitSha)!, repository };
    },
    onBehalfOf: ({ onBehalfOf }: Review, args: PageArguments) => connect(onBehalfOf, args),
  },
  PullRequestReviewComment: {
    ...remark,
    id: ({ id }: ReviewComment) => nodeId("PullRequestReviewComment", id),
    url: (comment: ReviewComment, _: unknown, { world }: Context) => reviewCommentPage(world, comment),
    pullRequestReview: ({ review }: ReviewComment) => review,
    replyTo: ({ inReplyTo }: ReviewComment) => inReplyTo,
  },
  PullRequestReviewThread: {
    id: ({ id }: ReviewThread) => nodeId("PullRequestReviewThread", id),
    path: ({ path }: ReviewThread) => path,
    line: ({ line }: ReviewThread) => line,
    isResolved: ({ resolvedBy }: ReviewThread) => resolvedBy !== null,
    isOutdated: ({ isOutdated }: ReviewThread) => isOutdated,
    resolvedBy: ({ resolvedBy }: ReviewThread) => shown(resolvedBy),
    comments: ({ comments }: ReviewThread, args: PageArguments) => connect(comments, args),
  },
  ReactionGroup: {
    createdAt: ({ createdAt }: { createdAt: string | null }) => createdAt,
    content: ({ content }: { content: string }) => content,
    viewerHasReacted: ({ viewerHasReacted }: { viewerHasReacted: boolean }) => viewerHasReacted,
  },
};
