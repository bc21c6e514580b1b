import { compareInstants, findEarliest } from "../../calendar/instant.ts";
import { type Closing, listClosings, listRunning, type Running } from "../../calendar/running.ts";
import { evaluateCommands, findTurnCommands } from "../../commands/evaluate-commands.ts";
import { withoutReactions } from "../../commands/find-recorded-decisions.ts";
import type { Config } from "../../config/schema/config-schema.ts";
import type { Kind } from "../../config/schema/review-schema.ts";
import { listComments } from "../../conversation/comments.ts";
import { evaluateConversation } from "../../conversation/evaluate-conversation.ts";
import { countRoundTrips } from "../../conversation/evaluate-thread.ts";
import { isForTheApp } from "../../conversation/is-courtesy.ts";
import { isBot, isSomebodyElse, type KnownPermissions, markBots } from "../../conversation/people.ts";
import { concludeDescription } from "../../description/description.ts";
import { evaluateDescription } from "../../description/evaluate-description.ts";
import { parseDescription } from "../../description/parse-description.ts";
import type { ParsedDescription } from "../../description/parts.ts";
import { parseKeyMarker, parseStickyMarker } from "../../marker.ts";
import type { Actor, Instant, PullRequest } from "../../pull-request.ts";
import { listActs } from "../../turns/record/acts.ts";
import { listRequests, listReturns } from "../../turns/record/rounds.ts";
import { parseReminderMarker } from "../../turns/sent-reminders.ts";
import { toTurnRemark } from "../../turns/turns.ts";
import { listWaits, type Wait } from "./waits.ts";

/** What a repository's pull requests are judged with. */
export interface Setting {
  repository: { owner: string; name: string };
  config: Config;
  templates: readonly ParsedDescription[];
  /** The text of `.gitattributes`; null when there is none. */
  gitattributes: string | null;
}

/** An earlier state of the description. */
export interface BodyEdit {
  at: Instant;
  body: string;
}

/**
 * The facts of one pull request's life that the report counts: instants and numbers, nobody's name or
 * words. Nothing in it depends on when it is read, so that it can be kept.
 */
export interface Life {
  number: number;
  /** Opened by a bot, so no person waits for it. */
  isBots: boolean;
  running: Running[];
  closings: Closing[];
  /** The first review or comment by a person other than the author, once it was ready. */
  answeredAt: Instant | null;
  /** The first one by a bot other than this app. */
  botAnsweredAt: Instant | null;
  /** When a person or team was first asked to review; the time it became ready if that was later. */
  requestedAt: Instant | null;
  /** The first review by a person after that. */
  reviewedAt: Instant | null;
  waits: Wait[];
  /** When each new round began: the author's first push or request after a review. */
  returns: Instant[];
  labels: string[];
  changedLines: number;
  /** By today's config; null when that is not known, or nothing was asked of it. */
  completeWhenReady: boolean | null;
  completeWhenReviewed: boolean | null;
  threads: { at: Instant; kind: Kind | null; wentBackAndForth: boolean }[];
  decisions: Instant[];
  /** What this app wrote. */
  written: Instant[];
  /** Its reminders, and when a person next did anything. */
  reminders: { at: Instant; followedAt: Instant | null }[];
}

const isSince = (from: Instant) => (at: Instant) => at >= from;

/**
 * Reads a pull request's life from GitHub's record.
 * @param isApp the app itself reads; under a person's token, "the viewer has reacted" means that person
 * @param edits earlier descriptions, newest first; empty when it was never edited or GitHub does not say
 */
export function readLife(
  observed: PullRequest,
  read: { setting: Setting; edits: readonly BodyEdit[]; now: Instant; isApp: boolean },
): Life {
  const { setting, edits, now, isApp } = read;
  const { config } = setting;
  const pullRequest = markBots(observed, config.bots);
  const { number, author, labels, additions, deletions, createdAt } = pullRequest;
  const running = listRunning(pullRequest);
  const readyAt = running[0]?.from ?? createdAt;
  const own = listOwn(pullRequest);
  const answers = listAnswers(pullRequest, own);
  const answeredAt = findEarliest(
    answers.flatMap(({ by, at }) => (at >= readyAt && isSomebodyElse(by, author) ? [at] : [])),
  );
  const requested = findEarliest(listRequests(pullRequest).map(({ at }) => at));
  const requestedAt = requested !== null && requested < readyAt ? readyAt : requested;
  const reviews = listReviews(pullRequest);
  const complete = (at: Instant | null) =>
    at === null || running.length === 0 ? null : isComplete(pullRequest, at, setting, edits);
  return {
    number,
    isBots: isBot(author),
    running,
    closings: listClosings(pullRequest),
    answeredAt,
    botAnsweredAt: findEarliest(answers.flatMap(({ by, at }) => (at >= readyAt && isBot(by) ? [at] : []))),
    requestedAt,
    reviewedAt: requestedAt === null ? null : findEarliest(reviews.filter(isSince(requestedAt))),
    ...readConversation(pullRequest, config, { now, isApp }),
    returns: listReturns(pullRequest, reviews, now),
    labels,
    changedLines: additions + deletions,
    completeWhenReady: complete(readyAt),
    completeWhenReviewed: complete(answeredAt),
    written: own.map(({ createdAt: at }) => at).sort(),
    reminders: listReminders(pullRequest, own, now),
  };
}

function listReviews({ reviews, author }: PullRequest): Instant[] {
  return reviews
    .filter(({ state, author: by }) => state !== "pending" && isSomebodyElse(by, author))
    .flatMap(({ submittedAt }) => submittedAt ?? [])
    .sort();
}

/**
 * Reviews and comments, and when people could first read them: a review's comments when it was submitted.
 * Commands alone are no answer, and neither is what this app wrote.
 */
function listAnswers(pullRequest: PullRequest, own: { id: string }[]): { by: Actor; at: Instant }[] {
  const submitted = new Map(pullRequest.reviews.map(({ id, submittedAt }) => [id, submittedAt]));
  const ownIds = new Set(own.map(({ id }) => id));
  return listComments(pullRequest).flatMap(({ id, author: by, body, createdAt, reviewId }) => {
    if (ownIds.has(id)) return [];
    if (reviewId === null) return isForTheApp(body) ? [] : [{ by, at: createdAt }];
    const at = submitted.get(reviewId);
    return at === null ? [] : [{ by, at: at ?? createdAt }];
  });
}

function readConversation(
  pullRequest: PullRequest,
  config: Config,
  { now, isApp }: { now: Instant; isApp: boolean },
): Pick<Life, "waits" | "threads" | "decisions"> {
  const permissions = readPermissions(pullRequest);
  const commands = evaluateCommands({
    pullRequest: isApp ? pullRequest : withoutReactions(pullRequest),
    permissions,
    timeZone: config.turns.hours.time_zone,
  });
  const { remarks, decisions } = evaluateConversation({
    pullRequest,
    config: config.review,
    now,
    permissions,
    decisions: commands.state.decisions,
    resolves: commands.state.resolves,
    calendar: null,
  });
  const threads = new Map(pullRequest.threads.map((thread) => [thread.id, thread]));
  return {
    waits: listWaits({
      pullRequest,
      config,
      permissions,
      now,
      commands: findTurnCommands(commands),
      remarks: remarks.map((remark) => toTurnRemark(remark, config.review)),
    }),
    threads: remarks.flatMap(({ id, source, since, kind }) => {
      const thread = source === "thread" ? threads.get(id) : undefined;
      if (thread === undefined || isBot(thread.comments[0].author)) return [];
      const wentBackAndForth = countRoundTrips(thread) >= config.review.back_and_forth.after;
      return [{ at: since, kind, wentBackAndForth }];
    }),
    decisions: decisions.map(({ at }) => at),
  };
}

/** Reviews say whether their authors can push. A report asks for nobody else's permission. */
function readPermissions({ reviews, threads }: PullRequest): KnownPermissions {
  return new Map(
    [...threads.flatMap(({ comments }) => comments), ...reviews].map(
      ({ author: { login }, authorCanPush }) => [login, authorCanPush ? "write" : "read"],
    ),
  );
}

/** The app's comments, as another token sees them: by a bot, with the app's marker. */
function listOwn({ comments, threads }: PullRequest) {
  const isOwn = ({ author, body }: { author: Actor; body: string }) =>
    isBot(author) &&
    (parseStickyMarker(body) !== null || parseKeyMarker(body, "reply") !== null || isReminder(body));
  return [...comments, ...threads.flatMap((thread) => thread.comments)].filter(isOwn);
}

const isReminder = (body: string) => parseReminderMarker(body) !== null;

function listReminders(
  pullRequest: PullRequest,
  own: ReturnType<typeof listOwn>,
  now: Instant,
): Life["reminders"] {
  const reminders = own.filter(({ body }) => isReminder(body));
  const acts = reminders.length === 0 ? [] : listActs(pullRequest, now);
  return reminders.map(({ createdAt: at }) => ({
    at,
    followedAt: findEarliest(acts.filter((act) => act > at)),
  }));
}

/**
 * The description as it was then; null when GitHub does not say, or when the newest edit is not the present
 * text.
 */
function findBody(
  { body, lastEditedAt }: PullRequest,
  at: Instant,
  edits: readonly BodyEdit[],
): string | null {
  if (lastEditedAt === null || lastEditedAt <= at) return body;
  const sorted = edits.toSorted((left, right) => compareInstants(right.at, left.at));
  if (sorted[0]?.body !== body) return null;
  return sorted.find((edit) => edit.at <= at)?.body ?? null;
}

/** Was nothing missing that the config calls an error? Null when it was exempt, or the text is not known. */
function isComplete(
  pullRequest: PullRequest,
  at: Instant,
  { config, templates, gitattributes, repository }: Setting,
  edits: readonly BodyEdit[],
): boolean | null {
  const body = findBody(pullRequest, at, edits);
  if (body === null) return null;
  const verdict = evaluateDescription({
    ...pullRequest,
    body,
    isDraft: false,
    isInMergeQueue: false,
    templates,
    repository,
    author: pullRequest.author.login,
    parsed: parseDescription(body),
    gitattributes,
    config: config.description,
  });
  if (verdict.exempt !== null) return null;
  return concludeDescription(verdict, { enforcement: "block" }) !== "failure";
}
