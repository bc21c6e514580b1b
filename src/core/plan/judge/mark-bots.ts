import { matchesLogin } from "../../config/patterns/matches-login.ts";
import type { Actor, PullRequest } from "../../pull-request.ts";
import { isBotLogin } from "../../conversation/is-person.ts";

/**
 * The pull request with the accounts that the config calls bots (`bots`: login patterns) as bots, although GitHub calls them users:
 * they have no turn, hold nothing and are not waited for. Where GitHub gives only a login, a bot is told by its ending.
 */
export function markBots(pullRequest: PullRequest, patterns: readonly string[]): PullRequest {
  if (patterns.length === 0) return pullRequest;
  const isBot = (login: string) => patterns.some((pattern) => matchesLogin(pattern, login));
  const mark = <T extends { type: Actor["type"] | "team"; login: string }>(one: T): T =>
    one.type === "user" && isBot(one.login) ? { ...one, type: "bot" } : one;
  const markLogin = (login: string | null) =>
    login !== null && isBot(login) && !isBotLogin(login) ? `${login}[bot]` : login;
  const markAuthor = <T extends { author: Actor }>(one: T): T => ({ ...one, author: mark(one.author) });
  return {
    ...markAuthor(pullRequest),
    assignees: pullRequest.assignees.filter((login) => !isBot(login)),
    reviewRequests: pullRequest.reviewRequests.map(mark),
    reviews: pullRequest.reviews.map(markAuthor),
    comments: pullRequest.comments.map(markAuthor),
    threads: pullRequest.threads.map((thread) => ({ ...thread, comments: thread.comments.map(markAuthor) })),
    commits: pullRequest.commits.map((commit) => ({ ...commit, author: markLogin(commit.author) })),
    timeline: pullRequest.timeline.map((event) => {
      const marked = { ...event, actor: markLogin(event.actor) };
      if (!("reviewer" in marked) || marked.reviewer === null) return marked;
      return { ...marked, reviewer: mark(marked.reviewer) };
    }),
  };
}
