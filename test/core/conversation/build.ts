import { createCalendar } from "../../../src/core/calendar/calendar.ts";
import { type ReviewConfig, reviewSchema } from "../../../src/core/config/schema/review-schema.ts";
import { turnsSchema } from "../../../src/core/config/schema/turns-schema.ts";
import type { ConversationInput } from "../../../src/core/conversation/evaluate-conversation.ts";
import type { Remark } from "../../../src/core/conversation/remark.ts";
import type {
  IssueComment,
  PullRequest,
  Review,
  ReviewComment,
  ReviewThread,
} from "../../../src/core/pull-request.ts";
import { buildComment, buildPullRequest, user } from "../../build-observation.ts";

/** Short ways to write a pull request's conversation. Minutes count from 09:00 on one day. */
export const at = (minutes: number) =>
  `2026-11-23T${String(9 + Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}:00Z`;

const noReactions = { rocket: false, rocketAt: null, thumbsDown: false, confused: false };
const page = "https://github.com/acme/shop/pull/7";
let serial = 0;
const next = () => {
  serial += 1;
  return serial;
};

export function comment(
  login: string,
  body: string,
  minutes: number,
  more: Partial<IssueComment> = {},
): IssueComment {
  const databaseId = next();
  return buildComment({
    databaseId,
    author: user(login),
    body,
    url: `${page}#issuecomment-${databaseId}`,
    createdAt: at(minutes),
    isOurs: false,
    ...more,
  });
}

export function reply(
  login: string,
  body: string,
  minutes: number,
  more: Partial<ReviewComment> = {},
): ReviewComment {
  const databaseId = next();
  return {
    id: `RC_${databaseId}`,
    databaseId,
    author: user(login),
    authorCanPush: true,
    body,
    url: `${page}#discussion_r${databaseId}`,
    createdAt: at(minutes),
    lastEditedAt: null,
    isMinimized: false,
    reviewId: null,
    editor: null,
    reactions: noReactions,
    isOurs: false,
    ...more,
  };
}

export function thread(comments: ReviewComment[], more: Partial<ReviewThread> = {}): ReviewThread {
  const [first, ...replies] = comments;
  if (first === undefined) throw new TypeError("A thread has a comment.");
  return {
    id: `T_${first.id}`,
    path: "src/retry.ts",
    line: 12,
    isResolved: false,
    resolvedBy: null,
    isOutdated: false,
    comments: [first, ...replies],
    ...more,
  };
}

export function review(
  login: string,
  state: Review["state"],
  minutes: number,
  more: Partial<Review> = {},
): Review {
  const databaseId = next();
  return {
    id: `R_${databaseId}`,
    author: user(login),
    authorCanPush: true,
    state,
    body: "",
    url: `${page}#pullrequestreview-${databaseId}`,
    submittedAt: at(minutes),
    lastEditedAt: null,
    onBehalfOf: [],
    isMinimized: false,
    reactions: noReactions,
    editor: null,
    ...more,
  };
}

export const pullRequest = (more: Partial<PullRequest> = {}): PullRequest =>
  buildPullRequest({ createdAt: at(0), updatedAt: at(0), ...more });

export const reviewConfig = (config: Parameters<typeof reviewSchema.parse>[0] = {}): ReviewConfig =>
  reviewSchema.parse(config);

export function conversation(
  pr: Partial<PullRequest>,
  more: Partial<ConversationInput> = {},
): ConversationInput {
  return {
    pullRequest: pullRequest(pr),
    config: reviewConfig(),
    now: at(300),
    permissions: new Map(),
    resolves: [],
    decisions: [],
    calendar: createCalendar({ ...turnsSchema.parse({}).hours, time_zone: "UTC" }),
    ...more,
  };
}

/** The person whom a remark waits for: the one to satisfy or the one who has to answer; null for nobody. */
export function nextOf({ isOpen, isAsking, holder, isAnswered }: Remark, owner = "alice"): string | null {
  if (!isOpen || !isAsking) return null;
  if (holder === owner) return isAnswered ? owner : "reviewers";
  return isAnswered && holder !== "ghost" ? holder : owner;
}
