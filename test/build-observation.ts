import type { Observation } from "../src/core/observation.ts";
import type { Actor, IssueComment, PullRequest } from "../src/core/pull-request.ts";

/** An ordinary observation: an open pull request by alice that nobody has touched. */
export function buildObservation(
  pullRequest: Partial<PullRequest> = {},
  rest: Partial<Omit<Observation, "pullRequest">> = {},
): Observation {
  return {
    ownLogin: "async-review[bot]",
    otherApp: null,
    repository: {
      id: 1,
      owner: "acme",
      name: "shop",
      defaultBranch: "main",
      isArchived: false,
      labels: [],
    },
    pullRequest: buildPullRequest(pullRequest),
    openPullRequests: [],
    hasMoreOpen: false,
    configBranches: [],
    configTexts: {
      base: null,
      defaultBranch: null,
      organisation: null,
      head: null,
      organisationIsHidden: false,
    },
    templates: [],
    gitattributes: null,
    unavailable: [],
    ...rest,
  };
}

/** An open pull request by alice that nobody has touched. */
export function buildPullRequest(overrides: Partial<PullRequest> = {}): PullRequest {
  return {
    id: "PR_1",
    number: 7,
    url: "https://github.com/acme/shop/pull/7",
    title: "Retry failed payments",
    body: "",
    author: user("alice"),
    state: "open",
    isDraft: false,
    createdAt: "2026-03-02T09:00:00Z",
    updatedAt: "2026-03-02T09:00:00Z",
    lastEditedAt: null,
    closedAt: null,
    baseRef: "main",
    headSha: "a".repeat(40),
    isCrossRepository: false,
    isInMergeQueue: false,
    mergeable: "mergeable",
    checksState: null,
    reviewDecision: null,
    additions: 120,
    deletions: 30,
    changedFiles: 1,
    files: [{ path: "src/retry.ts", additions: 120, deletions: 30, changeType: "modified" }],
    labels: [],
    assignees: [],
    reviewRequests: [],
    reviews: [],
    threads: [],
    comments: [],
    timeline: [],
    commits: [],
    ownCheckRuns: [],
    ...overrides,
  };
}

/** A person, or a bot when the login ends in `[bot]`. */
export const user = (login: string): Actor => ({ login, type: login.endsWith("[bot]") ? "bot" : "user" });
export const ownBot: Actor = { login: "async-review[bot]", type: "bot" };

/** A comment by bob. */
export function buildComment(overrides: Partial<IssueComment> = {}): IssueComment {
  const author = overrides.author ?? user("bob");
  return {
    id: `IC_${overrides.databaseId ?? 1}`,
    databaseId: 1,
    author,
    body: "",
    url: "https://github.com/acme/shop/pull/7#issuecomment-1",
    createdAt: "2026-03-02T10:00:00Z",
    lastEditedAt: null,
    editor: null,
    isMinimized: false,
    isOurs: author.login === ownBot.login,
    reactions: { rocket: false, rocketAt: null, thumbsDown: false, confused: false },
    ...overrides,
  };
}
