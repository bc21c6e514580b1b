/**
 * The shapes of GitHub's GraphQL answers to the documents beside this file: field for field what they select, in the
 * official schema's nullability (a test validates the documents against that schema).
 */

/** How visible a repository is; `INTERNAL` is everybody in the enterprise. */
export type VisibilityAnswer = "PUBLIC" | "INTERNAL" | "PRIVATE";

export interface ActorAnswer {
  __typename: string;
  login: string;
}

/** Any member of the RequestedReviewer union; a Team has only `combinedSlug`. */
export interface ReviewerAnswer {
  __typename: string;
  login?: string;
  combinedSlug?: string;
}

export interface ConfigTextAnswer {
  __typename: string;
  text?: string | null;
  isTruncated?: boolean;
  byteSize?: number;
}

export interface Page<Node> {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: (Node | null)[] | null;
}

/** A page of what is read from its end. */
export interface EarlierPage<Node> {
  pageInfo: { hasPreviousPage: boolean; startCursor: string | null };
  nodes: (Node | null)[] | null;
}

export interface List<Node> {
  nodes: (Node | null)[] | null;
}

export interface FileAnswer {
  path: string;
  additions: number;
  deletions: number;
  /** Missing where an older server's schema lacks it. */
  changeType?: string;
}

export interface ReactionGroupAnswer {
  content: string;
  /** When the first of these reactions was given. */
  createdAt: string | null;
  viewerHasReacted: boolean;
}

interface CommentParts {
  id: string;
  fullDatabaseId: string | number | null;
  body: string;
  url: string;
  lastEditedAt: string | null;
  isMinimized: boolean;
  author: ActorAnswer | null;
}

export interface ReviewAnswer extends Omit<CommentParts, "fullDatabaseId"> {
  state: string;
  authorCanPushToRepository: boolean;
  submittedAt: string | null;
  editor: ActorAnswer | null;
  onBehalfOf: List<{ combinedSlug: string }> | null;
  reactionGroups: ReactionGroupAnswer[] | null;
}

export interface ReviewCommentAnswer extends CommentParts {
  createdAt: string;
  pullRequestReview: { id: string; authorCanPushToRepository: boolean } | null;
  editor: ActorAnswer | null;
  reactionGroups: ReactionGroupAnswer[] | null;
}

export interface ThreadAnswer {
  id: string;
  path: string;
  line: number | null;
  isResolved: boolean;
  isOutdated: boolean;
  resolvedBy: { login: string } | null;
  comments: Page<ReviewCommentAnswer>;
}

export interface IssueCommentAnswer extends CommentParts {
  createdAt: string;
  editor: ActorAnswer | null;
  reactionGroups: ReactionGroupAnswer[] | null;
}

export interface TimelineAnswer {
  __typename: string;
  id?: string;
  createdAt?: string;
  actor?: ActorAnswer | null;
  requestedReviewer?: ReviewerAnswer | null;
  previousReviewState?: string;
  review?: { id: string } | null;
  label?: { name: string };
  deletedCommentAuthor?: ActorAnswer | null;
  /** Of a removal from the merge queue: GitHub's own words. */
  reason?: string | null;
  beforeCommit?: CommitAnswer | null;
}

export interface CheckRunAnswer {
  databaseId: number | null;
  name: string;
  status: string;
  conclusion: string | null;
  externalId: string | null;
}

export interface CheckSuitesAnswer {
  nodes: ({ app?: { slug: string } | null; checkRuns: List<CheckRunAnswer> | null } | null)[] | null;
}

export interface CommitAnswer {
  oid: string;
  committedDate: string;
  author: { user: { login: string } | null } | null;
  /** Missing where an older server's schema lacks it. */
  parents?: { totalCount: number };
  checkSuites: List<{ createdAt: string }> | null;
}

export interface OpenPullRequestAnswer {
  number: number;
  headRefOid: string;
  updatedAt: string;
}

export interface HeadCommitAnswer {
  oid: string;
  statusCheckRollup: { state: string } | null;
  checkSuites: CheckSuitesAnswer | null;
}

export interface PullRequestAnswer {
  id: string;
  number: number;
  url: string;
  title: string;
  body: string;
  state: "OPEN" | "CLOSED" | "MERGED";
  isDraft: boolean;
  createdAt: string;
  updatedAt: string;
  lastEditedAt: string | null;
  closedAt: string | null;
  baseRefName: string;
  headRefOid: string;
  isCrossRepository: boolean;
  isInMergeQueue: boolean;
  mergeable: string;
  reviewDecision: string | null;
  additions: number;
  deletions: number;
  changedFiles: number;
  author: ActorAnswer | null;
  baseRef: { target: { oid: string; file?: { object: ConfigTextAnswer | null } | null } | null } | null;
  labels: List<{ name: string }> | null;
  files: Page<FileAnswer> | null;
  reviewRequests: List<{ requestedReviewer: ReviewerAnswer | null }> | null;
  reviews: Page<ReviewAnswer> | null;
  reviewThreads: Page<ThreadAnswer>;
  comments: Page<IssueCommentAnswer>;
  assignees: List<{ login: string }>;
  timelineItems: EarlierPage<TimelineAnswer>;
  labelEvents: EarlierPage<TimelineAnswer>;
  forcePushes: List<TimelineAnswer>;
  commits: List<{ commit: CommitAnswer }>;
  headCommit: List<{ commit: HeadCommitAnswer }>;
}

export interface OrganisationAnswer {
  visibility: VisibilityAnswer;
  config: ConfigTextAnswer | null;
}

/** The name of a repository's default branch, and where it is. */
export interface DefaultHeadAnswer {
  defaultBranchRef: { name: string } | null;
  defaultHead: { oid: string } | null;
}

export interface RepositoryAnswer extends DefaultHeadAnswer {
  databaseId: number | null;
  name: string;
  /** Missing where an older server's schema lacks it. */
  owner?: { login: string };
  visibility: VisibilityAnswer;
  isArchived: boolean;
  defaultConfig: ConfigTextAnswer | null;
  headConfig: ConfigTextAnswer | null;
  gitattributes: ConfigTextAnswer | null;
  pullRequestTemplates: { filename: string | null; body: string | null }[] | null;
  labels: List<{ name: string; description: string | null }> | null;
  pullRequest: PullRequestAnswer | null;
  openPullRequests: Page<OpenPullRequestAnswer>;
}

/** Who asks; only where that was asked. */
interface ViewerAnswer {
  viewer?: { login: string };
}

export interface PullRequestQueryAnswer extends ViewerAnswer {
  repository: RepositoryAnswer | null;
  organisation: (OrganisationAnswer & DefaultHeadAnswer) | null;
}

export interface ConnectionPageAnswer {
  node: Partial<
    Pick<PullRequestAnswer, "files" | "reviews" | "reviewThreads" | "timelineItems" | "labelEvents"> & {
      comments: Page<unknown>;
    }
  > | null;
}

export interface MergeGroupQueryAnswer extends ViewerAnswer {
  repository: {
    visibility: VisibilityAnswer;
    defaultConfig: ConfigTextAnswer | null;
    baseConfig: ConfigTextAnswer | null;
    commit: { checkSuites?: CheckSuitesAnswer | null } | null;
  } | null;
  organisation: OrganisationAnswer | null;
}
