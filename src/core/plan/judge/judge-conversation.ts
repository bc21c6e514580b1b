import { type CommandsVerdict, decisionsOf, evaluateCommands } from "../../commands/evaluate-commands.ts";
import type { TurnsConfig } from "../../config/schema/turns-schema.ts";
import { type ConversationVerdict, evaluateConversation } from "../../conversation/evaluate-conversation.ts";
import { hasWriteAccess } from "../../conversation/permission.ts";
import type { Instant, PullRequest } from "../../pull-request.ts";
import { createCalendar } from "../../calendar/calendar.ts";
import { dueAt } from "../../calendar/due-at.ts";
import { evaluateTurns } from "../../turns/evaluate-turns.ts";
import { findCandidates } from "../../conversation/find-people.ts";
import { isPerson } from "../../conversation/is-person.ts";
import type { TurnsVerdict } from "../../turns/verdict.ts";
import type { Facts } from "../facts.ts";
import { findStickyComment } from "../find-writes.ts";
import { findTurnCommands } from "./find-turn-commands.ts";
import { markBots } from "./mark-bots.ts";
import { isLongUnassigned } from "./is-long-unassigned.ts";
import { readSectionText } from "./read-section-text.ts";

/** The people's side of a pull request: what was commanded, what is open, whose move it is. */
export interface ConversationJudgement {
  commands: CommandsVerdict;
  conversation: ConversationVerdict;
  turns: TurnsVerdict;
  reviewFocus: string | null;
  /** As the config sees it: accounts that it calls bots are bots. */
  pullRequest: PullRequest;
}

/** Judges commands, threads and turns; turns are off without a config file (and, inside, without a time zone). */
export function judgeConversation(facts: Facts): ConversationJudgement {
  const { observation, effective, now } = facts;
  const { config } = effective;
  const pullRequest = markBots(observation.pullRequest, config.bots);
  const commands = evaluateCommands({
    pullRequest,
    permissions: facts.freshPermissions,
    timeZone: config.turns.hours.time_zone,
  });
  const conversation = evaluateConversation({
    pullRequest,
    config: config.review,
    now,
    permissions: facts.knownPermissions,
    resolves: commands.state.resolves,
    decisions: decisionsOf(commands.state),
    isWithinOneBusinessDay: (from, instant) => isWithinOneBusinessDay(from, instant, config.turns),
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
    said: conversation.remarks.map((remark) => ({
      ...remark,
      // Between the author and who has to be satisfied: who raised a thread took it over.
      opener: remark.holder,
      holds: remark.isOpen && remark.counts && config.review.gate.some((kind) => kind === remark.kind),
    })),
    permissions: facts.knownPermissions,
    reopened: facts.reopened ?? new Map(),
    reviewFocus,
  });
  return { commands, conversation, turns, reviewFocus, pullRequest };
}

/**
 * Logins whose permission decides something: commands without an answer, decisions by people nobody asked about, and authors
 * whose comment could say that no review was asked for.
 */
export function findNeededPermissions(
  facts: Facts,
  { commands, conversation, turns, pullRequest }: ConversationJudgement,
): string[] {
  const { author, comments, state } = pullRequest;
  const candidates = findCandidates(pullRequest).filter(
    (login) => state === "open" && hasWriteAccess(login, facts.knownPermissions) === "unknown",
  );
  const asksAboutAuthor =
    isLongUnassigned(turns, facts.now) &&
    state === "open" &&
    facts.effective.config.comment.when !== "never" &&
    findStickyComment(comments) !== null &&
    hasWriteAccess(author.login, facts.knownPermissions) === "unknown" &&
    isPerson(author);
  const needed = [...commands.needsPermission, ...conversation.needsPermission, ...candidates];
  return [...new Set(asksAboutAuthor ? [...needed, author.login] : needed)].sort();
}

function withoutZone(turns: TurnsConfig): TurnsConfig {
  const { time_zone: _zone, ...hours } = turns.hours;
  return { ...turns, hours };
}

function isWithinOneBusinessDay(from: Instant, now: Instant, turns: TurnsConfig): boolean {
  const until = dueAt(from, { amount: 1, unit: "day", business: true }, createCalendar(turns.hours));
  return until !== null && now < until;
}
