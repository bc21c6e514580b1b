import { type Actor, isSameLogin, type PullRequest } from "../pull-request.ts";

/** Who is who on a pull request. */
export interface People {
  /**
   * Who owns the pull request, as a person with a turn: the author, or a bot's assignee who can push; null
   * when nobody does.
   */
  owner: string | null;
  /** The owner, else the author, to name as the next to move. */
  author: string;
  /** Does this login speak for the pull request, as its author or owner? */
  isAuthor(login: string): boolean;
  /**
   * Can this login not push, and did nobody ask them? Then their words move nobody. Unknown for a deleted
   * account, so false.
   */
  isOutsider(login: string): boolean;
  /** Was this login asked to review, now or before? */
  isAsked(login: string): boolean;
  /**
   * May this login push? Every review tells it of its author; for people who only commented, it is known once
   * their permission was asked for.
   */
  canPush(login: string): boolean | "unknown";
}

/**
 * Assignees whose permission would tell who owns the pull request. Only a bot's, a mannequin's or a deleted
 * account's needs one.
 */
export function findCandidates({ author, assignees }: PullRequest): string[] {
  return isPerson(author) ? [] : assignees;
}

export function findPeople(pullRequest: PullRequest, permissions: KnownPermissions): People {
  const { author, reviews, threads, reviewRequests, timeline } = pullRequest;
  const assignee = findCandidates(pullRequest).find((login) => hasWriteAccess(login, permissions) === true);
  const owner = isPerson(author) ? author.login : (assignee ?? null);
  const asked = new Set([
    ...reviewRequests.map(({ login }) => login),
    ...timeline.flatMap((event) =>
      event.type === "review_requested" && event.reviewer ? [event.reviewer.login] : [],
    ),
  ]);
  // If somebody has gained or lost the right, their newest review tells. People who never reviewed are not
  // known to lack it.
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

/**
 * Bots, mannequins, organisations and deleted accounts have no turn, because nobody there would read a
 * reminder.
 */
export function isPerson(actor: Actor): boolean {
  return actor.type === "user" && actor.login !== "ghost" && !isBotLogin(actor.login);
}

/** For places where GitHub gives only a login. */
export function isBotLogin(login: string): boolean {
  return login.endsWith("[bot]");
}

/** What a person may do in the repository, in REST's words (maintain counts as write, triage as read). */
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
