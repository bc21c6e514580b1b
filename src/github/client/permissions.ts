/** What the app asks for and uses: the same as in `app.yml` (a test compares them). */
export const permissions = {
  metadata: "read",
  pull_requests: "write",
  issues: "read",
  checks: "write",
  contents: "read",
  statuses: "read",
  merge_queues: "read",
  members: "read",
} as const;
