import type { ChangedFile, OwnCheckRun, PullRequest, TimelineEvent } from "../../core/pull-request.ts";
import type {
  AnyPullRequestAnswer,
  CheckSuitesAnswer,
  CommitAnswer,
  FileAnswer,
  TimelineAnswer,
} from "../answers.ts";
import {
  checkConclusion,
  checkStatus,
  mergeableState,
  patchStatus,
  pullRequestState,
  type ReadEnum,
  reviewDecision,
  statusState,
} from "../enums.ts";
import { nodes } from "../read-pages.ts";
import { type OwnAccount, ownSuites } from "./own-account.ts";
import { parseActor, parseReviewer } from "./parse-actor.ts";
import { parseIssueComment, parseReview, parseThread } from "./parse-conversation.ts";
import { parseCommit, parseTimelineEvent } from "./parse-timeline.ts";

/**
 * GitHub's answer in core/'s words: copied field by field, nothing decided. An older server's schema may lack
 * any field; listUnavailableParts names the parts that are then missing.
 */
export function parsePullRequest(
  answer: AnyPullRequestAnswer,
  own: OwnAccount,
  readEnum: ReadEnum,
): PullRequest {
  const { login: ownLogin } = own;
  // The list of commits may lag behind the head; another commit's checks are not this one's.
  const head = nodes(answer.headCommit).find(({ commit }) => commit.oid === answer.headRefOid)?.commit;
  return {
    id: answer.id,
    number: answer.number,
    url: answer.url ?? "",
    title: answer.title,
    body: answer.body,
    author: parseActor(answer.author),
    state: readEnum(pullRequestState, answer.state),
    isDraft: answer.isDraft,
    createdAt: answer.createdAt,
    updatedAt: answer.updatedAt,
    lastEditedAt: answer.lastEditedAt ?? null,
    closedAt: answer.closedAt ?? null,
    baseRef: answer.baseRefName,
    headSha: answer.headRefOid,
    isCrossRepository: answer.isCrossRepository ?? false,
    isInMergeQueue: answer.isInMergeQueue ?? false,
    mergeable: readEnum(mergeableState, answer.mergeable),
    checksState: readEnum(statusState, head?.statusCheckRollup?.state),
    reviewDecision: readEnum(reviewDecision, answer.reviewDecision),
    additions: answer.additions,
    deletions: answer.deletions,
    changedFiles: answer.changedFiles,
    files: nodes(answer.files).map((file) => parseFile(file, readEnum)),
    labels: nodes(answer.labels).map((label) => label.name),
    assignees: nodes(answer.assignees).map(({ login }) => login),
    reviewRequests: nodes(answer.reviewRequests).flatMap((request) => {
      const reviewer = parseReviewer(request.requestedReviewer);
      return reviewer ? [reviewer] : [];
    }),
    reviews: nodes(answer.reviews).map((review) => parseReview(review, readEnum)),
    threads: nodes(answer.reviewThreads).flatMap((thread) => parseThread(thread, ownLogin) ?? []),
    comments: nodes(answer.comments).map((comment) => parseIssueComment(comment, ownLogin)),
    timeline: [answer.timelineItems, answer.labelEvents, answer.forcePushes]
      .flatMap((list) => nodes<TimelineAnswer>(list))
      .flatMap((item) => parseTimelineEvent(item, ownLogin, readEnum) ?? [])
      .sort(byCreation),
    commits: nodes<{ commit: CommitAnswer }>(answer.commits).map(({ commit }) => parseCommit(commit)),
    ownCheckRuns: parseOwnCheckRuns(ownSuites(head?.checkSuites, own), readEnum),
  };
}

/** A stable sort keeps GitHub's order within one second. */
const byCreation = (a: TimelineEvent, b: TimelineEvent) =>
  a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0;

/** Newest first. */
export function parseOwnCheckRuns(suites: CheckSuitesAnswer, readEnum: ReadEnum): OwnCheckRun[] {
  return nodes(suites)
    .flatMap((suite) => nodes(suite.checkRuns))
    .flatMap((run) =>
      run.databaseId === null
        ? []
        : [
            {
              databaseId: run.databaseId,
              name: run.name,
              status: readEnum(checkStatus, run.status),
              conclusion: readEnum(checkConclusion, run.conclusion),
              externalId: run.externalId ?? "",
            },
          ],
    )
    .sort((a, b) => b.databaseId - a.databaseId);
}

export function parseFile(answer: FileAnswer, readEnum: ReadEnum): ChangedFile {
  return {
    path: answer.path,
    additions: answer.additions,
    deletions: answer.deletions,
    changeType: readEnum(patchStatus, answer.changeType) ?? "changed",
  };
}
