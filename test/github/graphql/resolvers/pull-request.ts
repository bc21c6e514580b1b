import { pageOf } from "../../shapes/shape-pull-request.ts";
import { nodeId } from "../../state/node-id.ts";
import type { ChangedFile, PullRequest, ReviewRequest } from "../../state/pull-request.ts";
import { connect, type PageArguments } from "../connection.ts";
import { type Context, demandPermission } from "../context.ts";
import { decideReview } from "../decide-review.ts";
import { shown } from "./actor.ts";
import type { CommitNode } from "./git-object.ts";
import type { RefNode } from "./repository.ts";
import type { TypeResolvers } from "./resolver.ts";
import { readReviewer, timelineKind } from "./timeline.ts";

const changeTypes = {
  added: "ADDED",
  modified: "MODIFIED",
  removed: "DELETED",
  renamed: "RENAMED",
  copied: "COPIED",
  changed: "CHANGED",
} as const;

const sum = (files: ChangedFile[], key: "additions" | "deletions") =>
  files.reduce((total, file) => total + file[key], 0);

const pullRequest: TypeResolvers = {
  id: (one: PullRequest) => nodeId("PullRequest", one.id),
  number: (one: PullRequest) => one.number,
  url: (one: PullRequest, _: unknown, { world }: Context) => pageOf(world, one),
  title: (one: PullRequest) => one.title,
  body: (one: PullRequest) => one.body ?? "",
  state: (one: PullRequest) => (one.mergedAt !== null ? "MERGED" : one.state.toUpperCase()),
  isDraft: (one: PullRequest) => one.isDraft,
  locked: (one: PullRequest) => one.isLocked,
  createdAt: (one: PullRequest) => one.createdAt,
  updatedAt: (one: PullRequest) => one.updatedAt,
  lastEditedAt: (one: PullRequest) => one.lastEditedAt,
  // Newest first. The last has the original text.
  userContentEdits: (one: PullRequest, args: PageArguments) => connect(one.bodyEdits.toReversed(), args),
  closedAt: (one: PullRequest) => one.closedAt,
  mergedAt: (one: PullRequest) => one.mergedAt,
  baseRefName: (one: PullRequest) => one.baseRef,
  headRefName: (one: PullRequest) => one.headRef,
  headRefOid: (one: PullRequest) => one.headSha,
  isCrossRepository: (one: PullRequest) => one.headRepository !== one.repository,
  isInMergeQueue: (one: PullRequest) => one.queueEntry !== null,
  mergeable: (one: PullRequest) => one.mergeable,
  reviewDecision: (one: PullRequest) => decideReview(one),
  additions: (one: PullRequest) => sum(one.files, "additions"),
  deletions: (one: PullRequest) => sum(one.files, "deletions"),
  changedFiles: (one: PullRequest) => one.files.length,
  author: (one: PullRequest) => shown(one.author),
  baseRef: ({ repository, baseRef: name, baseSha }: PullRequest): RefNode => ({
    name,
    sha: repository.branches.get(name) ?? baseSha,
    repository,
  }),
  labels: (one: PullRequest, args: PageArguments) => connect(one.labels, args),
  assignees: (one: PullRequest, args: PageArguments) => connect(one.assignees, args),
  // GitHub lists at most 3,000 files (sources.md §7).
  files: (one: PullRequest, args: PageArguments) => connect(one.files.slice(0, 3000), args),
  reviewRequests: (one: PullRequest, args: PageArguments) => connect(one.reviewRequests, args),
  reviews: (one: PullRequest, args: PageArguments) => connect(one.reviews, args),
  reviewThreads: (one: PullRequest, args: PageArguments) => connect(one.threads, args),
  comments: (one: PullRequest, args: PageArguments) => connect(one.comments, args),
  timelineItems: (one: PullRequest, args: PageArguments & { itemTypes?: string[] }) => {
    const kinds = args.itemTypes?.map(timelineKind);
    return connect(
      one.timeline.filter((item) => kinds === undefined || kinds.includes(item.kind)),
      args,
    );
  },
  commits: (one: PullRequest, args: PageArguments, context: Context) => {
    demandPermission(context, one.repository, { contents: "read" });
    const { repository } = one;
    const nodes = one.commitShas.map((sha): CommitNode => {
      return { kind: "Commit", commit: context.state.commits.get(sha)!, repository };
    });
    return connect(nodes, args);
  },
};

export const pullRequestResolvers: Record<string, TypeResolvers> = {
  PullRequest: pullRequest,
  UserContentEdit: {
    editedAt: ({ editedAt }: { editedAt: string }) => editedAt,
    // GitHub calls this field a diff, but returns the whole text after the edit.
    diff: ({ body }: { body: string }) => body,
  },
  Ref: {
    target: ({ repository, sha }: RefNode, _: unknown, context: Context): CommitNode => {
      demandPermission(context, repository, { contents: "read" });
      return { kind: "Commit", commit: context.state.commits.get(sha)!, repository };
    },
    name: ({ name }: RefNode) => name,
  },
  PullRequestChangedFile: {
    path: (file: ChangedFile) => file.path,
    additions: (file: ChangedFile) => file.additions,
    deletions: (file: ChangedFile) => file.deletions,
    changeType: (file: ChangedFile) => changeTypes[file.status],
  },
  ReviewRequest: {
    asCodeOwner: (request: ReviewRequest) => request.asCodeOwner,
    requestedReviewer: (request: ReviewRequest, _: unknown, context: Context) =>
      readReviewer(request.reviewer, context),
  },
};
