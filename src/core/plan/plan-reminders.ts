import type { Language } from "../language.ts";
import type { PlannedReminder } from "../planned.ts";
import { findEarliest, type Instant } from "../pull-request.ts";
import { renderReminder } from "../render/reminder.ts";
import { catalogues } from "../render/words/index.ts";
import { decideReminder, findConflict, isNotice, type ReminderInput } from "../turns/decide-reminder.ts";
import { listFinished, listSent, nameTurn, renderReminderKey } from "../turns/sent-reminders.ts";
import type { Turn, TurnsVerdict } from "../turns/turns.ts";

interface RemindersInput extends ReminderInput {
  /** The text of the description's review focus section, as written; null when there is none. */
  reviewFocus: string | null;
  language: Language;
}

/** What should exist on GitHub because of the turns, and when to look again. */
interface RemindersPlan {
  /** At most one, which mentions everybody who is reminded at this instant. */
  reminders: PlannedReminder[];
  /** GraphQL ids of our reminders that have done their work. */
  minimize: string[];
  /** The next instant at which this or the verdict changes by itself; null when only an event changes it. */
  wakeAt: Instant | null;
}

interface Sending {
  turn: Turn;
  step: number;
}

const toParts = (sending: Sending[]) => sending.map(({ turn, step }) => ({ turn: nameTurn(turn), step }));

function planReminder(
  sending: Sending[],
  verdict: TurnsVerdict,
  { turns, reviewFocus, language }: RemindersInput,
): PlannedReminder {
  const key = renderReminderKey(toParts(sending));
  const isLast = sending.some(({ turn, step }) => step === turns.remind.at_most && !isNotice(turn));
  const body = renderReminder(
    {
      turns: sending.map(({ turn }) => turn),
      reviewFocus,
      deadline: verdict.deadline,
      escalate: isLast ? turns.remind.escalate : [],
      timeZone: verdict.timeZone,
    },
    catalogues[language],
  );
  return { key, body };
}

/**
 * The reminders and the next look that follow from whose turn it is. What was already sent is read from our
 * own comments on the pull request, so the same moment never leads to a second reminder.
 */
export function planReminders(verdict: TurnsVerdict, input: RemindersInput): RemindersPlan {
  if (verdict.state === "off") return { reminders: [], minimize: [], wakeAt: null };
  const sent = listSent(input.pullRequest);
  const notice = findConflict(verdict, sent, input);
  const all = [...verdict.turns, verdict.merge, notice].filter((turn) => turn !== null);
  const sending: Sending[] = [];
  const later: Instant[] = [...verdict.changesAt];
  for (const turn of all) {
    const decision = decideReminder(turn, sent, input);
    if (decision.type === "send") sending.push({ turn, step: decision.step });
    if (decision.type === "later") later.push(decision.at);
  }
  return {
    reminders: sending.length === 0 ? [] : [planReminder(sending, verdict, input)],
    minimize: listFinished(sent, toParts(sending), all),
    wakeAt: findEarliest(later.filter((at) => at > input.now)),
  };
}
