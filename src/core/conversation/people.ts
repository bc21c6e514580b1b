import { matchesLogin } from "../config/globs.ts";
import {
  type Actor,
  changeComments,
  isSameLogin,
  type PullRequest,
  type RequestedReviewer,
} from "../pull-request.ts";
import type { Comment } from "./comments.ts";

/** Who is who on a pull request. */
export interface People {
  /**
   * The person who has the author's turn: the author, or the assignee of a bot's pull request who can push;
   * null when there is none.
   */
  owner: string | null;
  /** The owner, else the author: who is named as the next to move. */
  author: string;
  /** Does this login speak for the pull request, as its author or owner? */
  isAuthor(login: string): boolean;
  /**
   * Is this somebody who can't push and whom nobody asked? Their words move nobody. False for a deleted
   * account: nothing is known of it.
   */
  isOutsider(login: string): boolean;
  /** Was this login asked to review, now or before? */
  isAsked(login: string): boolean;
  /**
   * Can this login push? A review says so of its author. For people who only commented, GitHub has to be
   * asked.
   */
  canPush(login: string): boolean | "unknown";
}

/** Assignees who own the pull request if they can push. Empty for a person's, which has its author. */
export function listCandidates({ author, assignees }: PullRequest): string[] {
  return isPerson(author) ? [] : assignees;
}

export function findPeople(pullRequest: PullRequest, permissions: KnownPermissions): People {
  const { author, reviews, threads, reviewRequests, timeline } = pullRequest;
  const assignee = listCandidates(pullRequest).find((login) => hasWriteAccess(login, permissions) === true);
  const owner = isPerson(author) ? author.login : (assignee ?? null);
  const asked = new Set([
    ...reviewRequests.map(({ login }) => login),
    ...timeline.flatMap((event) =>
      event.type === "review_requested" && event.reviewer ? [event.reviewer.login] : [],
    ),
  ]);
  // The newest review counts, as people gain and lose the right.
  const rights = new Map(
    [...threads.flatMap(({ comments }) => comments), ...reviews].map(
      ({ author: { login }, authorCanPush }) => [login, authorCanPush],
    ),
  );
  const canPush = (login: string) => rights.get(login) ?? hasWriteAccess(login, permissions);
  const isAsked = (login: string) => asked.has(login);
  const isAuthor = (login: string) =>
    isSameLogin(login, author.login) || (owner !== null && isSameLogin(login, owner));
  return {
    owner,
    author: owner ?? author.login,
    isAuthor,
    isOutsider: (login) =>
      canPush(login) === false && !isAsked(login) && !isAuthor(login) && login !== "ghost",
    isAsked,
    canPush,
  };
}

/** For places where GitHub gives only a login. */
export function isBotLogin(login: string): boolean {
  return login.endsWith("[bot]");
}

export function isBot({ type, login }: Actor | RequestedReviewer): boolean {
  return type === "bot" || isBotLogin(login);
}

/** Anybody but a bot and this author; mannequins, organisations and deleted accounts are somebody else. */
export function isSomebodyElse(actor: Actor, author: Actor): boolean {
  return !isBot(actor) && !isSameLogin(actor.login, author.login);
}

/** An account that a person has, or had before it was deleted. */
export function isUser({ type, login }: Actor): boolean {
  return type === "user" && !isBotLogin(login);
}

/**
 * Can this account have a turn? Bots, mannequins, organisations and deleted accounts cannot, because nobody
 * would read the reminder.
 */
export function isPerson(actor: Actor): boolean {
  return isUser(actor) && actor.login !== "ghost";
}

/** Did a person write the comment: neither a bot nor this app? Deleted accounts were people. */
export function isByPerson({ author, isOurs }: Pick<Comment, "author" | "isOurs">): boolean {
  return author.type === "user" && !isOurs;
}

/** Did a person write the comment, and is it visible? */
export function isShownByPerson(comment: Pick<Comment, "author" | "isOurs" | "isMinimized">): boolean {
  return isByPerson(comment) && !comment.isMinimized;
}

/**
 * Marks the accounts that match `bots` (login patterns) as bots, although GitHub calls them users: they have
 * no turn, hold nothing and are not waited for. Where GitHub gives only a login, they get the suffix `[bot]`.
 */
export function markBots(pullRequest: PullRequest, patterns: readonly string[]): PullRequest {
  if (patterns.length === 0) return pullRequest;
  const isListed = (login: string) => patterns.some((pattern) => matchesLogin(pattern, login));
  const mark = <T extends { type: Actor["type"] | "team"; login: string }>(one: T): T =>
    one.type === "user" && isListed(one.login) ? { ...one, type: "bot" } : one;
  const markLogin = (login: string | null) =>
    login !== null && isListed(login) && !isBotLogin(login) ? `${login}[bot]` : login;
  const markAuthor = <T extends { author: Actor }>(one: T): T => ({ ...one, author: mark(one.author) });
  return {
    ...markAuthor(pullRequest),
    assignees: pullRequest.assignees.filter((login) => !isListed(login)),
    reviewRequests: pullRequest.reviewRequests.map(mark),
    reviews: pullRequest.reviews.map(markAuthor),
    comments: pullRequest.comments.map(markAuthor),
    threads: pullRequest.threads.map((thread) => changeComments(thread, markAuthor)),
    commits: pullRequest.commits.map((commit) => ({ ...commit, author: markLogin(commit.author) })),
    timeline: pullRequest.timeline.map((event) => {
      const marked = { ...event, actor: markLogin(event.actor) };
      if (!("reviewer" in marked) || marked.reviewer === null) return marked;
      return { ...marked, reviewer: mark(marked.reviewer) };
    }),
  };
}

/** What a person may do in the repository, in REST's terms: maintain is write, triage is read. */
export type Permission = "admin" | "write" | "read" | "none";

/** The permissions known so far, by login. */
export type KnownPermissions = ReadonlyMap<string, Permission>;

/** May this person write? "unknown" when GitHub has not been asked. Logins compare without case. */
export function hasWriteAccess(login: string, permissions: KnownPermissions): boolean | "unknown" {
  const permission = permissions.get(login) ?? findWithoutCase(login, permissions);
  return permission === undefined ? "unknown" : permission === "admin" || permission === "write";
}

function findWithoutCase(login: string, permissions: KnownPermissions): Permission | undefined {
  return [...permissions].find(([known]) => isSameLogin(known, login))?.[1];
}
