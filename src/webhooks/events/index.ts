import type { NamedLooks } from "../looks.ts";
import type { Payload } from "../payload.ts";
import { checkRunActions, findCheckRunLooks } from "./check-run.ts";
import { checkSuiteActions, findCheckSuiteLooks } from "./check-suite.ts";
import { findInstallationLooks, installationActions } from "./installation.ts";
import {
  findInstallationRepositoriesLooks,
  installationRepositoriesActions,
} from "./installation-repositories.ts";
import { findIssueCommentLooks, issueCommentActions } from "./issue-comment.ts";
import { findMergeGroupLooks, mergeGroupActions } from "./merge-group.ts";
import { findPullRequestLooks, pullRequestActions } from "./pull-request.ts";
import { findPushLooks } from "./push.ts";
import { findRepositoryLooks, repositoryActions } from "./repository.ts";

/** An event that the app listens to. */
export interface WebhookEvent {
  /** Actions that ask for a look; null when the event has none. */
  actions: readonly string[] | null;
  /** Throws only an `IntakeError`, when a field has the wrong type. */
  findLooks(payload: Payload, deliveryId: string): NamedLooks;
}

/** Every event that asks for a look, one line each. */
export const events: Record<string, WebhookEvent> = {
  pull_request: { actions: pullRequestActions.pull_request, findLooks: findPullRequestLooks },
  pull_request_review: { actions: pullRequestActions.pull_request_review, findLooks: findPullRequestLooks },
  pull_request_review_comment: {
    actions: pullRequestActions.pull_request_review_comment,
    findLooks: findPullRequestLooks,
  },
  pull_request_review_thread: {
    actions: pullRequestActions.pull_request_review_thread,
    findLooks: findPullRequestLooks,
  },
  issue_comment: { actions: issueCommentActions, findLooks: findIssueCommentLooks },
  check_run: { actions: checkRunActions, findLooks: findCheckRunLooks },
  check_suite: { actions: checkSuiteActions, findLooks: findCheckSuiteLooks },
  merge_group: { actions: mergeGroupActions, findLooks: findMergeGroupLooks },
  push: { actions: null, findLooks: findPushLooks },
  installation: { actions: installationActions, findLooks: findInstallationLooks },
  installation_repositories: {
    actions: installationRepositoriesActions,
    findLooks: findInstallationRepositoriesLooks,
  },
  repository: { actions: repositoryActions, findLooks: findRepositoryLooks },
};
