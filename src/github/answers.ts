import type * as generated from "./generated.ts";

/**
 * Names for the parts of GitHub's GraphQL answers. Their types come from `generated.ts`, which is made from
 * the documents and GitHub's own schema. An older server may leave out a field that is not nullable there.
 */

type NodeOf<List> = List extends { nodes: (infer Node)[] | null } ? NonNullable<Node> : never;

type KeysOf<Union> = Union extends unknown ? keyof Union : never;

/** Any member of a union; the others' fields are optional. */
type AnyOf<Union> = { [Key in KeysOf<Union>]?: Union extends { [K in Key]: infer Value } ? Value : never };

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
export type CommitAnswer = generated.PushedCommitFragment;
export type OpenPullRequestAnswer = generated.OpenPullRequestPartsFragment;
export type PullRequestQueryAnswer = generated.PullRequestQuery;
export type RepositoryAnswer = NonNullable<PullRequestQueryAnswer["repository"]>;
export type PullRequestAnswer = NonNullable<RepositoryAnswer["pullRequest"]>;
export type TimelineAnswer = AnyOf<
  | NodeOf<PullRequestAnswer["timelineItems"]>
  | NodeOf<PullRequestAnswer["labelEvents"]>
  | NodeOf<PullRequestAnswer["forcePushes"]>
>;
export type HeadCommitAnswer = NodeOf<PullRequestAnswer["headCommit"]>["commit"];
export type CheckSuitesAnswer = NonNullable<HeadCommitAnswer["checkSuites"]>;
export type OrganisationAnswer = Pick<
  NonNullable<PullRequestQueryAnswer["organisation"]>,
  "visibility" | "config"
>;
export type DefaultHeadAnswer = Pick<RepositoryAnswer, "defaultBranchRef" | "defaultHead">;
export type ConnectionPageAnswer = { node: AnyOf<NonNullable<generated.ConnectionPageQuery["node"]>> | null };
export type MergeGroupQueryAnswer = generated.MergeGroupQuery;
export interface Connection<Node> {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: (Node | null)[] | null;
}

/** A page of a list that is read from its end. */
export interface BackwardConnection<Node> {
  pageInfo: { hasPreviousPage: boolean; startCursor: string | null };
  nodes: (Node | null)[] | null;
}

export interface List<Node> {
  nodes: (Node | null)[] | null;
}
