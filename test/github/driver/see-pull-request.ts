import type { CheckRun } from "../state/checks.ts";
import type { Repository } from "../state/model.ts";
import type { PullRequest, Remark } from "../state/pull-request.ts";

export interface SeenComment {
  id: number;
  author: string;
  body: string;
  isMinimized: boolean;
  /** The number of edits of its text. */
  edits: number;
  /** "rocket by my-app[bot]". */
  reactions: string[];
}

export interface SeenCheckRun {
  id: number;
  name: string;
  status: string;
  conclusion: string | null;
  title: string | null;
  summary: string | null;
  text: string | null;
  externalId: string | null;
  /** The buttons' labels and identifiers. */
  actions: { label: string; description: string; identifier: string }[];
  annotations: CheckRun["annotations"];
}

/** A pull request as a person sees it on the page. Plain data, to be compared as a whole. */
export interface SeenPullRequest {
  number: number;
  title: string;
  body: string;
  state: "open" | "closed" | "merged";
  isDraft: boolean;
  author: string;
  labels: string[];
  comments: SeenComment[];
  /** On the head commit, the newest of each name. */
  checkRuns: SeenCheckRun[];
  requestedReviewers: string[];
  reviews: { author: string; state: string; body: string }[];
  threads: {
    path: string;
    line: number | null;
    isResolved: boolean;
    isOutdated: boolean;
    comments: SeenComment[];
  }[];
}

/** What a person sees of a pull request. */
export function seePullRequest(one: PullRequest): SeenPullRequest {
  return {
    number: one.number,
    title: one.title,
    body: one.body ?? "",
    state: one.mergedAt !== null ? "merged" : one.state,
    isDraft: one.isDraft,
    author: one.author.login,
    labels: one.labels.map((label) => label.name),
    comments: one.comments.map(seeComment),
    checkRuns: seeCheckRuns(one.repository, one.headSha),
    requestedReviewers: one.reviewRequests.map(({ reviewer }) =>
      "slug" in reviewer ? `${reviewer.organization.login}/${reviewer.slug}` : reviewer.login,
    ),
    reviews: one.reviews.map(({ author, state, body }) => ({
      author: author.login,
      state: state.toLowerCase(),
      body,
    })),
    threads: one.threads.map((thread) => ({
      path: thread.path,
      line: thread.line,
      isResolved: thread.resolvedBy !== null,
      isOutdated: thread.isOutdated,
      comments: thread.comments.map(seeComment),
    })),
  };
}

/** The check runs of a commit, the newest of each name, in the order of each name's first run. */
export function seeCheckRuns(repository: Repository, sha: string): SeenCheckRun[] {
  return repository.checkSuites
    .filter((suite) => suite.headSha === sha)
    .flatMap((suite) => [...new Map(suite.runs.map((run) => [run.name, run])).values()])
    .map((run) => ({
      id: run.id,
      name: run.name,
      status: run.status,
      conclusion: run.conclusion,
      title: run.title,
      summary: run.summary,
      text: run.text,
      externalId: run.externalId,
      actions: run.actions,
      annotations: run.annotations,
    }));
}

function seeComment(remark: Remark): SeenComment {
  return {
    id: remark.id,
    author: remark.author.login,
    body: remark.body,
    isMinimized: remark.minimizedReason !== null,
    edits: remark.edits,
    reactions: remark.reactions.map(({ content, user }) => `${content} by ${user.login}`),
  };
}
