import type { Actor, Instant, PullRequest } from "../pull-request.ts";
import { type DecisionText, parseDecision } from "./parse-decision.ts";
import { hasWriteAccess, type KnownPermissions } from "./permission.ts";

/** A decision that counts: by the author or by someone with write access. */
export interface Decision extends DecisionText {
  by: string;
  at: Instant;
  url: string;
}

export interface FoundDecisions {
  /** Oldest first. */
  decisions: Decision[];
  /** Logins of those who decided something, but whose permission nobody asked yet. */
  needsPermission: string[];
}

interface Said {
  author: Actor;
  body: string;
  url: string;
  at: Instant | null;
  isMinimized: boolean;
  isOurs: boolean;
}

/** The decisions in all comments, review bodies and threads. Those by command come from the commands. */
export function findDecisions(
  pullRequest: Pick<PullRequest, "author" | "comments" | "reviews" | "threads">,
  permissions: KnownPermissions,
): FoundDecisions {
  const decisions: Decision[] = [];
  const unknown = new Set<string>();
  for (const said of everythingSaid(pullRequest)) {
    if (said.at === null || said.isOurs || said.isMinimized || said.author.type !== "user") continue;
    const text = parseDecision(said.body);
    if (text === null) continue;
    const { login } = said.author;
    const may = login === pullRequest.author.login || hasWriteAccess(login, permissions);
    if (may === "unknown") unknown.add(login);
    else if (may) decisions.push({ ...text, by: login, at: said.at, url: said.url });
  }
  return { decisions: decisions.sort(byTime), needsPermission: [...unknown].sort() };
}

/** Oldest first; of the same second, by address, so that the order never depends on how they were listed. */
export function byTime(a: { at: string; url: string }, b: { at: string; url: string }): number {
  const [left, right] = a.at === b.at ? [a.url, b.url] : [a.at, b.at];
  return left < right ? -1 : left > right ? 1 : 0;
}

function everythingSaid(pullRequest: Pick<PullRequest, "comments" | "reviews" | "threads">): Said[] {
  return [
    ...pullRequest.comments.map((comment) => ({ ...comment, at: comment.createdAt })),
    ...pullRequest.reviews.map((review) => ({ ...review, at: review.submittedAt, isOurs: false })),
    ...pullRequest.threads.flatMap(({ comments }) =>
      comments.map((comment) => ({ ...comment, at: comment.createdAt })),
    ),
  ];
}
