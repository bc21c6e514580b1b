import { Temporal } from "temporal-polyfill";
import { addWallTime } from "../calendar/business-time.ts";
import { parseDuration } from "../calendar/duration.ts";
import { latestOf } from "../calendar/instant.ts";
import { findEnforceFrom } from "../config/effective.ts";
import type { Config } from "../config/schema/config-schema.ts";
import { hasWriteAccess } from "../conversation/people.ts";
import type { Exemption } from "../description/description.ts";
import type { Finding } from "../finding.ts";
import type { Language } from "../language.ts";
import { findStickyComment, isMarked } from "../marker.ts";
import type { Observation } from "../observation.ts";
import type { PlannedComment } from "../planned.ts";
import { type Instant, listDeletions, type PullRequest } from "../pull-request.ts";
import { cutToLines, maxCommentCharacters } from "../render/cut.ts";
import { renderDecisionLog } from "../render/decisions.ts";
import { renderStickyComment } from "../render/sticky-comment.ts";
import { catalogues, writePage } from "../render/words/index.ts";
import type { Words } from "../render/words/words.ts";
import type { Facts } from "./facts.ts";
import { type ConversationJudgement, isLongUnassigned } from "./judge/judge-conversation.ts";
import type { DescriptionJudgement } from "./judge/judge-description.ts";

/** What the sticky comment is for, or why there is none yet, or none at all. */
export type CommentReason =
  /** `comment.when`; the description could not be read; the pull request is closed; it is there already. */
  | { type: "never" | "unread" | "closed" | "present" }
  /** Somebody deleted our comment, or made it their own. */
  | { type: "unwanted" }
  | { type: "decisions" }
  | { type: "findings"; count: number }
  | { type: "exempt"; exempt: Exemption }
  | { type: "skipped"; by: string }
  | { type: "nothing" }
  /** Older than our arrival or `enforce_from`, and unchanged since. */
  | { type: "old" }
  /** Until `comment.after` is over; null beyond 50 years. */
  | { type: "early"; until: Instant | null };

/** The sticky comment, and when to create it. */
interface CommentPlan {
  comment: PlannedComment | null;
  wakeAt: Instant | null;
}

/**
 * One comment, only when there is something to say: findings on the description, or decisions. Edited in
 * place, down to one line (and the decisions) once fixed. `when: never` leaves an existing one alone; a
 * closed pull request gets no new one.
 */
export function planComment(
  facts: Facts,
  description: DescriptionJudgement,
  conversation: ConversationJudgement,
): CommentPlan {
  const { language } = facts.effective.config;
  const because = decideComment(facts, description, conversation);
  const write = (create: boolean) =>
    toPlannedComment(language, (words) => renderBody(facts, description, conversation, words), create);
  switch (because.type) {
    case "decisions":
    case "findings":
      return { comment: write(true), wakeAt: null };
    case "present":
      return { comment: write(false), wakeAt: null };
    case "early":
      return { comment: write(false), wakeAt: because.until };
    case "closed":
      return { comment: updateLog(facts, conversation), wakeAt: null };
    default:
      return { comment: null, wakeAt: null };
  }
}

/** What the sticky comment is for, or why there is none. */
export function decideComment(
  facts: Facts,
  description: DescriptionJudgement,
  { verdict: { decisions } }: ConversationJudgement,
): CommentReason {
  const { when } = facts.effective.config.comment;
  const { pullRequest } = facts.observation;
  if (when === "never") return { type: "never" };
  if (description.verdict.unread !== null) return { type: "unread" };
  if (pullRequest.state !== "open") return { type: "closed" };
  if (findStickyComment(pullRequest.comments) !== null) return { type: "present" };
  if (!mayComment(facts)) return { type: "unwanted" };
  const count = listFindingsToMention(description, when).length;
  if (decisions.length > 0) return count > 0 ? { type: "findings", count } : { type: "decisions" };
  if (count === 0) return explainSilence(description);
  if (!mayAskForMore(facts)) return { type: "old" };
  const until = findCreateAt(facts);
  return until === null || facts.now < until ? { type: "early", until } : { type: "findings", count };
}

/** After closing, decisions stay listed in the comment that is there. */
function updateLog(
  { observation, effective }: Facts,
  { verdict: { decisions } }: ConversationJudgement,
): PlannedComment | null {
  if (findStickyComment(observation.pullRequest.comments) === null || decisions.length === 0) return null;
  return toPlannedComment(effective.config.language, (words) => renderDecisionLog(decisions, words), false);
}

/** Why nothing is asked of the description. */
function explainSilence({ verdict: { exempt }, skipped }: DescriptionJudgement): CommentReason {
  if (exempt !== null) return { type: "exempt", exempt };
  return skipped === null ? { type: "nothing" } : { type: "skipped", by: skipped.by };
}

/**
 * When the comment may be created; null beyond 50 years. In a workflow a wait ends only with an event or the
 * schedule, so a wait of up to ten minutes counts as none.
 */
function findCreateAt({ observation: { pullRequest }, effective, inWorkflow }: Facts): Instant | null {
  const start = findLatestStart(pullRequest);
  const { after } = effective.config.comment;
  const soon = inWorkflow ? addWallDuration(start, "10 minutes") : null;
  const createAt = addWallDuration(start, after);
  return createAt !== null && soon !== null && createAt <= soon ? start : createAt;
}

function toPlannedComment(
  language: Language,
  render: (words: Words) => string,
  create: boolean,
): PlannedComment {
  const { body, hash } = writePage(language, (words) => ({ body: render(words) }));
  return { create, body: cutToLines(body, maxCommentCharacters, catalogues[language]), hash };
}

/** The findings that are worth a comment. */
function listFindingsToMention(
  { verdict, skipped }: DescriptionJudgement,
  when: Config["comment"]["when"],
): Finding[] {
  if (verdict.exempt !== null || skipped !== null) return [];
  return verdict.findings.filter(({ level }) => when === "findings" || level === "error");
}

function renderBody(
  facts: Facts,
  description: DescriptionJudgement,
  { verdict: { decisions }, turns }: ConversationJudgement,
  words: Words,
): string {
  const isAsking = listFindingsToMention(description, facts.effective.config.comment.when).length > 0;
  const asking = isAsking ? toAskingOptions(facts) : null;
  const hasTurnLine = turns.state !== "unassigned" || isWorthSaying(facts, turns);
  return renderStickyComment({ description, asking, turns, hasTurnLine, decisions }, words);
}

/** "Nobody is asked" helps only an author who can ask somebody, and only after the configured time. */
function isWorthSaying(
  { observation, knownPermissions, now }: Facts,
  turns: ConversationJudgement["turns"],
): boolean {
  const { login } = observation.pullRequest.author;
  return isLongUnassigned(turns, now) && hasWriteAccess(login, knownPermissions) === true;
}

/**
 * The author of a pull request from a fork may not see the check's buttons, but anybody can write a comment.
 */
function toAskingOptions({ effective, observation, inWorkflow }: Facts) {
  const { checks, comment } = effective.config;
  const hasButton = checks.description !== false && !inWorkflow;
  const seesButton = hasButton && !observation.pullRequest.isCrossRepository;
  return {
    insertBy: seesButton ? ("button" as const) : ("command" as const),
    hasWarnings: comment.when === "findings",
  };
}

/** When the wait for the comment starts: the latest of created, ready, reopened and body edited. */
function findLatestStart(pullRequest: PullRequest): Instant {
  const events = pullRequest.timeline
    .filter((event) => event.type === "ready_for_review" || event.type === "reopened")
    .map((event) => event.createdAt);
  return latestOf(pullRequest.createdAt, pullRequest.lastEditedAt ?? "", ...events);
}

/**
 * GitHub's deliveries can lag by minutes.
 * https://docs.github.com/en/webhooks/testing-and-troubleshooting-webhooks/troubleshooting-webhooks
 */
const deliveryLag = { minutes: 5 };

/** May a new sticky comment appear here at all? People who delete ours have the last word. */
function mayComment({ observation }: Pick<Facts, "observation">): boolean {
  return !wasDeletedByPeople(observation) && !hasUnmarkedOwnComment(observation.pullRequest);
}

/**
 * May the comment ask for anything? Until its body is edited, not on a pull request that is older than our
 * arrival or than `enforce_from`.
 */
function mayAskForMore(facts: Facts): boolean {
  const { observation, effective } = facts;
  const starts = [findArrival(facts), findEnforceFrom(effective.config)];
  return starts.every((instant) => instant === null || isNewOrEditedSince(observation.pullRequest, instant));
}

/**
 * When the app came to the repository, less the lag of deliveries: it may first hear of a new repository
 * through a pull request's delivery, which comes after the pull request was opened.
 */
function findArrival({ repositoryFirstSeenAt }: Facts): Instant | null {
  if (repositoryFirstSeenAt === null) return null;
  return Temporal.Instant.from(repositoryFirstSeenAt).subtract(deliveryLag).toString();
}

function isNewOrEditedSince({ createdAt, lastEditedAt }: PullRequest, instant: Instant): boolean {
  return createdAt >= instant || (lastEditedAt !== null && lastEditedAt >= instant);
}

/** Did somebody else delete a comment of ours? */
function wasDeletedByPeople({ pullRequest, ownLogin }: Observation): boolean {
  return listDeletions(pullRequest.timeline, ownLogin).length > 0;
}

/**
 * Did somebody remove the marker of a comment of ours? Then it is theirs, and a second one would be noise.
 */
function hasUnmarkedOwnComment({ comments }: PullRequest): boolean {
  return comments.some(({ isOurs, body }) => isOurs && !isMarked(body));
}

/**
 * An instant plus one of the config's durations in wall time, where a day is 24 hours. Null beyond 50 years.
 */
function addWallDuration(from: Instant, duration: string): Instant | null {
  const parsed = parseDuration(duration);
  return parsed === null ? from : addWallTime(from, parsed.amount, parsed.unit, "UTC");
}
