import type { WebhookEvent } from "../looks.ts";
import { checkRun } from "./check-run.ts";
import { checkSuite } from "./check-suite.ts";
import { installation } from "./installation.ts";
import { installationRepositories } from "./installation-repositories.ts";
import { issueComment } from "./issue-comment.ts";
import { mergeGroup } from "./merge-group.ts";
import {
  pullRequest,
  pullRequestReview,
  pullRequestReviewComment,
  pullRequestReviewThread,
} from "./pull-request.ts";
import { push } from "./push.ts";
import { repository } from "./repository.ts";

/** Every event that requests a look, by GitHub's name. */
export const events: Record<string, WebhookEvent> = {
  pull_request: pullRequest,
  pull_request_review: pullRequestReview,
  pull_request_review_comment: pullRequestReviewComment,
  pull_request_review_thread: pullRequestReviewThread,
  issue_comment: issueComment,
  check_run: checkRun,
  check_suite: checkSuite,
  merge_group: mergeGroup,
  push,
  installation,
  installation_repositories: installationRepositories,
  repository,
};
