import { findEarliest } from "../calendar/instant.ts";
import type { Config } from "../config/schema/config-schema.ts";
import type { TurnsConfig } from "../config/schema/turns-schema.ts";
import type { Language } from "../language.ts";
import type { Observation } from "../observation.ts";
import type { PlannedReminder } from "../planned.ts";
import type { Instant } from "../pull-request.ts";
import { renderReminder } from "../render/reminder.ts";
import { catalogues } from "../render/words/index.ts";
import {
  decideReminder,
  findConflict,
  isNotice,
  type ReminderDecision,
  type ReminderInput,
} from "../turns/decide-reminder.ts";
import { listFinished, listSent, nameTurn, renderReminderKey } from "../turns/sent-reminders.ts";
import type { Turn } from "../turns/turns.ts";
import type { ConversationJudgement } from "./judge/judge-conversation.ts";

/** The facts that a reminder depends on. */
interface ReminderFacts {
  observation: Pick<Observation, "ownLogin">;
  effective: { config: Pick<Config, "turns" | "language"> };
  now: Instant;
}

/** A turn, or a notice in place of one, and what was decided about its reminder. */
export interface DecidedReminder {
  turn: Turn;
  decision: ReminderDecision;
}

/** What should exist on GitHub because of the turns, and when to look again. */
interface RemindersPlan {
  /** At most one, which mentions everybody who is reminded at this instant. */
  reminders: PlannedReminder[];
  /** GraphQL ids of our reminders that have done their work. */
  minimize: string[];
  /** The next instant at which this or the verdict changes without a new event; null when there is none. */
  wakeAt: Instant | null;
  /** Why: one entry for each turn. */
  decisions: DecidedReminder[];
}

interface Sending {
  turn: Turn;
  step: number;
}

const toParts = (sending: Sending[]) => sending.map(({ turn, step }) => ({ turn: nameTurn(turn), step }));

/**
 * The reminders and the next look that follow from whose turn it is. What was already sent is read from our
 * own comments on the pull request, so the same moment never leads to a second reminder.
 */
export function planReminders(
  { observation, effective, now }: ReminderFacts,
  conversation: Pick<ConversationJudgement, "turns" | "reviewFocus" | "pullRequest">,
): RemindersPlan {
  const { turns: verdict, pullRequest } = conversation;
  if (verdict.state === "off") return { reminders: [], minimize: [], wakeAt: null, decisions: [] };
  const { turns, language } = effective.config;
  const input: ReminderInput = { pullRequest, turns, now, ownLogin: observation.ownLogin };
  const sent = listSent(pullRequest);
  const notice = findConflict(verdict, sent, input);
  const all = [...verdict.turns, verdict.merge, notice].filter((turn) => turn !== null);
  const decisions = all.map((turn) => ({ turn, decision: decideReminder(turn, sent, input) }));
  const sending = decisions.flatMap(({ turn, decision }) =>
    decision.type === "send" ? [{ turn, step: decision.step }] : [],
  );
  const later = decisions.flatMap(({ decision }) => (decision.type === "later" ? [decision.at] : []));
  return {
    reminders: sending.length === 0 ? [] : [planReminder(sending, conversation, turns.remind, language)],
    minimize: listFinished(sent, toParts(sending), all),
    wakeAt: findEarliest([...verdict.changesAt, ...later].filter((at) => at > now)),
    decisions,
  };
}

function planReminder(
  sending: Sending[],
  { turns: verdict, reviewFocus }: Pick<ConversationJudgement, "turns" | "reviewFocus">,
  { at_most, escalate }: TurnsConfig["remind"],
  language: Language,
): PlannedReminder {
  const isLast = sending.some(({ turn, step }) => step === at_most && !isNotice(turn));
  const body = renderReminder(
    {
      turns: sending.map(({ turn }) => turn),
      reviewFocus,
      deadline: verdict.deadline,
      escalate: isLast ? escalate : [],
      timeZone: verdict.timeZone,
    },
    catalogues[language],
  );
  return { key: renderReminderKey(toParts(sending)), body };
}
