import { findWrites } from "../core/plan/find-writes.ts";
import type { Plan, Write } from "../core/planned.ts";
import type { Observation } from "../core/observation.ts";
import type { Instant } from "../core/pull-request.ts";
import { act } from "./act.ts";
import { withoutDeletedLabels } from "./label-history.ts";
import type { ReconcileParts } from "./parts.ts";
import type { JobContext, Memory, PullRequestSubject } from "./ports.ts";
import { isReminder } from "./reminder-budget.ts";

interface Surroundings {
  parts: ReconcileParts;
  subject: PullRequestSubject;
  observation: Observation;
  memory: Memory;
  context: JobContext;
}

export interface CarriedOut {
  memory: Memory;
  /** When to come back for a reminder that has to wait in line; null: none has. */
  again: Instant | null;
  refused: boolean;
}

/**
 * Writes what the plan lacks on GitHub, within what people and limits allow: labels deleted for good,
 * reminders in line.
 */
export async function carryOut(plan: Plan, surroundings: Surroundings): Promise<CarriedOut> {
  const { parts, subject, observation } = surroundings;
  const { clock, log } = parts;
  const memory = noteLabels(plan, surroundings);
  const wanted = withoutDeletedLabels(findWrites(plan, observation, memory.created), memory.labels);
  const { writes, again } = parts.reminders.limit(subject, wanted, clock.now());
  const result = await send(writes, { ...surroundings, memory });
  if (result.refused.length > 0) log.warn({ refused: result.refused }, "some writes were refused");
  return {
    memory: result.memory,
    again,
    refused: result.refused.length > 0,
  };
}

/** What this look saw of our labels in the repository. */
function noteLabels(plan: Plan, { parts, observation, memory }: Surroundings): Memory {
  const { id, labels } = observation.repository;
  const names = plan.labels.map(({ name }) => name);
  return { ...memory, labels: parts.labels.note(id, { names, labels }, memory.labels) };
}

/** Sends the writes; when one of them fails, a reminder that was not even tried keeps its place in line. */
async function send(writes: Write[], { parts, subject, observation, memory, context }: Surroundings) {
  const { github, clock } = parts;
  let latest = memory;
  const remember = (next: Memory) => {
    latest = next;
    return context.remember(next);
  };
  const target = { ...subject, repository: observation.repository };
  try {
    return await act(writes, { github, target, memory, remember, now: () => clock.now() });
  } catch (error) {
    const isUnsent = (write: Write) =>
      isReminder(write) && !latest.created.some(({ part }) => part === write.part);
    if (writes.some(isUnsent)) parts.reminders.giveBack(subject, clock.now());
    throw error;
  }
}
