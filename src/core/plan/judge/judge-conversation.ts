import { createCalendar } from "../../calendar/calendar.ts";
import {
  type CommandsVerdict,
  evaluateCommands,
  findTurnCommands,
} from "../../commands/evaluate-commands.ts";
import type { TurnsConfig } from "../../config/schema/turns-schema.ts";
import { type ConversationVerdict, evaluateConversation } from "../../conversation/evaluate-conversation.ts";
import { hasWriteAccess, isPerson, listCandidates, markBots } from "../../conversation/people.ts";
import { readSectionText } from "../../description/find-sections.ts";
import { findStickyComment } from "../../marker.ts";
import type { Instant, PullRequest } from "../../pull-request.ts";
import { evaluateTurns } from "../../turns/evaluate-turns.ts";
import { type TurnsVerdict, toTurnRemark } from "../../turns/turns.ts";
import type { Facts } from "../facts.ts";

/** What was found out about a pull request's conversation: commands, open threads, turns. */
export interface ConversationJudgement {
  commands: CommandsVerdict;
  verdict: ConversationVerdict;
  turns: TurnsVerdict;
  reviewFocus: string | null;
  /** With accounts that the config's `bots` lists marked as bots. */
  pullRequest: PullRequest;
}

/** Judges commands, threads and turns. Turns are off without a config file, and without a time zone. */
export function judgeConversation(facts: Facts): ConversationJudgement {
  const { observation, effective, now } = facts;
  const { config } = effective;
  const pullRequest = markBots(observation.pullRequest, config.bots);
  const commands = evaluateCommands({
    pullRequest,
    permissions: facts.freshPermissions,
    timeZone: config.turns.hours.time_zone,
  });
  const verdict = evaluateConversation({
    pullRequest,
    config: config.review,
    now,
    permissions: facts.knownPermissions,
    resolves: commands.state.resolves,
    decisions: commands.state.decisions,
    calendar: createCalendar(config.turns.hours),
  });
  const reviewFocus = readSectionText(
    facts.description,
    pullRequest.body,
    config.description.sections,
    "review_focus",
  );
  const turns = evaluateTurns({
    pullRequest,
    turns: effective.hasFile ? config.turns : withoutZone(config.turns),
    firstSeenAt: facts.firstSeenAt,
    now,
    commands: findTurnCommands(commands),
    remarks: verdict.remarks.map((remark) => toTurnRemark(remark, config.review)),
    permissions: facts.knownPermissions,
    reopened: facts.reopened ?? new Map(),
    reviewFocus,
  });
  return { commands, verdict, turns, reviewFocus, pullRequest };
}

/**
 * Logins whose permission matters: people with unanswered commands or undecided decisions, possible owners,
 * and an author whom the comment would tell that nobody was asked to review.
 */
export function listNeededPermissions(
  facts: Facts,
  { commands, verdict, turns, pullRequest }: ConversationJudgement,
): string[] {
  const { author, comments, state } = pullRequest;
  const candidates = listCandidates(pullRequest).filter(
    (login) => state === "open" && hasWriteAccess(login, facts.knownPermissions) === "unknown",
  );
  const asksAboutAuthor =
    isLongUnassigned(turns, facts.now) &&
    state === "open" &&
    facts.effective.config.comment.when !== "never" &&
    findStickyComment(comments) !== null &&
    hasWriteAccess(author.login, facts.knownPermissions) === "unknown" &&
    isPerson(author);
  const needed = [...commands.needsPermission, ...verdict.needsPermission, ...candidates];
  return [...new Set(asksAboutAuthor ? [...needed, author.login] : needed)].sort();
}

function withoutZone(turns: TurnsConfig): TurnsConfig {
  const { time_zone: _zone, ...hours } = turns.hours;
  return { ...turns, hours };
}

/** Has nobody been asked to review for as long as `turns.unassigned`, after which the comment says so? */
export function isLongUnassigned(
  { state, unassignedFrom }: Pick<TurnsVerdict, "state" | "unassignedFrom">,
  now: Instant,
): boolean {
  return state === "unassigned" && unassignedFrom !== null && now >= unassignedFrom;
}
