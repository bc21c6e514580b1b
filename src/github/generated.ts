/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** The possible states for a check suite or run conclusion. */
export type CheckConclusionState =
  /** The check suite or run requires action. */
  | 'ACTION_REQUIRED'
  /** The check suite or run has timed out. */
  | 'TIMED_OUT'
  /** The check suite or run has been cancelled. */
  | 'CANCELLED'
  /** The check suite or run has failed. */
  | 'FAILURE'
  /** The check suite or run has succeeded. */
  | 'SUCCESS'
  /** The check suite or run was neutral. */
  | 'NEUTRAL'
  /** The check suite or run was skipped. */
  | 'SKIPPED'
  /** The check suite or run has failed at startup. */
  | 'STARTUP_FAILURE'
  /** The check suite or run was marked stale by GitHub. Only GitHub can use this conclusion. */
  | 'STALE';

/** The possible states for a check suite or run status. */
export type CheckStatusState =
  /** The check suite or run has been requested. */
  | 'REQUESTED'
  /** The check suite or run has been queued. */
  | 'QUEUED'
  /** The check suite or run is in progress. */
  | 'IN_PROGRESS'
  /** The check suite or run has been completed. */
  | 'COMPLETED'
  /** The check suite or run is in waiting state. */
  | 'WAITING'
  /** The check suite or run is in pending state. */
  | 'PENDING';

/** The filters that are available when fetching check suites. */
export type CheckSuiteFilter = {
  /** Filters the check suites created by this application ID. */
  appId?: number | null | undefined;
  /** Filters the check suites by this name. */
  checkName?: string | null | undefined;
};

/** Whether or not a PullRequest can be merged. */
export type MergeableState =
  /** The pull request can be merged. */
  | 'MERGEABLE'
  /** The pull request cannot be merged due to merge conflicts. */
  | 'CONFLICTING'
  /** The mergeability of the pull request is still being calculated. */
  | 'UNKNOWN';

/** The possible types of patch statuses. */
export type PatchStatus =
  /** The file was added. Git status 'A'. */
  | 'ADDED'
  /** The file was deleted. Git status 'D'. */
  | 'DELETED'
  /** The file was renamed. Git status 'R'. */
  | 'RENAMED'
  /** The file was copied. Git status 'C'. */
  | 'COPIED'
  /** The file's contents were changed. Git status 'M'. */
  | 'MODIFIED'
  /** The file's type was changed. Git status 'T'. */
  | 'CHANGED';

/** The review status of a pull request. */
export type PullRequestReviewDecision =
  /** Changes have been requested on the pull request. */
  | 'CHANGES_REQUESTED'
  /** The pull request has received an approving review. */
  | 'APPROVED'
  /** A review is required before the pull request can be merged. */
  | 'REVIEW_REQUIRED';

/** The possible states of a pull request review. */
export type PullRequestReviewState =
  /** A review that has not yet been submitted. */
  | 'PENDING'
  /** An informational review. */
  | 'COMMENTED'
  /** A review allowing the pull request to merge. */
  | 'APPROVED'
  /** A review blocking the pull request from merging. */
  | 'CHANGES_REQUESTED'
  /** A review that has been dismissed. */
  | 'DISMISSED';

/** The possible states of a pull request. */
export type PullRequestState =
  /** A pull request that is still open. */
  | 'OPEN'
  /** A pull request that has been closed without being merged. */
  | 'CLOSED'
  /** A pull request that has been closed by being merged. */
  | 'MERGED';

/** Emojis that can be attached to Issues, Pull Requests and Comments. */
export type ReactionContent =
  /** Represents the `:+1:` emoji. */
  | 'THUMBS_UP'
  /** Represents the `:-1:` emoji. */
  | 'THUMBS_DOWN'
  /** Represents the `:laugh:` emoji. */
  | 'LAUGH'
  /** Represents the `:hooray:` emoji. */
  | 'HOORAY'
  /** Represents the `:confused:` emoji. */
  | 'CONFUSED'
  /** Represents the `:heart:` emoji. */
  | 'HEART'
  /** Represents the `:rocket:` emoji. */
  | 'ROCKET'
  /** Represents the `:eyes:` emoji. */
  | 'EYES';

/** The repository's visibility level. */
export type RepositoryVisibility =
  /** The repository is visible only to those with explicit access. */
  | 'PRIVATE'
  /** The repository is visible to everyone. */
  | 'PUBLIC'
  /** The repository is visible only to users in the same business. */
  | 'INTERNAL';

/** The possible commit status states. */
export type StatusState =
  /** Status is expected. */
  | 'EXPECTED'
  /** Status is errored. */
  | 'ERROR'
  /** Status is failing. */
  | 'FAILURE'
  /** Status is pending. */
  | 'PENDING'
  /** Status is successful. */
  | 'SUCCESS';

export type AddReactionMutationVariables = Exact<{
  subjectId: string | number;
  content: ReactionContent;
}>;


export type AddReactionMutation = { addReaction: { reaction: { content: ReactionContent } | null } | null };

export type BodyEditsQueryVariables = Exact<{
  owner: string;
  name: string;
  number: number;
}>;


export type BodyEditsQuery = { repository: { pullRequest: { userContentEdits: { nodes: Array<{ editedAt: string, diff: string | null } | null> | null } | null } | null } | null };

export type ConnectionPageQueryVariables = Exact<{
  id: string | number;
  cursor: string;
  files: boolean;
  reviews: boolean;
  threads: boolean;
  comments: boolean;
  timeline: boolean;
  labelEvents: boolean;
}>;


export type ConnectionPageQuery = { node:
    | { __typename: 'AddedToMergeQueueEvent' }
    | { __typename: 'AddedToProjectEvent' }
    | { __typename: 'App' }
    | { __typename: 'AssignedEvent' }
    | { __typename: 'AutoMergeDisabledEvent' }
    | { __typename: 'AutoMergeEnabledEvent' }
    | { __typename: 'AutoRebaseEnabledEvent' }
    | { __typename: 'AutoSquashEnabledEvent' }
    | { __typename: 'AutomaticBaseChangeFailedEvent' }
    | { __typename: 'AutomaticBaseChangeSucceededEvent' }
    | { __typename: 'BaseRefChangedEvent' }
    | { __typename: 'BaseRefDeletedEvent' }
    | { __typename: 'BaseRefForcePushedEvent' }
    | { __typename: 'Blob' }
    | { __typename: 'Bot' }
    | { __typename: 'BranchProtectionRule' }
    | { __typename: 'BypassForcePushAllowance' }
    | { __typename: 'BypassPullRequestAllowance' }
    | { __typename: 'CWE' }
    | { __typename: 'CheckRun' }
    | { __typename: 'CheckSuite' }
    | { __typename: 'ClosedEvent' }
    | { __typename: 'CodeOfConduct' }
    | { __typename: 'CommentDeletedEvent' }
    | { __typename: 'Commit' }
    | { __typename: 'CommitComment' }
    | { __typename: 'CommitCommentThread' }
    | { __typename: 'Comparison' }
    | { __typename: 'ConnectedEvent' }
    | { __typename: 'ConvertToDraftEvent' }
    | { __typename: 'ConvertedNoteToIssueEvent' }
    | { __typename: 'ConvertedToDiscussionEvent' }
    | { __typename: 'CrossReferencedEvent' }
    | { __typename: 'DemilestonedEvent' }
    | { __typename: 'DependencyGraphManifest' }
    | { __typename: 'DeployKey' }
    | { __typename: 'DeployedEvent' }
    | { __typename: 'Deployment' }
    | { __typename: 'DeploymentEnvironmentChangedEvent' }
    | { __typename: 'DeploymentReview' }
    | { __typename: 'DeploymentStatus' }
    | { __typename: 'DisconnectedEvent' }
    | { __typename: 'Discussion' }
    | { __typename: 'DiscussionCategory' }
    | { __typename: 'DiscussionComment' }
    | { __typename: 'DiscussionPoll' }
    | { __typename: 'DiscussionPollOption' }
    | { __typename: 'DraftIssue' }
    | { __typename: 'Enterprise' }
    | { __typename: 'EnterpriseAdministratorInvitation' }
    | { __typename: 'EnterpriseIdentityProvider' }
    | { __typename: 'EnterpriseMemberInvitation' }
    | { __typename: 'EnterpriseRepositoryInfo' }
    | { __typename: 'EnterpriseServerInstallation' }
    | { __typename: 'EnterpriseServerUserAccount' }
    | { __typename: 'EnterpriseServerUserAccountEmail' }
    | { __typename: 'EnterpriseServerUserAccountsUpload' }
    | { __typename: 'EnterpriseUserAccount' }
    | { __typename: 'Environment' }
    | { __typename: 'ExternalIdentity' }
    | { __typename: 'Gist' }
    | { __typename: 'GistComment' }
    | { __typename: 'HeadRefDeletedEvent' }
    | { __typename: 'HeadRefForcePushedEvent' }
    | { __typename: 'HeadRefRestoredEvent' }
    | { __typename: 'IpAllowListEntry' }
    | { __typename: 'Issue' }
    | { __typename: 'IssueComment' }
    | { __typename: 'Label' }
    | { __typename: 'LabeledEvent' }
    | { __typename: 'Language' }
    | { __typename: 'License' }
    | { __typename: 'LinkedBranch' }
    | { __typename: 'LockedEvent' }
    | { __typename: 'Mannequin' }
    | { __typename: 'MarkedAsDuplicateEvent' }
    | { __typename: 'MarketplaceCategory' }
    | { __typename: 'MarketplaceListing' }
    | { __typename: 'MemberFeatureRequestNotification' }
    | { __typename: 'MembersCanDeleteReposClearAuditEntry' }
    | { __typename: 'MembersCanDeleteReposDisableAuditEntry' }
    | { __typename: 'MembersCanDeleteReposEnableAuditEntry' }
    | { __typename: 'MentionedEvent' }
    | { __typename: 'MergeQueue' }
    | { __typename: 'MergeQueueEntry' }
    | { __typename: 'MergedEvent' }
    | { __typename: 'MigrationSource' }
    | { __typename: 'Milestone' }
    | { __typename: 'MilestonedEvent' }
    | { __typename: 'MovedColumnsInProjectEvent' }
    | { __typename: 'OIDCProvider' }
    | { __typename: 'OauthApplicationCreateAuditEntry' }
    | { __typename: 'OrgAddBillingManagerAuditEntry' }
    | { __typename: 'OrgAddMemberAuditEntry' }
    | { __typename: 'OrgBlockUserAuditEntry' }
    | { __typename: 'OrgConfigDisableCollaboratorsOnlyAuditEntry' }
    | { __typename: 'OrgConfigEnableCollaboratorsOnlyAuditEntry' }
    | { __typename: 'OrgCreateAuditEntry' }
    | { __typename: 'OrgDisableOauthAppRestrictionsAuditEntry' }
    | { __typename: 'OrgDisableSamlAuditEntry' }
    | { __typename: 'OrgDisableTwoFactorRequirementAuditEntry' }
    | { __typename: 'OrgEnableOauthAppRestrictionsAuditEntry' }
    | { __typename: 'OrgEnableSamlAuditEntry' }
    | { __typename: 'OrgEnableTwoFactorRequirementAuditEntry' }
    | { __typename: 'OrgInviteMemberAuditEntry' }
    | { __typename: 'OrgInviteToBusinessAuditEntry' }
    | { __typename: 'OrgOauthAppAccessApprovedAuditEntry' }
    | { __typename: 'OrgOauthAppAccessBlockedAuditEntry' }
    | { __typename: 'OrgOauthAppAccessDeniedAuditEntry' }
    | { __typename: 'OrgOauthAppAccessRequestedAuditEntry' }
    | { __typename: 'OrgOauthAppAccessUnblockedAuditEntry' }
    | { __typename: 'OrgRemoveBillingManagerAuditEntry' }
    | { __typename: 'OrgRemoveMemberAuditEntry' }
    | { __typename: 'OrgRemoveOutsideCollaboratorAuditEntry' }
    | { __typename: 'OrgRestoreMemberAuditEntry' }
    | { __typename: 'OrgUnblockUserAuditEntry' }
    | { __typename: 'OrgUpdateDefaultRepositoryPermissionAuditEntry' }
    | { __typename: 'OrgUpdateMemberAuditEntry' }
    | { __typename: 'OrgUpdateMemberRepositoryCreationPermissionAuditEntry' }
    | { __typename: 'OrgUpdateMemberRepositoryInvitationPermissionAuditEntry' }
    | { __typename: 'Organization' }
    | { __typename: 'OrganizationIdentityProvider' }
    | { __typename: 'OrganizationInvitation' }
    | { __typename: 'OrganizationMigration' }
    | { __typename: 'Package' }
    | { __typename: 'PackageFile' }
    | { __typename: 'PackageTag' }
    | { __typename: 'PackageVersion' }
    | { __typename: 'PinnedDiscussion' }
    | { __typename: 'PinnedEnvironment' }
    | { __typename: 'PinnedEvent' }
    | { __typename: 'PinnedIssue' }
    | { __typename: 'PrivateRepositoryForkingDisableAuditEntry' }
    | { __typename: 'PrivateRepositoryForkingEnableAuditEntry' }
    | { __typename: 'Project' }
    | { __typename: 'ProjectCard' }
    | { __typename: 'ProjectColumn' }
    | { __typename: 'ProjectV2' }
    | { __typename: 'ProjectV2Field' }
    | { __typename: 'ProjectV2Item' }
    | { __typename: 'ProjectV2ItemFieldDateValue' }
    | { __typename: 'ProjectV2ItemFieldIterationValue' }
    | { __typename: 'ProjectV2ItemFieldNumberValue' }
    | { __typename: 'ProjectV2ItemFieldSingleSelectValue' }
    | { __typename: 'ProjectV2ItemFieldTextValue' }
    | { __typename: 'ProjectV2IterationField' }
    | { __typename: 'ProjectV2SingleSelectField' }
    | { __typename: 'ProjectV2StatusUpdate' }
    | { __typename: 'ProjectV2View' }
    | { __typename: 'ProjectV2Workflow' }
    | { __typename: 'PublicKey' }
    | { __typename: 'PullRequest', files?: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ path: string, additions: number, deletions: number, changeType: PatchStatus } | null> | null } | null, reviews?: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, state: PullRequestReviewState, authorCanPushToRepository: boolean, body: string, url: string, submittedAt: string | null, lastEditedAt: string | null, isMinimized: boolean, author:
            | { __typename: 'Bot', login: string }
            | { __typename: 'EnterpriseUserAccount', login: string }
            | { __typename: 'Mannequin', login: string }
            | { __typename: 'Organization', login: string }
            | { __typename: 'User', login: string }
           | null, editor:
            | { __typename: 'Bot', login: string }
            | { __typename: 'EnterpriseUserAccount', login: string }
            | { __typename: 'Mannequin', login: string }
            | { __typename: 'Organization', login: string }
            | { __typename: 'User', login: string }
           | null, onBehalfOf: { nodes: Array<{ combinedSlug: string } | null> | null }, reactionGroups: Array<{ content: ReactionContent, createdAt: string | null, viewerHasReacted: boolean }> | null } | null> | null } | null, reviewThreads?: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, path: string, line: number | null, isResolved: boolean, isOutdated: boolean, resolvedBy: { login: string } | null, comments: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, fullDatabaseId: string | number | null, body: string, url: string, createdAt: string, lastEditedAt: string | null, isMinimized: boolean, author:
                | { __typename: 'Bot', login: string }
                | { __typename: 'EnterpriseUserAccount', login: string }
                | { __typename: 'Mannequin', login: string }
                | { __typename: 'Organization', login: string }
                | { __typename: 'User', login: string }
               | null, pullRequestReview: { id: string, authorCanPushToRepository: boolean } | null, editor:
                | { __typename: 'Bot', login: string }
                | { __typename: 'EnterpriseUserAccount', login: string }
                | { __typename: 'Mannequin', login: string }
                | { __typename: 'Organization', login: string }
                | { __typename: 'User', login: string }
               | null, reactionGroups: Array<{ content: ReactionContent, createdAt: string | null, viewerHasReacted: boolean }> | null } | null> | null } } | null> | null }, comments?: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, fullDatabaseId: string | number | null, body: string, url: string, createdAt: string, lastEditedAt: string | null, isMinimized: boolean, author:
            | { __typename: 'Bot', login: string }
            | { __typename: 'EnterpriseUserAccount', login: string }
            | { __typename: 'Mannequin', login: string }
            | { __typename: 'Organization', login: string }
            | { __typename: 'User', login: string }
           | null, editor:
            | { __typename: 'Bot', login: string }
            | { __typename: 'EnterpriseUserAccount', login: string }
            | { __typename: 'Mannequin', login: string }
            | { __typename: 'Organization', login: string }
            | { __typename: 'User', login: string }
           | null, reactionGroups: Array<{ content: ReactionContent, createdAt: string | null, viewerHasReacted: boolean }> | null } | null> | null }, timelineItems?: { pageInfo: { hasPreviousPage: boolean, startCursor: string | null }, nodes: Array<
          | { __typename: 'AddedToMergeQueueEvent', id: string, createdAt: string, actor:
              | { __typename: 'Bot', login: string }
              | { __typename: 'EnterpriseUserAccount', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Organization', login: string }
              | { __typename: 'User', login: string }
             | null }
          | { __typename: 'AddedToProjectEvent' }
          | { __typename: 'AssignedEvent' }
          | { __typename: 'AutoMergeDisabledEvent' }
          | { __typename: 'AutoMergeEnabledEvent' }
          | { __typename: 'AutoRebaseEnabledEvent' }
          | { __typename: 'AutoSquashEnabledEvent' }
          | { __typename: 'AutomaticBaseChangeFailedEvent' }
          | { __typename: 'AutomaticBaseChangeSucceededEvent' }
          | { __typename: 'BaseRefChangedEvent' }
          | { __typename: 'BaseRefDeletedEvent' }
          | { __typename: 'BaseRefForcePushedEvent' }
          | { __typename: 'ClosedEvent', id: string, createdAt: string, actor:
              | { __typename: 'Bot', login: string }
              | { __typename: 'EnterpriseUserAccount', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Organization', login: string }
              | { __typename: 'User', login: string }
             | null }
          | { __typename: 'CommentDeletedEvent', id: string, createdAt: string, actor:
              | { __typename: 'Bot', login: string }
              | { __typename: 'EnterpriseUserAccount', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Organization', login: string }
              | { __typename: 'User', login: string }
             | null, deletedCommentAuthor:
              | { __typename: 'Bot', login: string }
              | { __typename: 'EnterpriseUserAccount', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Organization', login: string }
              | { __typename: 'User', login: string }
             | null }
          | { __typename: 'ConnectedEvent' }
          | { __typename: 'ConvertToDraftEvent', id: string, createdAt: string, actor:
              | { __typename: 'Bot', login: string }
              | { __typename: 'EnterpriseUserAccount', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Organization', login: string }
              | { __typename: 'User', login: string }
             | null }
          | { __typename: 'ConvertedNoteToIssueEvent' }
          | { __typename: 'ConvertedToDiscussionEvent' }
          | { __typename: 'CrossReferencedEvent' }
          | { __typename: 'DemilestonedEvent' }
          | { __typename: 'DeployedEvent' }
          | { __typename: 'DeploymentEnvironmentChangedEvent' }
          | { __typename: 'DisconnectedEvent' }
          | { __typename: 'HeadRefDeletedEvent' }
          | { __typename: 'HeadRefForcePushedEvent' }
          | { __typename: 'HeadRefRestoredEvent' }
          | { __typename: 'IssueComment' }
          | { __typename: 'LabeledEvent' }
          | { __typename: 'LockedEvent' }
          | { __typename: 'MarkedAsDuplicateEvent' }
          | { __typename: 'MentionedEvent' }
          | { __typename: 'MergedEvent' }
          | { __typename: 'MilestonedEvent' }
          | { __typename: 'MovedColumnsInProjectEvent' }
          | { __typename: 'PinnedEvent' }
          | { __typename: 'PullRequestCommit' }
          | { __typename: 'PullRequestCommitCommentThread' }
          | { __typename: 'PullRequestReview' }
          | { __typename: 'PullRequestReviewThread' }
          | { __typename: 'PullRequestRevisionMarker' }
          | { __typename: 'ReadyForReviewEvent', id: string, createdAt: string, actor:
              | { __typename: 'Bot', login: string }
              | { __typename: 'EnterpriseUserAccount', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Organization', login: string }
              | { __typename: 'User', login: string }
             | null }
          | { __typename: 'ReferencedEvent' }
          | { __typename: 'RemovedFromMergeQueueEvent', id: string, createdAt: string, reason: string | null, actor:
              | { __typename: 'Bot', login: string }
              | { __typename: 'EnterpriseUserAccount', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Organization', login: string }
              | { __typename: 'User', login: string }
             | null }
          | { __typename: 'RemovedFromProjectEvent' }
          | { __typename: 'RenamedTitleEvent' }
          | { __typename: 'ReopenedEvent', id: string, createdAt: string, actor:
              | { __typename: 'Bot', login: string }
              | { __typename: 'EnterpriseUserAccount', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Organization', login: string }
              | { __typename: 'User', login: string }
             | null }
          | { __typename: 'ReviewDismissedEvent', id: string, createdAt: string, previousReviewState: PullRequestReviewState, actor:
              | { __typename: 'Bot', login: string }
              | { __typename: 'EnterpriseUserAccount', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Organization', login: string }
              | { __typename: 'User', login: string }
             | null, review: { id: string } | null }
          | { __typename: 'ReviewRequestRemovedEvent', id: string, createdAt: string, actor:
              | { __typename: 'Bot', login: string }
              | { __typename: 'EnterpriseUserAccount', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Organization', login: string }
              | { __typename: 'User', login: string }
             | null, requestedReviewer:
              | { __typename: 'Bot', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Team', combinedSlug: string }
              | { __typename: 'User', login: string }
             | null }
          | { __typename: 'ReviewRequestedEvent', id: string, createdAt: string, actor:
              | { __typename: 'Bot', login: string }
              | { __typename: 'EnterpriseUserAccount', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Organization', login: string }
              | { __typename: 'User', login: string }
             | null, requestedReviewer:
              | { __typename: 'Bot', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Team', combinedSlug: string }
              | { __typename: 'User', login: string }
             | null }
          | { __typename: 'SubscribedEvent' }
          | { __typename: 'TransferredEvent' }
          | { __typename: 'UnassignedEvent' }
          | { __typename: 'UnlabeledEvent' }
          | { __typename: 'UnlockedEvent' }
          | { __typename: 'UnmarkedAsDuplicateEvent' }
          | { __typename: 'UnpinnedEvent' }
          | { __typename: 'UnsubscribedEvent' }
          | { __typename: 'UserBlockedEvent' }
         | null> | null }, labelEvents?: { pageInfo: { hasPreviousPage: boolean, startCursor: string | null }, nodes: Array<
          | { __typename: 'AddedToMergeQueueEvent' }
          | { __typename: 'AddedToProjectEvent' }
          | { __typename: 'AssignedEvent' }
          | { __typename: 'AutoMergeDisabledEvent' }
          | { __typename: 'AutoMergeEnabledEvent' }
          | { __typename: 'AutoRebaseEnabledEvent' }
          | { __typename: 'AutoSquashEnabledEvent' }
          | { __typename: 'AutomaticBaseChangeFailedEvent' }
          | { __typename: 'AutomaticBaseChangeSucceededEvent' }
          | { __typename: 'BaseRefChangedEvent' }
          | { __typename: 'BaseRefDeletedEvent' }
          | { __typename: 'BaseRefForcePushedEvent' }
          | { __typename: 'ClosedEvent' }
          | { __typename: 'CommentDeletedEvent' }
          | { __typename: 'ConnectedEvent' }
          | { __typename: 'ConvertToDraftEvent' }
          | { __typename: 'ConvertedNoteToIssueEvent' }
          | { __typename: 'ConvertedToDiscussionEvent' }
          | { __typename: 'CrossReferencedEvent' }
          | { __typename: 'DemilestonedEvent' }
          | { __typename: 'DeployedEvent' }
          | { __typename: 'DeploymentEnvironmentChangedEvent' }
          | { __typename: 'DisconnectedEvent' }
          | { __typename: 'HeadRefDeletedEvent' }
          | { __typename: 'HeadRefForcePushedEvent' }
          | { __typename: 'HeadRefRestoredEvent' }
          | { __typename: 'IssueComment' }
          | { __typename: 'LabeledEvent', id: string, createdAt: string, actor:
              | { __typename: 'Bot', login: string }
              | { __typename: 'EnterpriseUserAccount', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Organization', login: string }
              | { __typename: 'User', login: string }
             | null, label: { name: string } }
          | { __typename: 'LockedEvent' }
          | { __typename: 'MarkedAsDuplicateEvent' }
          | { __typename: 'MentionedEvent' }
          | { __typename: 'MergedEvent' }
          | { __typename: 'MilestonedEvent' }
          | { __typename: 'MovedColumnsInProjectEvent' }
          | { __typename: 'PinnedEvent' }
          | { __typename: 'PullRequestCommit' }
          | { __typename: 'PullRequestCommitCommentThread' }
          | { __typename: 'PullRequestReview' }
          | { __typename: 'PullRequestReviewThread' }
          | { __typename: 'PullRequestRevisionMarker' }
          | { __typename: 'ReadyForReviewEvent' }
          | { __typename: 'ReferencedEvent' }
          | { __typename: 'RemovedFromMergeQueueEvent' }
          | { __typename: 'RemovedFromProjectEvent' }
          | { __typename: 'RenamedTitleEvent' }
          | { __typename: 'ReopenedEvent' }
          | { __typename: 'ReviewDismissedEvent' }
          | { __typename: 'ReviewRequestRemovedEvent' }
          | { __typename: 'ReviewRequestedEvent' }
          | { __typename: 'SubscribedEvent' }
          | { __typename: 'TransferredEvent' }
          | { __typename: 'UnassignedEvent' }
          | { __typename: 'UnlabeledEvent', id: string, createdAt: string, actor:
              | { __typename: 'Bot', login: string }
              | { __typename: 'EnterpriseUserAccount', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Organization', login: string }
              | { __typename: 'User', login: string }
             | null, label: { name: string } }
          | { __typename: 'UnlockedEvent' }
          | { __typename: 'UnmarkedAsDuplicateEvent' }
          | { __typename: 'UnpinnedEvent' }
          | { __typename: 'UnsubscribedEvent' }
          | { __typename: 'UserBlockedEvent' }
         | null> | null } }
    | { __typename: 'PullRequestCommit' }
    | { __typename: 'PullRequestCommitCommentThread' }
    | { __typename: 'PullRequestReview' }
    | { __typename: 'PullRequestReviewComment' }
    | { __typename: 'PullRequestReviewThread', comments: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, fullDatabaseId: string | number | null, body: string, url: string, createdAt: string, lastEditedAt: string | null, isMinimized: boolean, author:
            | { __typename: 'Bot', login: string }
            | { __typename: 'EnterpriseUserAccount', login: string }
            | { __typename: 'Mannequin', login: string }
            | { __typename: 'Organization', login: string }
            | { __typename: 'User', login: string }
           | null, pullRequestReview: { id: string, authorCanPushToRepository: boolean } | null, editor:
            | { __typename: 'Bot', login: string }
            | { __typename: 'EnterpriseUserAccount', login: string }
            | { __typename: 'Mannequin', login: string }
            | { __typename: 'Organization', login: string }
            | { __typename: 'User', login: string }
           | null, reactionGroups: Array<{ content: ReactionContent, createdAt: string | null, viewerHasReacted: boolean }> | null } | null> | null } }
    | { __typename: 'PullRequestThread' }
    | { __typename: 'Push' }
    | { __typename: 'PushAllowance' }
    | { __typename: 'Reaction' }
    | { __typename: 'ReadyForReviewEvent' }
    | { __typename: 'Ref' }
    | { __typename: 'ReferencedEvent' }
    | { __typename: 'Release' }
    | { __typename: 'ReleaseAsset' }
    | { __typename: 'RemovedFromMergeQueueEvent' }
    | { __typename: 'RemovedFromProjectEvent' }
    | { __typename: 'RenamedTitleEvent' }
    | { __typename: 'ReopenedEvent' }
    | { __typename: 'RepoAccessAuditEntry' }
    | { __typename: 'RepoAddMemberAuditEntry' }
    | { __typename: 'RepoAddTopicAuditEntry' }
    | { __typename: 'RepoArchivedAuditEntry' }
    | { __typename: 'RepoChangeMergeSettingAuditEntry' }
    | { __typename: 'RepoConfigDisableAnonymousGitAccessAuditEntry' }
    | { __typename: 'RepoConfigDisableCollaboratorsOnlyAuditEntry' }
    | { __typename: 'RepoConfigDisableContributorsOnlyAuditEntry' }
    | { __typename: 'RepoConfigDisableSockpuppetDisallowedAuditEntry' }
    | { __typename: 'RepoConfigEnableAnonymousGitAccessAuditEntry' }
    | { __typename: 'RepoConfigEnableCollaboratorsOnlyAuditEntry' }
    | { __typename: 'RepoConfigEnableContributorsOnlyAuditEntry' }
    | { __typename: 'RepoConfigEnableSockpuppetDisallowedAuditEntry' }
    | { __typename: 'RepoConfigLockAnonymousGitAccessAuditEntry' }
    | { __typename: 'RepoConfigUnlockAnonymousGitAccessAuditEntry' }
    | { __typename: 'RepoCreateAuditEntry' }
    | { __typename: 'RepoDestroyAuditEntry' }
    | { __typename: 'RepoRemoveMemberAuditEntry' }
    | { __typename: 'RepoRemoveTopicAuditEntry' }
    | { __typename: 'Repository' }
    | { __typename: 'RepositoryInvitation' }
    | { __typename: 'RepositoryMigration' }
    | { __typename: 'RepositoryRule' }
    | { __typename: 'RepositoryRuleset' }
    | { __typename: 'RepositoryRulesetBypassActor' }
    | { __typename: 'RepositoryTopic' }
    | { __typename: 'RepositoryVisibilityChangeDisableAuditEntry' }
    | { __typename: 'RepositoryVisibilityChangeEnableAuditEntry' }
    | { __typename: 'RepositoryVulnerabilityAlert' }
    | { __typename: 'ReviewDismissalAllowance' }
    | { __typename: 'ReviewDismissedEvent' }
    | { __typename: 'ReviewRequest' }
    | { __typename: 'ReviewRequestRemovedEvent' }
    | { __typename: 'ReviewRequestedEvent' }
    | { __typename: 'SavedReply' }
    | { __typename: 'SecurityAdvisory' }
    | { __typename: 'SponsorsActivity' }
    | { __typename: 'SponsorsListing' }
    | { __typename: 'SponsorsListingFeaturedItem' }
    | { __typename: 'SponsorsTier' }
    | { __typename: 'Sponsorship' }
    | { __typename: 'SponsorshipNewsletter' }
    | { __typename: 'Status' }
    | { __typename: 'StatusCheckRollup' }
    | { __typename: 'StatusContext' }
    | { __typename: 'SubscribedEvent' }
    | { __typename: 'Tag' }
    | { __typename: 'Team' }
    | { __typename: 'TeamAddMemberAuditEntry' }
    | { __typename: 'TeamAddRepositoryAuditEntry' }
    | { __typename: 'TeamChangeParentTeamAuditEntry' }
    | { __typename: 'TeamDiscussion' }
    | { __typename: 'TeamDiscussionComment' }
    | { __typename: 'TeamRemoveMemberAuditEntry' }
    | { __typename: 'TeamRemoveRepositoryAuditEntry' }
    | { __typename: 'Topic' }
    | { __typename: 'TransferredEvent' }
    | { __typename: 'Tree' }
    | { __typename: 'UnassignedEvent' }
    | { __typename: 'UnlabeledEvent' }
    | { __typename: 'UnlockedEvent' }
    | { __typename: 'UnmarkedAsDuplicateEvent' }
    | { __typename: 'UnpinnedEvent' }
    | { __typename: 'UnsubscribedEvent' }
    | { __typename: 'User' }
    | { __typename: 'UserBlockedEvent' }
    | { __typename: 'UserContentEdit' }
    | { __typename: 'UserList' }
    | { __typename: 'UserStatus' }
    | { __typename: 'VerifiableDomain' }
    | { __typename: 'Workflow' }
    | { __typename: 'WorkflowRun' }
    | { __typename: 'WorkflowRunFile' }
   | null };

export type ReviewsPageFragment = { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, state: PullRequestReviewState, authorCanPushToRepository: boolean, body: string, url: string, submittedAt: string | null, lastEditedAt: string | null, isMinimized: boolean, author:
      | { __typename: 'Bot', login: string }
      | { __typename: 'EnterpriseUserAccount', login: string }
      | { __typename: 'Mannequin', login: string }
      | { __typename: 'Organization', login: string }
      | { __typename: 'User', login: string }
     | null, editor:
      | { __typename: 'Bot', login: string }
      | { __typename: 'EnterpriseUserAccount', login: string }
      | { __typename: 'Mannequin', login: string }
      | { __typename: 'Organization', login: string }
      | { __typename: 'User', login: string }
     | null, onBehalfOf: { nodes: Array<{ combinedSlug: string } | null> | null }, reactionGroups: Array<{ content: ReactionContent, createdAt: string | null, viewerHasReacted: boolean }> | null } | null> | null };

export type ThreadsPageFragment = { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, path: string, line: number | null, isResolved: boolean, isOutdated: boolean, resolvedBy: { login: string } | null, comments: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, fullDatabaseId: string | number | null, body: string, url: string, createdAt: string, lastEditedAt: string | null, isMinimized: boolean, author:
          | { __typename: 'Bot', login: string }
          | { __typename: 'EnterpriseUserAccount', login: string }
          | { __typename: 'Mannequin', login: string }
          | { __typename: 'Organization', login: string }
          | { __typename: 'User', login: string }
         | null, pullRequestReview: { id: string, authorCanPushToRepository: boolean } | null, editor:
          | { __typename: 'Bot', login: string }
          | { __typename: 'EnterpriseUserAccount', login: string }
          | { __typename: 'Mannequin', login: string }
          | { __typename: 'Organization', login: string }
          | { __typename: 'User', login: string }
         | null, reactionGroups: Array<{ content: ReactionContent, createdAt: string | null, viewerHasReacted: boolean }> | null } | null> | null } } | null> | null };

export type ThreadCommentsPageFragment = { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, fullDatabaseId: string | number | null, body: string, url: string, createdAt: string, lastEditedAt: string | null, isMinimized: boolean, author:
      | { __typename: 'Bot', login: string }
      | { __typename: 'EnterpriseUserAccount', login: string }
      | { __typename: 'Mannequin', login: string }
      | { __typename: 'Organization', login: string }
      | { __typename: 'User', login: string }
     | null, pullRequestReview: { id: string, authorCanPushToRepository: boolean } | null, editor:
      | { __typename: 'Bot', login: string }
      | { __typename: 'EnterpriseUserAccount', login: string }
      | { __typename: 'Mannequin', login: string }
      | { __typename: 'Organization', login: string }
      | { __typename: 'User', login: string }
     | null, reactionGroups: Array<{ content: ReactionContent, createdAt: string | null, viewerHasReacted: boolean }> | null } | null> | null };

export type CommentsPageFragment = { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, fullDatabaseId: string | number | null, body: string, url: string, createdAt: string, lastEditedAt: string | null, isMinimized: boolean, author:
      | { __typename: 'Bot', login: string }
      | { __typename: 'EnterpriseUserAccount', login: string }
      | { __typename: 'Mannequin', login: string }
      | { __typename: 'Organization', login: string }
      | { __typename: 'User', login: string }
     | null, editor:
      | { __typename: 'Bot', login: string }
      | { __typename: 'EnterpriseUserAccount', login: string }
      | { __typename: 'Mannequin', login: string }
      | { __typename: 'Organization', login: string }
      | { __typename: 'User', login: string }
     | null, reactionGroups: Array<{ content: ReactionContent, createdAt: string | null, viewerHasReacted: boolean }> | null } | null> | null };

export type DiscussedPullRequestsQueryVariables = Exact<{
  owner: string;
  name: string;
  count: number;
  cursor?: string | null | undefined;
}>;


export type DiscussedPullRequestsQuery = { repository: { databaseId: number | null, pullRequests: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ number: number, updatedAt: string, comments: { pageInfo: { hasNextPage: boolean }, nodes: Array<{ body: string } | null> | null }, reviews: { pageInfo: { hasNextPage: boolean }, nodes: Array<{ body: string } | null> | null } | null, reviewThreads: { pageInfo: { hasNextPage: boolean }, nodes: Array<{ comments: { pageInfo: { hasNextPage: boolean }, nodes: Array<{ body: string } | null> | null } } | null> | null } } | null> | null } } | null };

export type EnumValuesQueryVariables = Exact<{ [key: string]: never; }>;


export type EnumValuesQuery = { __schema: { types: Array<{ enumValues: Array<{ name: string }> | null }> } };

type ConfigText_Blob_Fragment = { __typename: 'Blob', text: string | null };

type ConfigText_Commit_Fragment = { __typename: 'Commit' };

type ConfigText_Tag_Fragment = { __typename: 'Tag' };

type ConfigText_Tree_Fragment = { __typename: 'Tree' };

export type ConfigTextFragment =
  | ConfigText_Blob_Fragment
  | ConfigText_Commit_Fragment
  | ConfigText_Tag_Fragment
  | ConfigText_Tree_Fragment
;

type ActorParts_Bot_Fragment = { __typename: 'Bot', login: string };

type ActorParts_EnterpriseUserAccount_Fragment = { __typename: 'EnterpriseUserAccount', login: string };

type ActorParts_Mannequin_Fragment = { __typename: 'Mannequin', login: string };

type ActorParts_Organization_Fragment = { __typename: 'Organization', login: string };

type ActorParts_User_Fragment = { __typename: 'User', login: string };

export type ActorPartsFragment =
  | ActorParts_Bot_Fragment
  | ActorParts_EnterpriseUserAccount_Fragment
  | ActorParts_Mannequin_Fragment
  | ActorParts_Organization_Fragment
  | ActorParts_User_Fragment
;

type ReviewerParts_Bot_Fragment = { __typename: 'Bot', login: string };

type ReviewerParts_Mannequin_Fragment = { __typename: 'Mannequin', login: string };

type ReviewerParts_Team_Fragment = { __typename: 'Team', combinedSlug: string };

type ReviewerParts_User_Fragment = { __typename: 'User', login: string };

export type ReviewerPartsFragment =
  | ReviewerParts_Bot_Fragment
  | ReviewerParts_Mannequin_Fragment
  | ReviewerParts_Team_Fragment
  | ReviewerParts_User_Fragment
;

export type FilesPageFragment = { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ path: string, additions: number, deletions: number, changeType: PatchStatus } | null> | null };

export type OpenPullRequestPartsFragment = { number: number, headRefOid: string, updatedAt: string };

export type PullRequestPartsFragment = { id: string, number: number, title: string, body: string, state: PullRequestState, isDraft: boolean, createdAt: string, updatedAt: string, lastEditedAt: string | null, closedAt: string | null, baseRefName: string, headRefOid: string, reviewDecision: PullRequestReviewDecision | null, additions: number, deletions: number, changedFiles: number, author:
    | { __typename: 'Bot', login: string }
    | { __typename: 'EnterpriseUserAccount', login: string }
    | { __typename: 'Mannequin', login: string }
    | { __typename: 'Organization', login: string }
    | { __typename: 'User', login: string }
   | null };

export type BodyEditPartsFragment = { userContentEdits: { nodes: Array<{ editedAt: string, diff: string | null } | null> | null } | null };

export type HistoryListQueryVariables = Exact<{
  owner: string;
  name: string;
  cursor?: string | null | undefined;
}>;


export type HistoryListQuery = { rateLimit: { cost: number, remaining: number } | null, repository: { databaseId: number | null, defaultConfig:
      | { __typename: 'Blob', text: string | null }
      | { __typename: 'Commit' }
      | { __typename: 'Tag' }
      | { __typename: 'Tree' }
     | null, gitattributes:
      | { __typename: 'Blob', text: string | null }
      | { __typename: 'Commit' }
      | { __typename: 'Tag' }
      | { __typename: 'Tree' }
     | null, pullRequestTemplates: Array<{ body: string | null }> | null, pullRequests: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, number: number, updatedAt: string, closedAt: string | null } | null> | null } } | null, organisation: { config:
      | { __typename: 'Blob', text: string | null }
      | { __typename: 'Commit' }
      | { __typename: 'Tag' }
      | { __typename: 'Tree' }
     | null } | null };

export type HistoryStateQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type HistoryStateQuery = { rateLimit: { cost: number, remaining: number } | null, nodes: Array<
    | { __typename: 'AddedToMergeQueueEvent' }
    | { __typename: 'AddedToProjectEvent' }
    | { __typename: 'App' }
    | { __typename: 'AssignedEvent' }
    | { __typename: 'AutoMergeDisabledEvent' }
    | { __typename: 'AutoMergeEnabledEvent' }
    | { __typename: 'AutoRebaseEnabledEvent' }
    | { __typename: 'AutoSquashEnabledEvent' }
    | { __typename: 'AutomaticBaseChangeFailedEvent' }
    | { __typename: 'AutomaticBaseChangeSucceededEvent' }
    | { __typename: 'BaseRefChangedEvent' }
    | { __typename: 'BaseRefDeletedEvent' }
    | { __typename: 'BaseRefForcePushedEvent' }
    | { __typename: 'Blob' }
    | { __typename: 'Bot' }
    | { __typename: 'BranchProtectionRule' }
    | { __typename: 'BypassForcePushAllowance' }
    | { __typename: 'BypassPullRequestAllowance' }
    | { __typename: 'CWE' }
    | { __typename: 'CheckRun' }
    | { __typename: 'CheckSuite' }
    | { __typename: 'ClosedEvent' }
    | { __typename: 'CodeOfConduct' }
    | { __typename: 'CommentDeletedEvent' }
    | { __typename: 'Commit' }
    | { __typename: 'CommitComment' }
    | { __typename: 'CommitCommentThread' }
    | { __typename: 'Comparison' }
    | { __typename: 'ConnectedEvent' }
    | { __typename: 'ConvertToDraftEvent' }
    | { __typename: 'ConvertedNoteToIssueEvent' }
    | { __typename: 'ConvertedToDiscussionEvent' }
    | { __typename: 'CrossReferencedEvent' }
    | { __typename: 'DemilestonedEvent' }
    | { __typename: 'DependencyGraphManifest' }
    | { __typename: 'DeployKey' }
    | { __typename: 'DeployedEvent' }
    | { __typename: 'Deployment' }
    | { __typename: 'DeploymentEnvironmentChangedEvent' }
    | { __typename: 'DeploymentReview' }
    | { __typename: 'DeploymentStatus' }
    | { __typename: 'DisconnectedEvent' }
    | { __typename: 'Discussion' }
    | { __typename: 'DiscussionCategory' }
    | { __typename: 'DiscussionComment' }
    | { __typename: 'DiscussionPoll' }
    | { __typename: 'DiscussionPollOption' }
    | { __typename: 'DraftIssue' }
    | { __typename: 'Enterprise' }
    | { __typename: 'EnterpriseAdministratorInvitation' }
    | { __typename: 'EnterpriseIdentityProvider' }
    | { __typename: 'EnterpriseMemberInvitation' }
    | { __typename: 'EnterpriseRepositoryInfo' }
    | { __typename: 'EnterpriseServerInstallation' }
    | { __typename: 'EnterpriseServerUserAccount' }
    | { __typename: 'EnterpriseServerUserAccountEmail' }
    | { __typename: 'EnterpriseServerUserAccountsUpload' }
    | { __typename: 'EnterpriseUserAccount' }
    | { __typename: 'Environment' }
    | { __typename: 'ExternalIdentity' }
    | { __typename: 'Gist' }
    | { __typename: 'GistComment' }
    | { __typename: 'HeadRefDeletedEvent' }
    | { __typename: 'HeadRefForcePushedEvent' }
    | { __typename: 'HeadRefRestoredEvent' }
    | { __typename: 'IpAllowListEntry' }
    | { __typename: 'Issue' }
    | { __typename: 'IssueComment' }
    | { __typename: 'Label' }
    | { __typename: 'LabeledEvent' }
    | { __typename: 'Language' }
    | { __typename: 'License' }
    | { __typename: 'LinkedBranch' }
    | { __typename: 'LockedEvent' }
    | { __typename: 'Mannequin' }
    | { __typename: 'MarkedAsDuplicateEvent' }
    | { __typename: 'MarketplaceCategory' }
    | { __typename: 'MarketplaceListing' }
    | { __typename: 'MemberFeatureRequestNotification' }
    | { __typename: 'MembersCanDeleteReposClearAuditEntry' }
    | { __typename: 'MembersCanDeleteReposDisableAuditEntry' }
    | { __typename: 'MembersCanDeleteReposEnableAuditEntry' }
    | { __typename: 'MentionedEvent' }
    | { __typename: 'MergeQueue' }
    | { __typename: 'MergeQueueEntry' }
    | { __typename: 'MergedEvent' }
    | { __typename: 'MigrationSource' }
    | { __typename: 'Milestone' }
    | { __typename: 'MilestonedEvent' }
    | { __typename: 'MovedColumnsInProjectEvent' }
    | { __typename: 'OIDCProvider' }
    | { __typename: 'OauthApplicationCreateAuditEntry' }
    | { __typename: 'OrgAddBillingManagerAuditEntry' }
    | { __typename: 'OrgAddMemberAuditEntry' }
    | { __typename: 'OrgBlockUserAuditEntry' }
    | { __typename: 'OrgConfigDisableCollaboratorsOnlyAuditEntry' }
    | { __typename: 'OrgConfigEnableCollaboratorsOnlyAuditEntry' }
    | { __typename: 'OrgCreateAuditEntry' }
    | { __typename: 'OrgDisableOauthAppRestrictionsAuditEntry' }
    | { __typename: 'OrgDisableSamlAuditEntry' }
    | { __typename: 'OrgDisableTwoFactorRequirementAuditEntry' }
    | { __typename: 'OrgEnableOauthAppRestrictionsAuditEntry' }
    | { __typename: 'OrgEnableSamlAuditEntry' }
    | { __typename: 'OrgEnableTwoFactorRequirementAuditEntry' }
    | { __typename: 'OrgInviteMemberAuditEntry' }
    | { __typename: 'OrgInviteToBusinessAuditEntry' }
    | { __typename: 'OrgOauthAppAccessApprovedAuditEntry' }
    | { __typename: 'OrgOauthAppAccessBlockedAuditEntry' }
    | { __typename: 'OrgOauthAppAccessDeniedAuditEntry' }
    | { __typename: 'OrgOauthAppAccessRequestedAuditEntry' }
    | { __typename: 'OrgOauthAppAccessUnblockedAuditEntry' }
    | { __typename: 'OrgRemoveBillingManagerAuditEntry' }
    | { __typename: 'OrgRemoveMemberAuditEntry' }
    | { __typename: 'OrgRemoveOutsideCollaboratorAuditEntry' }
    | { __typename: 'OrgRestoreMemberAuditEntry' }
    | { __typename: 'OrgUnblockUserAuditEntry' }
    | { __typename: 'OrgUpdateDefaultRepositoryPermissionAuditEntry' }
    | { __typename: 'OrgUpdateMemberAuditEntry' }
    | { __typename: 'OrgUpdateMemberRepositoryCreationPermissionAuditEntry' }
    | { __typename: 'OrgUpdateMemberRepositoryInvitationPermissionAuditEntry' }
    | { __typename: 'Organization' }
    | { __typename: 'OrganizationIdentityProvider' }
    | { __typename: 'OrganizationInvitation' }
    | { __typename: 'OrganizationMigration' }
    | { __typename: 'Package' }
    | { __typename: 'PackageFile' }
    | { __typename: 'PackageTag' }
    | { __typename: 'PackageVersion' }
    | { __typename: 'PinnedDiscussion' }
    | { __typename: 'PinnedEnvironment' }
    | { __typename: 'PinnedEvent' }
    | { __typename: 'PinnedIssue' }
    | { __typename: 'PrivateRepositoryForkingDisableAuditEntry' }
    | { __typename: 'PrivateRepositoryForkingEnableAuditEntry' }
    | { __typename: 'Project' }
    | { __typename: 'ProjectCard' }
    | { __typename: 'ProjectColumn' }
    | { __typename: 'ProjectV2' }
    | { __typename: 'ProjectV2Field' }
    | { __typename: 'ProjectV2Item' }
    | { __typename: 'ProjectV2ItemFieldDateValue' }
    | { __typename: 'ProjectV2ItemFieldIterationValue' }
    | { __typename: 'ProjectV2ItemFieldNumberValue' }
    | { __typename: 'ProjectV2ItemFieldSingleSelectValue' }
    | { __typename: 'ProjectV2ItemFieldTextValue' }
    | { __typename: 'ProjectV2IterationField' }
    | { __typename: 'ProjectV2SingleSelectField' }
    | { __typename: 'ProjectV2StatusUpdate' }
    | { __typename: 'ProjectV2View' }
    | { __typename: 'ProjectV2Workflow' }
    | { __typename: 'PublicKey' }
    | { __typename: 'PullRequest', id: string, updatedAt: string, reviewDecision: PullRequestReviewDecision | null, reviewThreads: { pageInfo: { hasNextPage: boolean }, nodes: Array<{ id: string, isResolved: boolean } | null> | null } }
    | { __typename: 'PullRequestCommit' }
    | { __typename: 'PullRequestCommitCommentThread' }
    | { __typename: 'PullRequestReview' }
    | { __typename: 'PullRequestReviewComment' }
    | { __typename: 'PullRequestReviewThread' }
    | { __typename: 'PullRequestThread' }
    | { __typename: 'Push' }
    | { __typename: 'PushAllowance' }
    | { __typename: 'Reaction' }
    | { __typename: 'ReadyForReviewEvent' }
    | { __typename: 'Ref' }
    | { __typename: 'ReferencedEvent' }
    | { __typename: 'Release' }
    | { __typename: 'ReleaseAsset' }
    | { __typename: 'RemovedFromMergeQueueEvent' }
    | { __typename: 'RemovedFromProjectEvent' }
    | { __typename: 'RenamedTitleEvent' }
    | { __typename: 'ReopenedEvent' }
    | { __typename: 'RepoAccessAuditEntry' }
    | { __typename: 'RepoAddMemberAuditEntry' }
    | { __typename: 'RepoAddTopicAuditEntry' }
    | { __typename: 'RepoArchivedAuditEntry' }
    | { __typename: 'RepoChangeMergeSettingAuditEntry' }
    | { __typename: 'RepoConfigDisableAnonymousGitAccessAuditEntry' }
    | { __typename: 'RepoConfigDisableCollaboratorsOnlyAuditEntry' }
    | { __typename: 'RepoConfigDisableContributorsOnlyAuditEntry' }
    | { __typename: 'RepoConfigDisableSockpuppetDisallowedAuditEntry' }
    | { __typename: 'RepoConfigEnableAnonymousGitAccessAuditEntry' }
    | { __typename: 'RepoConfigEnableCollaboratorsOnlyAuditEntry' }
    | { __typename: 'RepoConfigEnableContributorsOnlyAuditEntry' }
    | { __typename: 'RepoConfigEnableSockpuppetDisallowedAuditEntry' }
    | { __typename: 'RepoConfigLockAnonymousGitAccessAuditEntry' }
    | { __typename: 'RepoConfigUnlockAnonymousGitAccessAuditEntry' }
    | { __typename: 'RepoCreateAuditEntry' }
    | { __typename: 'RepoDestroyAuditEntry' }
    | { __typename: 'RepoRemoveMemberAuditEntry' }
    | { __typename: 'RepoRemoveTopicAuditEntry' }
    | { __typename: 'Repository' }
    | { __typename: 'RepositoryInvitation' }
    | { __typename: 'RepositoryMigration' }
    | { __typename: 'RepositoryRule' }
    | { __typename: 'RepositoryRuleset' }
    | { __typename: 'RepositoryRulesetBypassActor' }
    | { __typename: 'RepositoryTopic' }
    | { __typename: 'RepositoryVisibilityChangeDisableAuditEntry' }
    | { __typename: 'RepositoryVisibilityChangeEnableAuditEntry' }
    | { __typename: 'RepositoryVulnerabilityAlert' }
    | { __typename: 'ReviewDismissalAllowance' }
    | { __typename: 'ReviewDismissedEvent' }
    | { __typename: 'ReviewRequest' }
    | { __typename: 'ReviewRequestRemovedEvent' }
    | { __typename: 'ReviewRequestedEvent' }
    | { __typename: 'SavedReply' }
    | { __typename: 'SecurityAdvisory' }
    | { __typename: 'SponsorsActivity' }
    | { __typename: 'SponsorsListing' }
    | { __typename: 'SponsorsListingFeaturedItem' }
    | { __typename: 'SponsorsTier' }
    | { __typename: 'Sponsorship' }
    | { __typename: 'SponsorshipNewsletter' }
    | { __typename: 'Status' }
    | { __typename: 'StatusCheckRollup' }
    | { __typename: 'StatusContext' }
    | { __typename: 'SubscribedEvent' }
    | { __typename: 'Tag' }
    | { __typename: 'Team' }
    | { __typename: 'TeamAddMemberAuditEntry' }
    | { __typename: 'TeamAddRepositoryAuditEntry' }
    | { __typename: 'TeamChangeParentTeamAuditEntry' }
    | { __typename: 'TeamDiscussion' }
    | { __typename: 'TeamDiscussionComment' }
    | { __typename: 'TeamRemoveMemberAuditEntry' }
    | { __typename: 'TeamRemoveRepositoryAuditEntry' }
    | { __typename: 'Topic' }
    | { __typename: 'TransferredEvent' }
    | { __typename: 'Tree' }
    | { __typename: 'UnassignedEvent' }
    | { __typename: 'UnlabeledEvent' }
    | { __typename: 'UnlockedEvent' }
    | { __typename: 'UnmarkedAsDuplicateEvent' }
    | { __typename: 'UnpinnedEvent' }
    | { __typename: 'UnsubscribedEvent' }
    | { __typename: 'User' }
    | { __typename: 'UserBlockedEvent' }
    | { __typename: 'UserContentEdit' }
    | { __typename: 'UserList' }
    | { __typename: 'UserStatus' }
    | { __typename: 'VerifiableDomain' }
    | { __typename: 'Workflow' }
    | { __typename: 'WorkflowRun' }
    | { __typename: 'WorkflowRunFile' }
   | null> };

export type HistoryQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type HistoryQuery = { rateLimit: { cost: number, remaining: number } | null, nodes: Array<
    | { __typename: 'AddedToMergeQueueEvent' }
    | { __typename: 'AddedToProjectEvent' }
    | { __typename: 'App' }
    | { __typename: 'AssignedEvent' }
    | { __typename: 'AutoMergeDisabledEvent' }
    | { __typename: 'AutoMergeEnabledEvent' }
    | { __typename: 'AutoRebaseEnabledEvent' }
    | { __typename: 'AutoSquashEnabledEvent' }
    | { __typename: 'AutomaticBaseChangeFailedEvent' }
    | { __typename: 'AutomaticBaseChangeSucceededEvent' }
    | { __typename: 'BaseRefChangedEvent' }
    | { __typename: 'BaseRefDeletedEvent' }
    | { __typename: 'BaseRefForcePushedEvent' }
    | { __typename: 'Blob' }
    | { __typename: 'Bot' }
    | { __typename: 'BranchProtectionRule' }
    | { __typename: 'BypassForcePushAllowance' }
    | { __typename: 'BypassPullRequestAllowance' }
    | { __typename: 'CWE' }
    | { __typename: 'CheckRun' }
    | { __typename: 'CheckSuite' }
    | { __typename: 'ClosedEvent' }
    | { __typename: 'CodeOfConduct' }
    | { __typename: 'CommentDeletedEvent' }
    | { __typename: 'Commit' }
    | { __typename: 'CommitComment' }
    | { __typename: 'CommitCommentThread' }
    | { __typename: 'Comparison' }
    | { __typename: 'ConnectedEvent' }
    | { __typename: 'ConvertToDraftEvent' }
    | { __typename: 'ConvertedNoteToIssueEvent' }
    | { __typename: 'ConvertedToDiscussionEvent' }
    | { __typename: 'CrossReferencedEvent' }
    | { __typename: 'DemilestonedEvent' }
    | { __typename: 'DependencyGraphManifest' }
    | { __typename: 'DeployKey' }
    | { __typename: 'DeployedEvent' }
    | { __typename: 'Deployment' }
    | { __typename: 'DeploymentEnvironmentChangedEvent' }
    | { __typename: 'DeploymentReview' }
    | { __typename: 'DeploymentStatus' }
    | { __typename: 'DisconnectedEvent' }
    | { __typename: 'Discussion' }
    | { __typename: 'DiscussionCategory' }
    | { __typename: 'DiscussionComment' }
    | { __typename: 'DiscussionPoll' }
    | { __typename: 'DiscussionPollOption' }
    | { __typename: 'DraftIssue' }
    | { __typename: 'Enterprise' }
    | { __typename: 'EnterpriseAdministratorInvitation' }
    | { __typename: 'EnterpriseIdentityProvider' }
    | { __typename: 'EnterpriseMemberInvitation' }
    | { __typename: 'EnterpriseRepositoryInfo' }
    | { __typename: 'EnterpriseServerInstallation' }
    | { __typename: 'EnterpriseServerUserAccount' }
    | { __typename: 'EnterpriseServerUserAccountEmail' }
    | { __typename: 'EnterpriseServerUserAccountsUpload' }
    | { __typename: 'EnterpriseUserAccount' }
    | { __typename: 'Environment' }
    | { __typename: 'ExternalIdentity' }
    | { __typename: 'Gist' }
    | { __typename: 'GistComment' }
    | { __typename: 'HeadRefDeletedEvent' }
    | { __typename: 'HeadRefForcePushedEvent' }
    | { __typename: 'HeadRefRestoredEvent' }
    | { __typename: 'IpAllowListEntry' }
    | { __typename: 'Issue' }
    | { __typename: 'IssueComment' }
    | { __typename: 'Label' }
    | { __typename: 'LabeledEvent' }
    | { __typename: 'Language' }
    | { __typename: 'License' }
    | { __typename: 'LinkedBranch' }
    | { __typename: 'LockedEvent' }
    | { __typename: 'Mannequin' }
    | { __typename: 'MarkedAsDuplicateEvent' }
    | { __typename: 'MarketplaceCategory' }
    | { __typename: 'MarketplaceListing' }
    | { __typename: 'MemberFeatureRequestNotification' }
    | { __typename: 'MembersCanDeleteReposClearAuditEntry' }
    | { __typename: 'MembersCanDeleteReposDisableAuditEntry' }
    | { __typename: 'MembersCanDeleteReposEnableAuditEntry' }
    | { __typename: 'MentionedEvent' }
    | { __typename: 'MergeQueue' }
    | { __typename: 'MergeQueueEntry' }
    | { __typename: 'MergedEvent' }
    | { __typename: 'MigrationSource' }
    | { __typename: 'Milestone' }
    | { __typename: 'MilestonedEvent' }
    | { __typename: 'MovedColumnsInProjectEvent' }
    | { __typename: 'OIDCProvider' }
    | { __typename: 'OauthApplicationCreateAuditEntry' }
    | { __typename: 'OrgAddBillingManagerAuditEntry' }
    | { __typename: 'OrgAddMemberAuditEntry' }
    | { __typename: 'OrgBlockUserAuditEntry' }
    | { __typename: 'OrgConfigDisableCollaboratorsOnlyAuditEntry' }
    | { __typename: 'OrgConfigEnableCollaboratorsOnlyAuditEntry' }
    | { __typename: 'OrgCreateAuditEntry' }
    | { __typename: 'OrgDisableOauthAppRestrictionsAuditEntry' }
    | { __typename: 'OrgDisableSamlAuditEntry' }
    | { __typename: 'OrgDisableTwoFactorRequirementAuditEntry' }
    | { __typename: 'OrgEnableOauthAppRestrictionsAuditEntry' }
    | { __typename: 'OrgEnableSamlAuditEntry' }
    | { __typename: 'OrgEnableTwoFactorRequirementAuditEntry' }
    | { __typename: 'OrgInviteMemberAuditEntry' }
    | { __typename: 'OrgInviteToBusinessAuditEntry' }
    | { __typename: 'OrgOauthAppAccessApprovedAuditEntry' }
    | { __typename: 'OrgOauthAppAccessBlockedAuditEntry' }
    | { __typename: 'OrgOauthAppAccessDeniedAuditEntry' }
    | { __typename: 'OrgOauthAppAccessRequestedAuditEntry' }
    | { __typename: 'OrgOauthAppAccessUnblockedAuditEntry' }
    | { __typename: 'OrgRemoveBillingManagerAuditEntry' }
    | { __typename: 'OrgRemoveMemberAuditEntry' }
    | { __typename: 'OrgRemoveOutsideCollaboratorAuditEntry' }
    | { __typename: 'OrgRestoreMemberAuditEntry' }
    | { __typename: 'OrgUnblockUserAuditEntry' }
    | { __typename: 'OrgUpdateDefaultRepositoryPermissionAuditEntry' }
    | { __typename: 'OrgUpdateMemberAuditEntry' }
    | { __typename: 'OrgUpdateMemberRepositoryCreationPermissionAuditEntry' }
    | { __typename: 'OrgUpdateMemberRepositoryInvitationPermissionAuditEntry' }
    | { __typename: 'Organization' }
    | { __typename: 'OrganizationIdentityProvider' }
    | { __typename: 'OrganizationInvitation' }
    | { __typename: 'OrganizationMigration' }
    | { __typename: 'Package' }
    | { __typename: 'PackageFile' }
    | { __typename: 'PackageTag' }
    | { __typename: 'PackageVersion' }
    | { __typename: 'PinnedDiscussion' }
    | { __typename: 'PinnedEnvironment' }
    | { __typename: 'PinnedEvent' }
    | { __typename: 'PinnedIssue' }
    | { __typename: 'PrivateRepositoryForkingDisableAuditEntry' }
    | { __typename: 'PrivateRepositoryForkingEnableAuditEntry' }
    | { __typename: 'Project' }
    | { __typename: 'ProjectCard' }
    | { __typename: 'ProjectColumn' }
    | { __typename: 'ProjectV2' }
    | { __typename: 'ProjectV2Field' }
    | { __typename: 'ProjectV2Item' }
    | { __typename: 'ProjectV2ItemFieldDateValue' }
    | { __typename: 'ProjectV2ItemFieldIterationValue' }
    | { __typename: 'ProjectV2ItemFieldNumberValue' }
    | { __typename: 'ProjectV2ItemFieldSingleSelectValue' }
    | { __typename: 'ProjectV2ItemFieldTextValue' }
    | { __typename: 'ProjectV2IterationField' }
    | { __typename: 'ProjectV2SingleSelectField' }
    | { __typename: 'ProjectV2StatusUpdate' }
    | { __typename: 'ProjectV2View' }
    | { __typename: 'ProjectV2Workflow' }
    | { __typename: 'PublicKey' }
    | { __typename: 'PullRequest', id: string, number: number, title: string, body: string, state: PullRequestState, isDraft: boolean, createdAt: string, updatedAt: string, lastEditedAt: string | null, closedAt: string | null, baseRefName: string, headRefOid: string, reviewDecision: PullRequestReviewDecision | null, additions: number, deletions: number, changedFiles: number, labels: { nodes: Array<{ name: string } | null> | null } | null, files: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ path: string, additions: number, deletions: number, changeType: PatchStatus } | null> | null } | null, reviewRequests: { nodes: Array<{ requestedReviewer:
            | { __typename: 'Bot', login: string }
            | { __typename: 'Mannequin', login: string }
            | { __typename: 'Team', combinedSlug: string }
            | { __typename: 'User', login: string }
           | null } | null> | null } | null, reviews: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, state: PullRequestReviewState, authorCanPushToRepository: boolean, body: string, url: string, submittedAt: string | null, lastEditedAt: string | null, isMinimized: boolean, author:
            | { __typename: 'Bot', login: string }
            | { __typename: 'EnterpriseUserAccount', login: string }
            | { __typename: 'Mannequin', login: string }
            | { __typename: 'Organization', login: string }
            | { __typename: 'User', login: string }
           | null, editor:
            | { __typename: 'Bot', login: string }
            | { __typename: 'EnterpriseUserAccount', login: string }
            | { __typename: 'Mannequin', login: string }
            | { __typename: 'Organization', login: string }
            | { __typename: 'User', login: string }
           | null, onBehalfOf: { nodes: Array<{ combinedSlug: string } | null> | null }, reactionGroups: Array<{ content: ReactionContent, createdAt: string | null, viewerHasReacted: boolean }> | null } | null> | null } | null, reviewThreads: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, path: string, line: number | null, isResolved: boolean, isOutdated: boolean, resolvedBy: { login: string } | null, comments: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, fullDatabaseId: string | number | null, body: string, url: string, createdAt: string, lastEditedAt: string | null, isMinimized: boolean, author:
                | { __typename: 'Bot', login: string }
                | { __typename: 'EnterpriseUserAccount', login: string }
                | { __typename: 'Mannequin', login: string }
                | { __typename: 'Organization', login: string }
                | { __typename: 'User', login: string }
               | null, pullRequestReview: { id: string, authorCanPushToRepository: boolean } | null, editor:
                | { __typename: 'Bot', login: string }
                | { __typename: 'EnterpriseUserAccount', login: string }
                | { __typename: 'Mannequin', login: string }
                | { __typename: 'Organization', login: string }
                | { __typename: 'User', login: string }
               | null, reactionGroups: Array<{ content: ReactionContent, createdAt: string | null, viewerHasReacted: boolean }> | null } | null> | null } } | null> | null }, comments: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, fullDatabaseId: string | number | null, body: string, url: string, createdAt: string, lastEditedAt: string | null, isMinimized: boolean, author:
            | { __typename: 'Bot', login: string }
            | { __typename: 'EnterpriseUserAccount', login: string }
            | { __typename: 'Mannequin', login: string }
            | { __typename: 'Organization', login: string }
            | { __typename: 'User', login: string }
           | null, editor:
            | { __typename: 'Bot', login: string }
            | { __typename: 'EnterpriseUserAccount', login: string }
            | { __typename: 'Mannequin', login: string }
            | { __typename: 'Organization', login: string }
            | { __typename: 'User', login: string }
           | null, reactionGroups: Array<{ content: ReactionContent, createdAt: string | null, viewerHasReacted: boolean }> | null } | null> | null }, assignees: { nodes: Array<{ login: string } | null> | null }, timelineItems: { pageInfo: { hasPreviousPage: boolean, startCursor: string | null }, nodes: Array<
          | { __typename: 'AddedToMergeQueueEvent', id: string, createdAt: string, actor:
              | { __typename: 'Bot', login: string }
              | { __typename: 'EnterpriseUserAccount', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Organization', login: string }
              | { __typename: 'User', login: string }
             | null }
          | { __typename: 'AddedToProjectEvent' }
          | { __typename: 'AssignedEvent' }
          | { __typename: 'AutoMergeDisabledEvent' }
          | { __typename: 'AutoMergeEnabledEvent' }
          | { __typename: 'AutoRebaseEnabledEvent' }
          | { __typename: 'AutoSquashEnabledEvent' }
          | { __typename: 'AutomaticBaseChangeFailedEvent' }
          | { __typename: 'AutomaticBaseChangeSucceededEvent' }
          | { __typename: 'BaseRefChangedEvent' }
          | { __typename: 'BaseRefDeletedEvent' }
          | { __typename: 'BaseRefForcePushedEvent' }
          | { __typename: 'ClosedEvent', id: string, createdAt: string, actor:
              | { __typename: 'Bot', login: string }
              | { __typename: 'EnterpriseUserAccount', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Organization', login: string }
              | { __typename: 'User', login: string }
             | null }
          | { __typename: 'CommentDeletedEvent', id: string, createdAt: string, actor:
              | { __typename: 'Bot', login: string }
              | { __typename: 'EnterpriseUserAccount', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Organization', login: string }
              | { __typename: 'User', login: string }
             | null, deletedCommentAuthor:
              | { __typename: 'Bot', login: string }
              | { __typename: 'EnterpriseUserAccount', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Organization', login: string }
              | { __typename: 'User', login: string }
             | null }
          | { __typename: 'ConnectedEvent' }
          | { __typename: 'ConvertToDraftEvent', id: string, createdAt: string, actor:
              | { __typename: 'Bot', login: string }
              | { __typename: 'EnterpriseUserAccount', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Organization', login: string }
              | { __typename: 'User', login: string }
             | null }
          | { __typename: 'ConvertedNoteToIssueEvent' }
          | { __typename: 'ConvertedToDiscussionEvent' }
          | { __typename: 'CrossReferencedEvent' }
          | { __typename: 'DemilestonedEvent' }
          | { __typename: 'DeployedEvent' }
          | { __typename: 'DeploymentEnvironmentChangedEvent' }
          | { __typename: 'DisconnectedEvent' }
          | { __typename: 'HeadRefDeletedEvent' }
          | { __typename: 'HeadRefForcePushedEvent' }
          | { __typename: 'HeadRefRestoredEvent' }
          | { __typename: 'IssueComment' }
          | { __typename: 'LabeledEvent' }
          | { __typename: 'LockedEvent' }
          | { __typename: 'MarkedAsDuplicateEvent' }
          | { __typename: 'MentionedEvent' }
          | { __typename: 'MergedEvent' }
          | { __typename: 'MilestonedEvent' }
          | { __typename: 'MovedColumnsInProjectEvent' }
          | { __typename: 'PinnedEvent' }
          | { __typename: 'PullRequestCommit' }
          | { __typename: 'PullRequestCommitCommentThread' }
          | { __typename: 'PullRequestReview' }
          | { __typename: 'PullRequestReviewThread' }
          | { __typename: 'PullRequestRevisionMarker' }
          | { __typename: 'ReadyForReviewEvent', id: string, createdAt: string, actor:
              | { __typename: 'Bot', login: string }
              | { __typename: 'EnterpriseUserAccount', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Organization', login: string }
              | { __typename: 'User', login: string }
             | null }
          | { __typename: 'ReferencedEvent' }
          | { __typename: 'RemovedFromMergeQueueEvent', id: string, createdAt: string, reason: string | null, actor:
              | { __typename: 'Bot', login: string }
              | { __typename: 'EnterpriseUserAccount', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Organization', login: string }
              | { __typename: 'User', login: string }
             | null }
          | { __typename: 'RemovedFromProjectEvent' }
          | { __typename: 'RenamedTitleEvent' }
          | { __typename: 'ReopenedEvent', id: string, createdAt: string, actor:
              | { __typename: 'Bot', login: string }
              | { __typename: 'EnterpriseUserAccount', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Organization', login: string }
              | { __typename: 'User', login: string }
             | null }
          | { __typename: 'ReviewDismissedEvent', id: string, createdAt: string, previousReviewState: PullRequestReviewState, actor:
              | { __typename: 'Bot', login: string }
              | { __typename: 'EnterpriseUserAccount', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Organization', login: string }
              | { __typename: 'User', login: string }
             | null, review: { id: string } | null }
          | { __typename: 'ReviewRequestRemovedEvent', id: string, createdAt: string, actor:
              | { __typename: 'Bot', login: string }
              | { __typename: 'EnterpriseUserAccount', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Organization', login: string }
              | { __typename: 'User', login: string }
             | null, requestedReviewer:
              | { __typename: 'Bot', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Team', combinedSlug: string }
              | { __typename: 'User', login: string }
             | null }
          | { __typename: 'ReviewRequestedEvent', id: string, createdAt: string, actor:
              | { __typename: 'Bot', login: string }
              | { __typename: 'EnterpriseUserAccount', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Organization', login: string }
              | { __typename: 'User', login: string }
             | null, requestedReviewer:
              | { __typename: 'Bot', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Team', combinedSlug: string }
              | { __typename: 'User', login: string }
             | null }
          | { __typename: 'SubscribedEvent' }
          | { __typename: 'TransferredEvent' }
          | { __typename: 'UnassignedEvent' }
          | { __typename: 'UnlabeledEvent' }
          | { __typename: 'UnlockedEvent' }
          | { __typename: 'UnmarkedAsDuplicateEvent' }
          | { __typename: 'UnpinnedEvent' }
          | { __typename: 'UnsubscribedEvent' }
          | { __typename: 'UserBlockedEvent' }
         | null> | null }, forcePushes: { pageInfo: { hasPreviousPage: boolean }, nodes: Array<
          | { __typename: 'AddedToMergeQueueEvent' }
          | { __typename: 'AddedToProjectEvent' }
          | { __typename: 'AssignedEvent' }
          | { __typename: 'AutoMergeDisabledEvent' }
          | { __typename: 'AutoMergeEnabledEvent' }
          | { __typename: 'AutoRebaseEnabledEvent' }
          | { __typename: 'AutoSquashEnabledEvent' }
          | { __typename: 'AutomaticBaseChangeFailedEvent' }
          | { __typename: 'AutomaticBaseChangeSucceededEvent' }
          | { __typename: 'BaseRefChangedEvent' }
          | { __typename: 'BaseRefDeletedEvent' }
          | { __typename: 'BaseRefForcePushedEvent' }
          | { __typename: 'ClosedEvent' }
          | { __typename: 'CommentDeletedEvent' }
          | { __typename: 'ConnectedEvent' }
          | { __typename: 'ConvertToDraftEvent' }
          | { __typename: 'ConvertedNoteToIssueEvent' }
          | { __typename: 'ConvertedToDiscussionEvent' }
          | { __typename: 'CrossReferencedEvent' }
          | { __typename: 'DemilestonedEvent' }
          | { __typename: 'DeployedEvent' }
          | { __typename: 'DeploymentEnvironmentChangedEvent' }
          | { __typename: 'DisconnectedEvent' }
          | { __typename: 'HeadRefDeletedEvent' }
          | { __typename: 'HeadRefForcePushedEvent', id: string, createdAt: string, actor:
              | { __typename: 'Bot', login: string }
              | { __typename: 'EnterpriseUserAccount', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Organization', login: string }
              | { __typename: 'User', login: string }
             | null, beforeCommit: { oid: string, committedDate: string, author: { user: { login: string } | null } | null, parents: { totalCount: number } } | null }
          | { __typename: 'HeadRefRestoredEvent' }
          | { __typename: 'IssueComment' }
          | { __typename: 'LabeledEvent' }
          | { __typename: 'LockedEvent' }
          | { __typename: 'MarkedAsDuplicateEvent' }
          | { __typename: 'MentionedEvent' }
          | { __typename: 'MergedEvent' }
          | { __typename: 'MilestonedEvent' }
          | { __typename: 'MovedColumnsInProjectEvent' }
          | { __typename: 'PinnedEvent' }
          | { __typename: 'PullRequestCommit' }
          | { __typename: 'PullRequestCommitCommentThread' }
          | { __typename: 'PullRequestReview' }
          | { __typename: 'PullRequestReviewThread' }
          | { __typename: 'PullRequestRevisionMarker' }
          | { __typename: 'ReadyForReviewEvent' }
          | { __typename: 'ReferencedEvent' }
          | { __typename: 'RemovedFromMergeQueueEvent' }
          | { __typename: 'RemovedFromProjectEvent' }
          | { __typename: 'RenamedTitleEvent' }
          | { __typename: 'ReopenedEvent' }
          | { __typename: 'ReviewDismissedEvent' }
          | { __typename: 'ReviewRequestRemovedEvent' }
          | { __typename: 'ReviewRequestedEvent' }
          | { __typename: 'SubscribedEvent' }
          | { __typename: 'TransferredEvent' }
          | { __typename: 'UnassignedEvent' }
          | { __typename: 'UnlabeledEvent' }
          | { __typename: 'UnlockedEvent' }
          | { __typename: 'UnmarkedAsDuplicateEvent' }
          | { __typename: 'UnpinnedEvent' }
          | { __typename: 'UnsubscribedEvent' }
          | { __typename: 'UserBlockedEvent' }
         | null> | null }, commits: { pageInfo: { hasPreviousPage: boolean }, nodes: Array<{ commit: { oid: string, committedDate: string, author: { user: { login: string } | null } | null, parents: { totalCount: number } } } | null> | null }, author:
        | { __typename: 'Bot', login: string }
        | { __typename: 'EnterpriseUserAccount', login: string }
        | { __typename: 'Mannequin', login: string }
        | { __typename: 'Organization', login: string }
        | { __typename: 'User', login: string }
       | null, userContentEdits: { nodes: Array<{ editedAt: string, diff: string | null } | null> | null } | null }
    | { __typename: 'PullRequestCommit' }
    | { __typename: 'PullRequestCommitCommentThread' }
    | { __typename: 'PullRequestReview' }
    | { __typename: 'PullRequestReviewComment' }
    | { __typename: 'PullRequestReviewThread' }
    | { __typename: 'PullRequestThread' }
    | { __typename: 'Push' }
    | { __typename: 'PushAllowance' }
    | { __typename: 'Reaction' }
    | { __typename: 'ReadyForReviewEvent' }
    | { __typename: 'Ref' }
    | { __typename: 'ReferencedEvent' }
    | { __typename: 'Release' }
    | { __typename: 'ReleaseAsset' }
    | { __typename: 'RemovedFromMergeQueueEvent' }
    | { __typename: 'RemovedFromProjectEvent' }
    | { __typename: 'RenamedTitleEvent' }
    | { __typename: 'ReopenedEvent' }
    | { __typename: 'RepoAccessAuditEntry' }
    | { __typename: 'RepoAddMemberAuditEntry' }
    | { __typename: 'RepoAddTopicAuditEntry' }
    | { __typename: 'RepoArchivedAuditEntry' }
    | { __typename: 'RepoChangeMergeSettingAuditEntry' }
    | { __typename: 'RepoConfigDisableAnonymousGitAccessAuditEntry' }
    | { __typename: 'RepoConfigDisableCollaboratorsOnlyAuditEntry' }
    | { __typename: 'RepoConfigDisableContributorsOnlyAuditEntry' }
    | { __typename: 'RepoConfigDisableSockpuppetDisallowedAuditEntry' }
    | { __typename: 'RepoConfigEnableAnonymousGitAccessAuditEntry' }
    | { __typename: 'RepoConfigEnableCollaboratorsOnlyAuditEntry' }
    | { __typename: 'RepoConfigEnableContributorsOnlyAuditEntry' }
    | { __typename: 'RepoConfigEnableSockpuppetDisallowedAuditEntry' }
    | { __typename: 'RepoConfigLockAnonymousGitAccessAuditEntry' }
    | { __typename: 'RepoConfigUnlockAnonymousGitAccessAuditEntry' }
    | { __typename: 'RepoCreateAuditEntry' }
    | { __typename: 'RepoDestroyAuditEntry' }
    | { __typename: 'RepoRemoveMemberAuditEntry' }
    | { __typename: 'RepoRemoveTopicAuditEntry' }
    | { __typename: 'Repository' }
    | { __typename: 'RepositoryInvitation' }
    | { __typename: 'RepositoryMigration' }
    | { __typename: 'RepositoryRule' }
    | { __typename: 'RepositoryRuleset' }
    | { __typename: 'RepositoryRulesetBypassActor' }
    | { __typename: 'RepositoryTopic' }
    | { __typename: 'RepositoryVisibilityChangeDisableAuditEntry' }
    | { __typename: 'RepositoryVisibilityChangeEnableAuditEntry' }
    | { __typename: 'RepositoryVulnerabilityAlert' }
    | { __typename: 'ReviewDismissalAllowance' }
    | { __typename: 'ReviewDismissedEvent' }
    | { __typename: 'ReviewRequest' }
    | { __typename: 'ReviewRequestRemovedEvent' }
    | { __typename: 'ReviewRequestedEvent' }
    | { __typename: 'SavedReply' }
    | { __typename: 'SecurityAdvisory' }
    | { __typename: 'SponsorsActivity' }
    | { __typename: 'SponsorsListing' }
    | { __typename: 'SponsorsListingFeaturedItem' }
    | { __typename: 'SponsorsTier' }
    | { __typename: 'Sponsorship' }
    | { __typename: 'SponsorshipNewsletter' }
    | { __typename: 'Status' }
    | { __typename: 'StatusCheckRollup' }
    | { __typename: 'StatusContext' }
    | { __typename: 'SubscribedEvent' }
    | { __typename: 'Tag' }
    | { __typename: 'Team' }
    | { __typename: 'TeamAddMemberAuditEntry' }
    | { __typename: 'TeamAddRepositoryAuditEntry' }
    | { __typename: 'TeamChangeParentTeamAuditEntry' }
    | { __typename: 'TeamDiscussion' }
    | { __typename: 'TeamDiscussionComment' }
    | { __typename: 'TeamRemoveMemberAuditEntry' }
    | { __typename: 'TeamRemoveRepositoryAuditEntry' }
    | { __typename: 'Topic' }
    | { __typename: 'TransferredEvent' }
    | { __typename: 'Tree' }
    | { __typename: 'UnassignedEvent' }
    | { __typename: 'UnlabeledEvent' }
    | { __typename: 'UnlockedEvent' }
    | { __typename: 'UnmarkedAsDuplicateEvent' }
    | { __typename: 'UnpinnedEvent' }
    | { __typename: 'UnsubscribedEvent' }
    | { __typename: 'User' }
    | { __typename: 'UserBlockedEvent' }
    | { __typename: 'UserContentEdit' }
    | { __typename: 'UserList' }
    | { __typename: 'UserStatus' }
    | { __typename: 'VerifiableDomain' }
    | { __typename: 'Workflow' }
    | { __typename: 'WorkflowRun' }
    | { __typename: 'WorkflowRunFile' }
   | null> };

export type MergeGroupQueryVariables = Exact<{
  owner: string;
  name: string;
  headSha: string;
  baseConfig: string;
  suites?: CheckSuiteFilter | null | undefined;
  maxSuites?: number | null | undefined;
  asksWhose?: boolean | null | undefined;
}>;


export type MergeGroupQuery = { viewer?: { login: string }, repository: { visibility: RepositoryVisibility, defaultConfig:
      | { __typename: 'Blob', text: string | null }
      | { __typename: 'Commit' }
      | { __typename: 'Tag' }
      | { __typename: 'Tree' }
     | null, baseConfig:
      | { __typename: 'Blob', text: string | null }
      | { __typename: 'Commit' }
      | { __typename: 'Tag' }
      | { __typename: 'Tree' }
     | null, commit:
      | { __typename: 'Blob' }
      | { __typename: 'Commit', checkSuites: { nodes: Array<{ app: { slug: string } | null, checkRuns: { nodes: Array<{ databaseId: number | null, name: string, status: CheckStatusState, conclusion: CheckConclusionState | null, externalId: string | null } | null> | null } | null } | null> | null } | null }
      | { __typename: 'Tag' }
      | { __typename: 'Tree' }
     | null } | null, organisation: { visibility: RepositoryVisibility, config:
      | { __typename: 'Blob', text: string | null }
      | { __typename: 'Commit' }
      | { __typename: 'Tag' }
      | { __typename: 'Tree' }
     | null } | null };

export type MinimizeCommentMutationVariables = Exact<{
  subjectId: string | number;
}>;


export type MinimizeCommentMutation = { minimizeComment: { minimizedComment:
      | { isMinimized: boolean }
      | { isMinimized: boolean }
      | { isMinimized: boolean }
      | { isMinimized: boolean }
      | { isMinimized: boolean }
      | { isMinimized: boolean }
     | null } | null };

export type OpenPullRequestsQueryVariables = Exact<{
  owner: string;
  name: string;
  cursor?: string | null | undefined;
}>;


export type OpenPullRequestsQuery = { repository: { pullRequests: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ number: number, headRefOid: string, updatedAt: string } | null> | null } } | null };

export type PastPullRequestsQueryVariables = Exact<{
  owner: string;
  name: string;
  count: number;
}>;


export type PastPullRequestsQuery = { repository: { pullRequests: { nodes: Array<{ number: number, title: string, body: string, isDraft: boolean, createdAt: string, baseRefName: string, additions: number, deletions: number, changedFiles: number, author:
          | { __typename: 'Bot', login: string }
          | { __typename: 'EnterpriseUserAccount', login: string }
          | { __typename: 'Mannequin', login: string }
          | { __typename: 'Organization', login: string }
          | { __typename: 'User', login: string }
         | null, labels: { nodes: Array<{ name: string } | null> | null } | null, files: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ path: string, additions: number, deletions: number, changeType: PatchStatus } | null> | null } | null } | null> | null } } | null };

export type PullRequestBodyQueryVariables = Exact<{
  owner: string;
  name: string;
  number: number;
}>;


export type PullRequestBodyQuery = { repository: { pullRequest: { body: string } | null } | null };

export type PullRequestQueryVariables = Exact<{
  owner: string;
  name: string;
  number: number;
  headConfig: string;
  suites?: CheckSuiteFilter | null | undefined;
  maxSuites?: number | null | undefined;
  asksWhose?: boolean | null | undefined;
}>;


export type PullRequestQuery = { viewer?: { login: string }, repository: { databaseId: number | null, name: string, visibility: RepositoryVisibility, isArchived: boolean, owner:
      | { login: string }
      | { login: string }
    , defaultBranchRef: { name: string } | null, defaultHead:
      | { oid: string }
      | { oid: string }
      | { oid: string }
      | { oid: string }
     | null, defaultConfig:
      | { __typename: 'Blob', text: string | null }
      | { __typename: 'Commit' }
      | { __typename: 'Tag' }
      | { __typename: 'Tree' }
     | null, headConfig:
      | { __typename: 'Blob', text: string | null }
      | { __typename: 'Commit' }
      | { __typename: 'Tag' }
      | { __typename: 'Tree' }
     | null, gitattributes:
      | { __typename: 'Blob', text: string | null }
      | { __typename: 'Commit' }
      | { __typename: 'Tag' }
      | { __typename: 'Tree' }
     | null, pullRequestTemplates: Array<{ body: string | null }> | null, labels: { nodes: Array<{ name: string } | null> | null } | null, pullRequest: { url: string, isCrossRepository: boolean, isInMergeQueue: boolean, mergeable: MergeableState, id: string, number: number, title: string, body: string, state: PullRequestState, isDraft: boolean, createdAt: string, updatedAt: string, lastEditedAt: string | null, closedAt: string | null, baseRefName: string, headRefOid: string, reviewDecision: PullRequestReviewDecision | null, additions: number, deletions: number, changedFiles: number, baseRef: { target:
          | { __typename: 'Blob', oid: string }
          | { __typename: 'Commit', oid: string, file: { object:
                | { __typename: 'Blob', text: string | null }
                | { __typename: 'Commit' }
                | { __typename: 'Tag' }
                | { __typename: 'Tree' }
               | null } | null }
          | { __typename: 'Tag', oid: string }
          | { __typename: 'Tree', oid: string }
         | null } | null, labels: { nodes: Array<{ name: string } | null> | null } | null, files: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ path: string, additions: number, deletions: number, changeType: PatchStatus } | null> | null } | null, reviewRequests: { nodes: Array<{ requestedReviewer:
            | { __typename: 'Bot', login: string }
            | { __typename: 'Mannequin', login: string }
            | { __typename: 'Team', combinedSlug: string }
            | { __typename: 'User', login: string }
           | null } | null> | null } | null, reviews: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, state: PullRequestReviewState, authorCanPushToRepository: boolean, body: string, url: string, submittedAt: string | null, lastEditedAt: string | null, isMinimized: boolean, author:
            | { __typename: 'Bot', login: string }
            | { __typename: 'EnterpriseUserAccount', login: string }
            | { __typename: 'Mannequin', login: string }
            | { __typename: 'Organization', login: string }
            | { __typename: 'User', login: string }
           | null, editor:
            | { __typename: 'Bot', login: string }
            | { __typename: 'EnterpriseUserAccount', login: string }
            | { __typename: 'Mannequin', login: string }
            | { __typename: 'Organization', login: string }
            | { __typename: 'User', login: string }
           | null, onBehalfOf: { nodes: Array<{ combinedSlug: string } | null> | null }, reactionGroups: Array<{ content: ReactionContent, createdAt: string | null, viewerHasReacted: boolean }> | null } | null> | null } | null, reviewThreads: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, path: string, line: number | null, isResolved: boolean, isOutdated: boolean, resolvedBy: { login: string } | null, comments: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, fullDatabaseId: string | number | null, body: string, url: string, createdAt: string, lastEditedAt: string | null, isMinimized: boolean, author:
                | { __typename: 'Bot', login: string }
                | { __typename: 'EnterpriseUserAccount', login: string }
                | { __typename: 'Mannequin', login: string }
                | { __typename: 'Organization', login: string }
                | { __typename: 'User', login: string }
               | null, pullRequestReview: { id: string, authorCanPushToRepository: boolean } | null, editor:
                | { __typename: 'Bot', login: string }
                | { __typename: 'EnterpriseUserAccount', login: string }
                | { __typename: 'Mannequin', login: string }
                | { __typename: 'Organization', login: string }
                | { __typename: 'User', login: string }
               | null, reactionGroups: Array<{ content: ReactionContent, createdAt: string | null, viewerHasReacted: boolean }> | null } | null> | null } } | null> | null }, comments: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, fullDatabaseId: string | number | null, body: string, url: string, createdAt: string, lastEditedAt: string | null, isMinimized: boolean, author:
            | { __typename: 'Bot', login: string }
            | { __typename: 'EnterpriseUserAccount', login: string }
            | { __typename: 'Mannequin', login: string }
            | { __typename: 'Organization', login: string }
            | { __typename: 'User', login: string }
           | null, editor:
            | { __typename: 'Bot', login: string }
            | { __typename: 'EnterpriseUserAccount', login: string }
            | { __typename: 'Mannequin', login: string }
            | { __typename: 'Organization', login: string }
            | { __typename: 'User', login: string }
           | null, reactionGroups: Array<{ content: ReactionContent, createdAt: string | null, viewerHasReacted: boolean }> | null } | null> | null }, assignees: { nodes: Array<{ login: string } | null> | null }, timelineItems: { pageInfo: { hasPreviousPage: boolean, startCursor: string | null }, nodes: Array<
          | { __typename: 'AddedToMergeQueueEvent', id: string, createdAt: string, actor:
              | { __typename: 'Bot', login: string }
              | { __typename: 'EnterpriseUserAccount', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Organization', login: string }
              | { __typename: 'User', login: string }
             | null }
          | { __typename: 'AddedToProjectEvent' }
          | { __typename: 'AssignedEvent' }
          | { __typename: 'AutoMergeDisabledEvent' }
          | { __typename: 'AutoMergeEnabledEvent' }
          | { __typename: 'AutoRebaseEnabledEvent' }
          | { __typename: 'AutoSquashEnabledEvent' }
          | { __typename: 'AutomaticBaseChangeFailedEvent' }
          | { __typename: 'AutomaticBaseChangeSucceededEvent' }
          | { __typename: 'BaseRefChangedEvent' }
          | { __typename: 'BaseRefDeletedEvent' }
          | { __typename: 'BaseRefForcePushedEvent' }
          | { __typename: 'ClosedEvent', id: string, createdAt: string, actor:
              | { __typename: 'Bot', login: string }
              | { __typename: 'EnterpriseUserAccount', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Organization', login: string }
              | { __typename: 'User', login: string }
             | null }
          | { __typename: 'CommentDeletedEvent', id: string, createdAt: string, actor:
              | { __typename: 'Bot', login: string }
              | { __typename: 'EnterpriseUserAccount', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Organization', login: string }
              | { __typename: 'User', login: string }
             | null, deletedCommentAuthor:
              | { __typename: 'Bot', login: string }
              | { __typename: 'EnterpriseUserAccount', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Organization', login: string }
              | { __typename: 'User', login: string }
             | null }
          | { __typename: 'ConnectedEvent' }
          | { __typename: 'ConvertToDraftEvent', id: string, createdAt: string, actor:
              | { __typename: 'Bot', login: string }
              | { __typename: 'EnterpriseUserAccount', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Organization', login: string }
              | { __typename: 'User', login: string }
             | null }
          | { __typename: 'ConvertedNoteToIssueEvent' }
          | { __typename: 'ConvertedToDiscussionEvent' }
          | { __typename: 'CrossReferencedEvent' }
          | { __typename: 'DemilestonedEvent' }
          | { __typename: 'DeployedEvent' }
          | { __typename: 'DeploymentEnvironmentChangedEvent' }
          | { __typename: 'DisconnectedEvent' }
          | { __typename: 'HeadRefDeletedEvent' }
          | { __typename: 'HeadRefForcePushedEvent' }
          | { __typename: 'HeadRefRestoredEvent' }
          | { __typename: 'IssueComment' }
          | { __typename: 'LabeledEvent' }
          | { __typename: 'LockedEvent' }
          | { __typename: 'MarkedAsDuplicateEvent' }
          | { __typename: 'MentionedEvent' }
          | { __typename: 'MergedEvent' }
          | { __typename: 'MilestonedEvent' }
          | { __typename: 'MovedColumnsInProjectEvent' }
          | { __typename: 'PinnedEvent' }
          | { __typename: 'PullRequestCommit' }
          | { __typename: 'PullRequestCommitCommentThread' }
          | { __typename: 'PullRequestReview' }
          | { __typename: 'PullRequestReviewThread' }
          | { __typename: 'PullRequestRevisionMarker' }
          | { __typename: 'ReadyForReviewEvent', id: string, createdAt: string, actor:
              | { __typename: 'Bot', login: string }
              | { __typename: 'EnterpriseUserAccount', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Organization', login: string }
              | { __typename: 'User', login: string }
             | null }
          | { __typename: 'ReferencedEvent' }
          | { __typename: 'RemovedFromMergeQueueEvent', id: string, createdAt: string, reason: string | null, actor:
              | { __typename: 'Bot', login: string }
              | { __typename: 'EnterpriseUserAccount', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Organization', login: string }
              | { __typename: 'User', login: string }
             | null }
          | { __typename: 'RemovedFromProjectEvent' }
          | { __typename: 'RenamedTitleEvent' }
          | { __typename: 'ReopenedEvent', id: string, createdAt: string, actor:
              | { __typename: 'Bot', login: string }
              | { __typename: 'EnterpriseUserAccount', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Organization', login: string }
              | { __typename: 'User', login: string }
             | null }
          | { __typename: 'ReviewDismissedEvent', id: string, createdAt: string, previousReviewState: PullRequestReviewState, actor:
              | { __typename: 'Bot', login: string }
              | { __typename: 'EnterpriseUserAccount', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Organization', login: string }
              | { __typename: 'User', login: string }
             | null, review: { id: string } | null }
          | { __typename: 'ReviewRequestRemovedEvent', id: string, createdAt: string, actor:
              | { __typename: 'Bot', login: string }
              | { __typename: 'EnterpriseUserAccount', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Organization', login: string }
              | { __typename: 'User', login: string }
             | null, requestedReviewer:
              | { __typename: 'Bot', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Team', combinedSlug: string }
              | { __typename: 'User', login: string }
             | null }
          | { __typename: 'ReviewRequestedEvent', id: string, createdAt: string, actor:
              | { __typename: 'Bot', login: string }
              | { __typename: 'EnterpriseUserAccount', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Organization', login: string }
              | { __typename: 'User', login: string }
             | null, requestedReviewer:
              | { __typename: 'Bot', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Team', combinedSlug: string }
              | { __typename: 'User', login: string }
             | null }
          | { __typename: 'SubscribedEvent' }
          | { __typename: 'TransferredEvent' }
          | { __typename: 'UnassignedEvent' }
          | { __typename: 'UnlabeledEvent' }
          | { __typename: 'UnlockedEvent' }
          | { __typename: 'UnmarkedAsDuplicateEvent' }
          | { __typename: 'UnpinnedEvent' }
          | { __typename: 'UnsubscribedEvent' }
          | { __typename: 'UserBlockedEvent' }
         | null> | null }, labelEvents: { pageInfo: { hasPreviousPage: boolean, startCursor: string | null }, nodes: Array<
          | { __typename: 'AddedToMergeQueueEvent' }
          | { __typename: 'AddedToProjectEvent' }
          | { __typename: 'AssignedEvent' }
          | { __typename: 'AutoMergeDisabledEvent' }
          | { __typename: 'AutoMergeEnabledEvent' }
          | { __typename: 'AutoRebaseEnabledEvent' }
          | { __typename: 'AutoSquashEnabledEvent' }
          | { __typename: 'AutomaticBaseChangeFailedEvent' }
          | { __typename: 'AutomaticBaseChangeSucceededEvent' }
          | { __typename: 'BaseRefChangedEvent' }
          | { __typename: 'BaseRefDeletedEvent' }
          | { __typename: 'BaseRefForcePushedEvent' }
          | { __typename: 'ClosedEvent' }
          | { __typename: 'CommentDeletedEvent' }
          | { __typename: 'ConnectedEvent' }
          | { __typename: 'ConvertToDraftEvent' }
          | { __typename: 'ConvertedNoteToIssueEvent' }
          | { __typename: 'ConvertedToDiscussionEvent' }
          | { __typename: 'CrossReferencedEvent' }
          | { __typename: 'DemilestonedEvent' }
          | { __typename: 'DeployedEvent' }
          | { __typename: 'DeploymentEnvironmentChangedEvent' }
          | { __typename: 'DisconnectedEvent' }
          | { __typename: 'HeadRefDeletedEvent' }
          | { __typename: 'HeadRefForcePushedEvent' }
          | { __typename: 'HeadRefRestoredEvent' }
          | { __typename: 'IssueComment' }
          | { __typename: 'LabeledEvent', id: string, createdAt: string, actor:
              | { __typename: 'Bot', login: string }
              | { __typename: 'EnterpriseUserAccount', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Organization', login: string }
              | { __typename: 'User', login: string }
             | null, label: { name: string } }
          | { __typename: 'LockedEvent' }
          | { __typename: 'MarkedAsDuplicateEvent' }
          | { __typename: 'MentionedEvent' }
          | { __typename: 'MergedEvent' }
          | { __typename: 'MilestonedEvent' }
          | { __typename: 'MovedColumnsInProjectEvent' }
          | { __typename: 'PinnedEvent' }
          | { __typename: 'PullRequestCommit' }
          | { __typename: 'PullRequestCommitCommentThread' }
          | { __typename: 'PullRequestReview' }
          | { __typename: 'PullRequestReviewThread' }
          | { __typename: 'PullRequestRevisionMarker' }
          | { __typename: 'ReadyForReviewEvent' }
          | { __typename: 'ReferencedEvent' }
          | { __typename: 'RemovedFromMergeQueueEvent' }
          | { __typename: 'RemovedFromProjectEvent' }
          | { __typename: 'RenamedTitleEvent' }
          | { __typename: 'ReopenedEvent' }
          | { __typename: 'ReviewDismissedEvent' }
          | { __typename: 'ReviewRequestRemovedEvent' }
          | { __typename: 'ReviewRequestedEvent' }
          | { __typename: 'SubscribedEvent' }
          | { __typename: 'TransferredEvent' }
          | { __typename: 'UnassignedEvent' }
          | { __typename: 'UnlabeledEvent', id: string, createdAt: string, actor:
              | { __typename: 'Bot', login: string }
              | { __typename: 'EnterpriseUserAccount', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Organization', login: string }
              | { __typename: 'User', login: string }
             | null, label: { name: string } }
          | { __typename: 'UnlockedEvent' }
          | { __typename: 'UnmarkedAsDuplicateEvent' }
          | { __typename: 'UnpinnedEvent' }
          | { __typename: 'UnsubscribedEvent' }
          | { __typename: 'UserBlockedEvent' }
         | null> | null }, forcePushes: { nodes: Array<
          | { __typename: 'AddedToMergeQueueEvent' }
          | { __typename: 'AddedToProjectEvent' }
          | { __typename: 'AssignedEvent' }
          | { __typename: 'AutoMergeDisabledEvent' }
          | { __typename: 'AutoMergeEnabledEvent' }
          | { __typename: 'AutoRebaseEnabledEvent' }
          | { __typename: 'AutoSquashEnabledEvent' }
          | { __typename: 'AutomaticBaseChangeFailedEvent' }
          | { __typename: 'AutomaticBaseChangeSucceededEvent' }
          | { __typename: 'BaseRefChangedEvent' }
          | { __typename: 'BaseRefDeletedEvent' }
          | { __typename: 'BaseRefForcePushedEvent' }
          | { __typename: 'ClosedEvent' }
          | { __typename: 'CommentDeletedEvent' }
          | { __typename: 'ConnectedEvent' }
          | { __typename: 'ConvertToDraftEvent' }
          | { __typename: 'ConvertedNoteToIssueEvent' }
          | { __typename: 'ConvertedToDiscussionEvent' }
          | { __typename: 'CrossReferencedEvent' }
          | { __typename: 'DemilestonedEvent' }
          | { __typename: 'DeployedEvent' }
          | { __typename: 'DeploymentEnvironmentChangedEvent' }
          | { __typename: 'DisconnectedEvent' }
          | { __typename: 'HeadRefDeletedEvent' }
          | { __typename: 'HeadRefForcePushedEvent', id: string, createdAt: string, actor:
              | { __typename: 'Bot', login: string }
              | { __typename: 'EnterpriseUserAccount', login: string }
              | { __typename: 'Mannequin', login: string }
              | { __typename: 'Organization', login: string }
              | { __typename: 'User', login: string }
             | null, beforeCommit: { oid: string, committedDate: string, checkSuites: { nodes: Array<{ createdAt: string } | null> | null } | null, author: { user: { login: string } | null } | null, parents: { totalCount: number } } | null }
          | { __typename: 'HeadRefRestoredEvent' }
          | { __typename: 'IssueComment' }
          | { __typename: 'LabeledEvent' }
          | { __typename: 'LockedEvent' }
          | { __typename: 'MarkedAsDuplicateEvent' }
          | { __typename: 'MentionedEvent' }
          | { __typename: 'MergedEvent' }
          | { __typename: 'MilestonedEvent' }
          | { __typename: 'MovedColumnsInProjectEvent' }
          | { __typename: 'PinnedEvent' }
          | { __typename: 'PullRequestCommit' }
          | { __typename: 'PullRequestCommitCommentThread' }
          | { __typename: 'PullRequestReview' }
          | { __typename: 'PullRequestReviewThread' }
          | { __typename: 'PullRequestRevisionMarker' }
          | { __typename: 'ReadyForReviewEvent' }
          | { __typename: 'ReferencedEvent' }
          | { __typename: 'RemovedFromMergeQueueEvent' }
          | { __typename: 'RemovedFromProjectEvent' }
          | { __typename: 'RenamedTitleEvent' }
          | { __typename: 'ReopenedEvent' }
          | { __typename: 'ReviewDismissedEvent' }
          | { __typename: 'ReviewRequestRemovedEvent' }
          | { __typename: 'ReviewRequestedEvent' }
          | { __typename: 'SubscribedEvent' }
          | { __typename: 'TransferredEvent' }
          | { __typename: 'UnassignedEvent' }
          | { __typename: 'UnlabeledEvent' }
          | { __typename: 'UnlockedEvent' }
          | { __typename: 'UnmarkedAsDuplicateEvent' }
          | { __typename: 'UnpinnedEvent' }
          | { __typename: 'UnsubscribedEvent' }
          | { __typename: 'UserBlockedEvent' }
         | null> | null }, commits: { nodes: Array<{ commit: { oid: string, committedDate: string, checkSuites: { nodes: Array<{ createdAt: string } | null> | null } | null, author: { user: { login: string } | null } | null, parents: { totalCount: number } } } | null> | null }, headCommit: { nodes: Array<{ commit: { oid: string, statusCheckRollup: { state: StatusState } | null, checkSuites: { nodes: Array<{ app: { slug: string } | null, checkRuns: { nodes: Array<{ databaseId: number | null, name: string, status: CheckStatusState, conclusion: CheckConclusionState | null, externalId: string | null } | null> | null } | null } | null> | null } | null } } | null> | null }, author:
        | { __typename: 'Bot', login: string }
        | { __typename: 'EnterpriseUserAccount', login: string }
        | { __typename: 'Mannequin', login: string }
        | { __typename: 'Organization', login: string }
        | { __typename: 'User', login: string }
       | null } | null, openPullRequests: { pageInfo: { hasNextPage: boolean }, nodes: Array<{ number: number, headRefOid: string, updatedAt: string } | null> | null } } | null, organisation: { visibility: RepositoryVisibility, defaultBranchRef: { name: string } | null, defaultHead:
      | { oid: string }
      | { oid: string }
      | { oid: string }
      | { oid: string }
     | null, config:
      | { __typename: 'Blob', text: string | null }
      | { __typename: 'Commit' }
      | { __typename: 'Tag' }
      | { __typename: 'Tree' }
     | null } | null };

export type RecentPullRequestsQueryVariables = Exact<{
  owner: string;
  name: string;
  count: number;
  cursor?: string | null | undefined;
}>;


export type RecentPullRequestsQuery = { repository: { databaseId: number | null, pullRequests: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ number: number } | null> | null } } | null };

export type RepositoryLabelsQueryVariables = Exact<{
  owner: string;
  name: string;
  cursor?: string | null | undefined;
}>;


export type RepositoryLabelsQuery = { repository: { visibility: RepositoryVisibility, defaultConfig:
      | { __typename: 'Blob', text: string | null }
      | { __typename: 'Commit' }
      | { __typename: 'Tag' }
      | { __typename: 'Tree' }
     | null, labels: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ name: string, description: string | null } | null> | null } | null } | null, organisation: { visibility: RepositoryVisibility, config:
      | { __typename: 'Blob', text: string | null }
      | { __typename: 'Commit' }
      | { __typename: 'Tag' }
      | { __typename: 'Tree' }
     | null } | null };

export type SweepQueryVariables = Exact<{
  owner: string;
  name: string;
  cursor?: string | null | undefined;
}>;


export type SweepQuery = { repository: { pullRequests: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ number: number, updatedAt: string, isDraft: boolean, reviewRequests: { totalCount: number } | null, reviews: { totalCount: number } | null } | null> | null } } | null };

export type TimelinePageFragment = { pageInfo: { hasPreviousPage: boolean, startCursor: string | null }, nodes: Array<
    | { __typename: 'AddedToMergeQueueEvent', id: string, createdAt: string, actor:
        | { __typename: 'Bot', login: string }
        | { __typename: 'EnterpriseUserAccount', login: string }
        | { __typename: 'Mannequin', login: string }
        | { __typename: 'Organization', login: string }
        | { __typename: 'User', login: string }
       | null }
    | { __typename: 'AddedToProjectEvent' }
    | { __typename: 'AssignedEvent' }
    | { __typename: 'AutoMergeDisabledEvent' }
    | { __typename: 'AutoMergeEnabledEvent' }
    | { __typename: 'AutoRebaseEnabledEvent' }
    | { __typename: 'AutoSquashEnabledEvent' }
    | { __typename: 'AutomaticBaseChangeFailedEvent' }
    | { __typename: 'AutomaticBaseChangeSucceededEvent' }
    | { __typename: 'BaseRefChangedEvent' }
    | { __typename: 'BaseRefDeletedEvent' }
    | { __typename: 'BaseRefForcePushedEvent' }
    | { __typename: 'ClosedEvent', id: string, createdAt: string, actor:
        | { __typename: 'Bot', login: string }
        | { __typename: 'EnterpriseUserAccount', login: string }
        | { __typename: 'Mannequin', login: string }
        | { __typename: 'Organization', login: string }
        | { __typename: 'User', login: string }
       | null }
    | { __typename: 'CommentDeletedEvent', id: string, createdAt: string, actor:
        | { __typename: 'Bot', login: string }
        | { __typename: 'EnterpriseUserAccount', login: string }
        | { __typename: 'Mannequin', login: string }
        | { __typename: 'Organization', login: string }
        | { __typename: 'User', login: string }
       | null, deletedCommentAuthor:
        | { __typename: 'Bot', login: string }
        | { __typename: 'EnterpriseUserAccount', login: string }
        | { __typename: 'Mannequin', login: string }
        | { __typename: 'Organization', login: string }
        | { __typename: 'User', login: string }
       | null }
    | { __typename: 'ConnectedEvent' }
    | { __typename: 'ConvertToDraftEvent', id: string, createdAt: string, actor:
        | { __typename: 'Bot', login: string }
        | { __typename: 'EnterpriseUserAccount', login: string }
        | { __typename: 'Mannequin', login: string }
        | { __typename: 'Organization', login: string }
        | { __typename: 'User', login: string }
       | null }
    | { __typename: 'ConvertedNoteToIssueEvent' }
    | { __typename: 'ConvertedToDiscussionEvent' }
    | { __typename: 'CrossReferencedEvent' }
    | { __typename: 'DemilestonedEvent' }
    | { __typename: 'DeployedEvent' }
    | { __typename: 'DeploymentEnvironmentChangedEvent' }
    | { __typename: 'DisconnectedEvent' }
    | { __typename: 'HeadRefDeletedEvent' }
    | { __typename: 'HeadRefForcePushedEvent' }
    | { __typename: 'HeadRefRestoredEvent' }
    | { __typename: 'IssueComment' }
    | { __typename: 'LabeledEvent' }
    | { __typename: 'LockedEvent' }
    | { __typename: 'MarkedAsDuplicateEvent' }
    | { __typename: 'MentionedEvent' }
    | { __typename: 'MergedEvent' }
    | { __typename: 'MilestonedEvent' }
    | { __typename: 'MovedColumnsInProjectEvent' }
    | { __typename: 'PinnedEvent' }
    | { __typename: 'PullRequestCommit' }
    | { __typename: 'PullRequestCommitCommentThread' }
    | { __typename: 'PullRequestReview' }
    | { __typename: 'PullRequestReviewThread' }
    | { __typename: 'PullRequestRevisionMarker' }
    | { __typename: 'ReadyForReviewEvent', id: string, createdAt: string, actor:
        | { __typename: 'Bot', login: string }
        | { __typename: 'EnterpriseUserAccount', login: string }
        | { __typename: 'Mannequin', login: string }
        | { __typename: 'Organization', login: string }
        | { __typename: 'User', login: string }
       | null }
    | { __typename: 'ReferencedEvent' }
    | { __typename: 'RemovedFromMergeQueueEvent', id: string, createdAt: string, reason: string | null, actor:
        | { __typename: 'Bot', login: string }
        | { __typename: 'EnterpriseUserAccount', login: string }
        | { __typename: 'Mannequin', login: string }
        | { __typename: 'Organization', login: string }
        | { __typename: 'User', login: string }
       | null }
    | { __typename: 'RemovedFromProjectEvent' }
    | { __typename: 'RenamedTitleEvent' }
    | { __typename: 'ReopenedEvent', id: string, createdAt: string, actor:
        | { __typename: 'Bot', login: string }
        | { __typename: 'EnterpriseUserAccount', login: string }
        | { __typename: 'Mannequin', login: string }
        | { __typename: 'Organization', login: string }
        | { __typename: 'User', login: string }
       | null }
    | { __typename: 'ReviewDismissedEvent', id: string, createdAt: string, previousReviewState: PullRequestReviewState, actor:
        | { __typename: 'Bot', login: string }
        | { __typename: 'EnterpriseUserAccount', login: string }
        | { __typename: 'Mannequin', login: string }
        | { __typename: 'Organization', login: string }
        | { __typename: 'User', login: string }
       | null, review: { id: string } | null }
    | { __typename: 'ReviewRequestRemovedEvent', id: string, createdAt: string, actor:
        | { __typename: 'Bot', login: string }
        | { __typename: 'EnterpriseUserAccount', login: string }
        | { __typename: 'Mannequin', login: string }
        | { __typename: 'Organization', login: string }
        | { __typename: 'User', login: string }
       | null, requestedReviewer:
        | { __typename: 'Bot', login: string }
        | { __typename: 'Mannequin', login: string }
        | { __typename: 'Team', combinedSlug: string }
        | { __typename: 'User', login: string }
       | null }
    | { __typename: 'ReviewRequestedEvent', id: string, createdAt: string, actor:
        | { __typename: 'Bot', login: string }
        | { __typename: 'EnterpriseUserAccount', login: string }
        | { __typename: 'Mannequin', login: string }
        | { __typename: 'Organization', login: string }
        | { __typename: 'User', login: string }
       | null, requestedReviewer:
        | { __typename: 'Bot', login: string }
        | { __typename: 'Mannequin', login: string }
        | { __typename: 'Team', combinedSlug: string }
        | { __typename: 'User', login: string }
       | null }
    | { __typename: 'SubscribedEvent' }
    | { __typename: 'TransferredEvent' }
    | { __typename: 'UnassignedEvent' }
    | { __typename: 'UnlabeledEvent' }
    | { __typename: 'UnlockedEvent' }
    | { __typename: 'UnmarkedAsDuplicateEvent' }
    | { __typename: 'UnpinnedEvent' }
    | { __typename: 'UnsubscribedEvent' }
    | { __typename: 'UserBlockedEvent' }
   | null> | null };

export type LabelEventsPageFragment = { pageInfo: { hasPreviousPage: boolean, startCursor: string | null }, nodes: Array<
    | { __typename: 'AddedToMergeQueueEvent' }
    | { __typename: 'AddedToProjectEvent' }
    | { __typename: 'AssignedEvent' }
    | { __typename: 'AutoMergeDisabledEvent' }
    | { __typename: 'AutoMergeEnabledEvent' }
    | { __typename: 'AutoRebaseEnabledEvent' }
    | { __typename: 'AutoSquashEnabledEvent' }
    | { __typename: 'AutomaticBaseChangeFailedEvent' }
    | { __typename: 'AutomaticBaseChangeSucceededEvent' }
    | { __typename: 'BaseRefChangedEvent' }
    | { __typename: 'BaseRefDeletedEvent' }
    | { __typename: 'BaseRefForcePushedEvent' }
    | { __typename: 'ClosedEvent' }
    | { __typename: 'CommentDeletedEvent' }
    | { __typename: 'ConnectedEvent' }
    | { __typename: 'ConvertToDraftEvent' }
    | { __typename: 'ConvertedNoteToIssueEvent' }
    | { __typename: 'ConvertedToDiscussionEvent' }
    | { __typename: 'CrossReferencedEvent' }
    | { __typename: 'DemilestonedEvent' }
    | { __typename: 'DeployedEvent' }
    | { __typename: 'DeploymentEnvironmentChangedEvent' }
    | { __typename: 'DisconnectedEvent' }
    | { __typename: 'HeadRefDeletedEvent' }
    | { __typename: 'HeadRefForcePushedEvent' }
    | { __typename: 'HeadRefRestoredEvent' }
    | { __typename: 'IssueComment' }
    | { __typename: 'LabeledEvent', id: string, createdAt: string, actor:
        | { __typename: 'Bot', login: string }
        | { __typename: 'EnterpriseUserAccount', login: string }
        | { __typename: 'Mannequin', login: string }
        | { __typename: 'Organization', login: string }
        | { __typename: 'User', login: string }
       | null, label: { name: string } }
    | { __typename: 'LockedEvent' }
    | { __typename: 'MarkedAsDuplicateEvent' }
    | { __typename: 'MentionedEvent' }
    | { __typename: 'MergedEvent' }
    | { __typename: 'MilestonedEvent' }
    | { __typename: 'MovedColumnsInProjectEvent' }
    | { __typename: 'PinnedEvent' }
    | { __typename: 'PullRequestCommit' }
    | { __typename: 'PullRequestCommitCommentThread' }
    | { __typename: 'PullRequestReview' }
    | { __typename: 'PullRequestReviewThread' }
    | { __typename: 'PullRequestRevisionMarker' }
    | { __typename: 'ReadyForReviewEvent' }
    | { __typename: 'ReferencedEvent' }
    | { __typename: 'RemovedFromMergeQueueEvent' }
    | { __typename: 'RemovedFromProjectEvent' }
    | { __typename: 'RenamedTitleEvent' }
    | { __typename: 'ReopenedEvent' }
    | { __typename: 'ReviewDismissedEvent' }
    | { __typename: 'ReviewRequestRemovedEvent' }
    | { __typename: 'ReviewRequestedEvent' }
    | { __typename: 'SubscribedEvent' }
    | { __typename: 'TransferredEvent' }
    | { __typename: 'UnassignedEvent' }
    | { __typename: 'UnlabeledEvent', id: string, createdAt: string, actor:
        | { __typename: 'Bot', login: string }
        | { __typename: 'EnterpriseUserAccount', login: string }
        | { __typename: 'Mannequin', login: string }
        | { __typename: 'Organization', login: string }
        | { __typename: 'User', login: string }
       | null, label: { name: string } }
    | { __typename: 'UnlockedEvent' }
    | { __typename: 'UnmarkedAsDuplicateEvent' }
    | { __typename: 'UnpinnedEvent' }
    | { __typename: 'UnsubscribedEvent' }
    | { __typename: 'UserBlockedEvent' }
   | null> | null };

export type PushedCommitFragment = { oid: string, committedDate: string, checkSuites: { nodes: Array<{ createdAt: string } | null> | null } | null, author: { user: { login: string } | null } | null, parents: { totalCount: number } };

export type RecordedCommitFragment = { oid: string, committedDate: string, author: { user: { login: string } | null } | null, parents: { totalCount: number } };

export type WorkflowFileQueryVariables = Exact<{
  owner: string;
  name: string;
  path: string;
}>;


export type WorkflowFileQuery = { repository: { defaultBranchRef: { target:
        | { __typename: 'Blob' }
        | { __typename: 'Commit', history: { nodes: Array<{ committedDate: string } | null> | null } }
        | { __typename: 'Tag' }
        | { __typename: 'Tree' }
       | null } | null } | null };

/** The documents by the names of their files. */
export interface Documents {
  "add-reaction": { answer: AddReactionMutation, variables: AddReactionMutationVariables };
  "body-edits": { answer: BodyEditsQuery, variables: BodyEditsQueryVariables };
  "connection-page": { answer: ConnectionPageQuery, variables: ConnectionPageQueryVariables };
  "discussed-pull-requests": { answer: DiscussedPullRequestsQuery, variables: DiscussedPullRequestsQueryVariables };
  "enum-values": { answer: EnumValuesQuery, variables: EnumValuesQueryVariables };
  "history-list": { answer: HistoryListQuery, variables: HistoryListQueryVariables };
  "history-state": { answer: HistoryStateQuery, variables: HistoryStateQueryVariables };
  "history": { answer: HistoryQuery, variables: HistoryQueryVariables };
  "merge-group": { answer: MergeGroupQuery, variables: MergeGroupQueryVariables };
  "minimize-comment": { answer: MinimizeCommentMutation, variables: MinimizeCommentMutationVariables };
  "open-pull-requests": { answer: OpenPullRequestsQuery, variables: OpenPullRequestsQueryVariables };
  "past-pull-requests": { answer: PastPullRequestsQuery, variables: PastPullRequestsQueryVariables };
  "pull-request-body": { answer: PullRequestBodyQuery, variables: PullRequestBodyQueryVariables };
  "pull-request": { answer: PullRequestQuery, variables: PullRequestQueryVariables };
  "recent-pull-requests": { answer: RecentPullRequestsQuery, variables: RecentPullRequestsQueryVariables };
  "repository-labels": { answer: RepositoryLabelsQuery, variables: RepositoryLabelsQueryVariables };
  "sweep": { answer: SweepQuery, variables: SweepQueryVariables };
  "workflow-file": { answer: WorkflowFileQuery, variables: WorkflowFileQueryVariables };
}
