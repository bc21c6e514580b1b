import { findEarliest } from "../../calendar/instant.ts";
import type { TurnsConfig } from "../../config/schema/turns-schema.ts";
import { listComments } from "../../conversation/comments.ts";
import { statusOpening } from "../../conversation/is-courtesy.ts";
import { isBotLogin, type People } from "../../conversation/people.ts";
import { type Instant, isSameLogin, type PullRequest } from "../../pull-request.ts";
import { withoutCommands } from "../../text/parse-commands.ts";
import type { UserOrTeam } from "../turn-event.ts";
import type { StatusUpdate } from "../turns.ts";
import { listAway } from "./find-away.ts";

/**
 * `Blocker:` at the start of a line, sentence or item. Only the first in a line counts, which keeps it
 * linear.
 */
const opening = /(?:^[ \t*_-]*|[.;,|·–—][ \t]{1,3}[*_]{0,2})(?:risk or )?blockers?(?:\*\*|__)?[ \t]*:/i;
const mention = /(?<![\w`/])@([a-z\d][a-z\d-]{0,38}(?:\/[\w.-]{1,100})?)(?![\w-]|\[bot\])/i;

/**
 * The blocker that a status update names: `Blocker: waiting for @dana`. Null when it names nobody, or a bot.
 */
function parseBlocker(text: string): UserOrTeam | null {
  for (const line of text.split("\n")) {
    const found = opening.exec(line);
    const said = found === null ? "" : line.slice(found.index + found[0].length);
    const login = mention.exec(said)?.[1];
    if (login !== undefined) return isBotLogin(login) ? null : { login, isTeam: login.includes("/") };
  }
  return null;
}

function isKnown({ login, isTeam }: UserOrTeam, pullRequest: PullRequest): boolean {
  if (!pullRequest.isCrossRepository) return true;
  if (isTeam) return pullRequest.reviewRequests.some((request) => isSameLogin(request.login, login));
  const same = (other: string) => isSameLogin(other, login);
  return (
    pullRequest.comments.some(({ author }) => same(author.login)) ||
    pullRequest.reviews.some(({ author }) => same(author.login)) ||
    pullRequest.reviewRequests.some((request) => same(request.login))
  );
}

/**
 * When this person or their stand-in first commented after an instant; null when they have not. For a team,
 * anybody's comment counts but the author's.
 */
function findAnsweredAt(
  named: UserOrTeam,
  after: Instant,
  { pullRequest, turns, people }: BlockerInput,
): Instant | null {
  const known = [named.login, ...listAway(turns, named.login).flatMap(({ cover }) => cover ?? [])];
  const isTheirs = (author: string) =>
    named.isTeam
      ? !people.isAuthor(author) && !isBotLogin(author)
      : known.some((login) => isSameLogin(login, author));
  return findEarliest(
    listComments(pullRequest)
      .filter(({ author, createdAt, isOurs }) => !isOurs && createdAt > after && isTheirs(author.login))
      .map(({ createdAt }) => createdAt),
  );
}

interface BlockerInput {
  pullRequest: PullRequest;
  turns: TurnsConfig;
  people: People;
}

/** Somebody whom the author named as what the pull request waits for. */
interface Blocker extends UserOrTeam {
  since: Instant;
  /** GraphQL id of the status update that names them. */
  id: string;
  /** When they answered and so gave the turn back to the author; null until then. */
  until: Instant | null;
}

/**
 * Who blocks the author, in a turn of theirs that began at `since`: the first status update in that turn that
 * names somebody moves it, once. On a pull request from a fork only people who already take part count,
 * because a stranger's text must not mention anybody.
 */
export function findBlocker(statuses: StatusUpdate[], since: Instant, input: BlockerInput): Blocker | null {
  for (const { id, at, blocker: named } of statuses) {
    if (at < since || named === null || input.people.isAuthor(named.login)) continue;
    if (!isKnown(named, input.pullRequest)) continue;
    return { ...named, since: at, id, until: findAnsweredAt(named, at, input) };
  }
  return null;
}

/**
 * The status updates of the author, or of the person who owns a bot's pull request, oldest first: their
 * comments that start with `Status:`, without the commands in them, unless somebody else edited them.
 */
export function listStatuses({ comments }: PullRequest, { isAuthor }: People): StatusUpdate[] {
  return comments
    .filter(({ author, isOurs, isMinimized }) => isAuthor(author.login) && !isOurs && !isMinimized)
    .filter(({ editor, author }) => editor === null || editor === author.login)
    .filter(({ body }) => statusOpening.test(body))
    .map(({ id, createdAt: at, url, body }) => {
      const text = withoutCommands(body).replace(statusOpening, "").trim();
      return { id, at, url, text, blocker: parseBlocker(text) };
    });
}

/**
 * When an author's clock starts: a status update restarts it once per target. Another one counts only after
 * the restarted clock has run out; otherwise, daily updates would put off the answer for ever.
 */
export function restartClock(
  since: Instant,
  statuses: StatusUpdate[],
  dueFrom: (start: Instant) => Instant | null,
): Instant {
  let start = since;
  for (const { at } of statuses) {
    if (at < since) continue;
    const due = start === since ? at : dueFrom(start);
    if (due !== null && at >= due) start = at;
  }
  return start;
}
