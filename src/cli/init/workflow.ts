import { home } from "../../core/home.ts";

export const workflowPath = ".github/workflows/async-review.yml";

/** The workflow that runs the Action. `docs/examples/async-review.yml` is the same (a test compares). */
export const workflow = `name: async-review

on:
  pull_request_target:
    types:
      - opened
      - edited
      - synchronize
      - reopened
      - closed
      - ready_for_review
      - converted_to_draft
      - labeled
      - unlabeled
      - review_requested
      - review_request_removed
  pull_request_review:
  pull_request_review_comment:
  issue_comment:
  merge_group:
  schedule:
    - cron: "23 * * * 1-5" # reminders, and changes without an event
  workflow_dispatch:

permissions:
  contents: read
  checks: write
  issues: read
  pull-requests: write
  statuses: read

# Runs that remind go one at a time. Every other run has a group of its own, so that none is dropped.
concurrency: async-review-\${{ contains(fromJSON('["schedule", "workflow_dispatch"]'), github.event_name) && 'sweep' || github.run_id }}

jobs:
  async-review:
    if: github.event_name != 'issue_comment' || github.event.issue.pull_request
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      # No code of the pull request is checked out or run.
      - uses: ${home}@v1
`;
