import { type Actor, isSameLogin, type PullRequest } from "../pull-request.ts";

/** Who is who on a pull request. */
export interface People {
  /**
   * Whose pull request it is, as a person with a turn: the author, or a bot's assignee who can push; null
   * when nobody.
   */
  owner: string | null;
  /** The owner, else the author, to be named as who moves next. */
  author: string;
  /** Does that login speak for the pull request: its author, or whose it is? */
  isAuthor(login: string): boolean;
  /**
   * Can that login not push, and nobody asked them either? Then what they say moves nobody. Nobody knows it
   * of a deleted account.
   */
  isOutsider(login: string): boolean;
  /** Was that login asked to review, now or before? */
  isAsked(login: string): boolean;
  /**
   * May that login push? Every review says it of its author; of who only commented, it is known once their
   * permission was asked for.
   */
  canPush(login: string): boolean | "unknown";
}

/**
 * Assignees whose permission would tell whose pull request it is: only a bot's, a mannequin's or a deleted
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
  // Of somebody who has won or lost the right since, the newest review tells; who never reviewed is not known
  // to lack it.
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

/** Bots, mannequins, organisations and deleted accounts have no turn: nobody there would read a reminder. */
export function isPerson(actor: Actor): boolean {
  return actor.type === "user" && actor.login !== "ghost" && !isBotLogin(actor.login);
}

/** For the places where GitHub gives only a login. */
export function isBotLogin(login: string): boolean {
  return login.endsWith("[bot]");
}

/** What a person may do in the repository, in REST's words (maintain counts as write, triage as read). */
export type Permission = "admin" | "write" | "read" | "none";

/** The permissions that are known so far, by login. */
export type KnownPermissions = ReadonlyMap<string, Permission>;

/** May that person write? "unknown" when nobody asked GitHub yet. Logins compare without case. */
export function hasWriteAccess(login: string, permissions: KnownPermissions): boolean | "unknown" {
  const permission = permissions.get(login) ?? findWithoutCase(login, permissions);
  return permission === undefined ? "unknown" : permission === "admin" || permission === "write";
}

function findWithoutCase(login: string, permissions: KnownPermissions): Permission | undefined {
  return [...permissions].find(([known]) => isSameLogin(known, login))?.[1];
}
