import type * as generated from "./generated.ts";

/**
 * Names for the parts of GitHub's GraphQL answers. Their types come from `generated.ts`, which is made from
 * the documents and GitHub's own schema. An older server may leave out a field that is not nullable there.
 */

type NodeOf<List> = List extends { nodes: (infer Node)[] | null } ? NonNullable<Node> : never;

type KeysOf<Union> = Union extends unknown ? keyof Union : never;

/** Any member of a union; the others' fields are optional. */
type AnyOf<Union> = { [Key in KeysOf<Union>]?: ValueOf<Union, Key> };
type ValueOf<Union, Key> = Union extends unknown ? (Key extends keyof Union ? Union[Key] : never) : never;

/** The fields of both; a field of only one of them is optional. */
type Either<A, B> = { [Key in keyof A & keyof B]: A[Key] | B[Key] } & Partial<
  Omit<A, keyof B> & Omit<B, keyof A>
>;

/** How visible a repository is; `INTERNAL` is everybody in the enterprise. */
export type VisibilityAnswer = generated.RepositoryVisibility;
export type ActorAnswer = generated.ActorPartsFragment;
export type ReviewerAnswer = generated.ReviewerPartsFragment;
export type ConfigTextAnswer = AnyOf<generated.ConfigTextFragment>;
export type FileAnswer = NodeOf<generated.FilesPageFragment>;
export type ReviewAnswer = NodeOf<generated.ReviewsPageFragment>;
export type ReviewCommentAnswer = NodeOf<generated.ThreadCommentsPageFragment>;
export type ThreadAnswer = NodeOf<generated.ThreadsPageFragment>;
export type IssueCommentAnswer = NodeOf<generated.CommentsPageFragment>;
export type ReactionGroupAnswer = NonNullable<IssueCommentAnswer["reactionGroups"]>[number];
export type CommitAnswer = Either<generated.PushedCommitFragment, generated.RecordedCommitFragment>;
export type OpenPullRequestAnswer = generated.OpenPullRequestPartsFragment;
export type RepositoryAnswer = NonNullable<generated.PullRequestQuery["repository"]>;
export type PullRequestAnswer = NonNullable<RepositoryAnswer["pullRequest"]>;
/** A pull request in a batch that is read for its history. */
export type RecordAnswer = Extract<NodeOf<generated.HistoryQuery>, { __typename: "PullRequest" }>;
/**
 * A pull request as a look or a history reads it. A history omits fields that say nothing about a past
 * review.
 */
export type AnyPullRequestAnswer = Either<PullRequestAnswer, RecordAnswer>;
export type BodyEditsAnswer = generated.BodyEditPartsFragment;
export type TimelineAnswer = AnyOf<
  | NodeOf<AnyPullRequestAnswer["timelineItems"]>
  | NodeOf<AnyPullRequestAnswer["labelEvents"]>
  | NodeOf<AnyPullRequestAnswer["forcePushes"]>
>;
export type HeadCommitAnswer = NodeOf<PullRequestAnswer["headCommit"]>["commit"];
export type CheckSuitesAnswer = NonNullable<HeadCommitAnswer["checkSuites"]>;
export type OrganisationAnswer = Pick<
  NonNullable<generated.PullRequestQuery["organisation"]>,
  "visibility" | "config"
>;
export type DefaultHeadAnswer = Pick<RepositoryAnswer, "defaultBranchRef" | "defaultHead">;
export type ConnectionPageAnswer = AnyOf<NonNullable<generated.ConnectionPageQuery["node"]>>;
export interface Connection<Node> {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: (Node | null)[] | null;
}

/** A page of a list that is read backwards. */
export interface BackwardConnection<Node> {
  pageInfo: { hasPreviousPage: boolean; startCursor: string | null };
  nodes: (Node | null)[] | null;
}

export interface List<Node> {
  nodes: (Node | null)[] | null;
}
