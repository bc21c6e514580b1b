import type { Observation } from "../core/observation.ts";
import { listWrites } from "../core/plan/list-writes.ts";
import type { Plan, Write } from "../core/planned.ts";
import type { Instant } from "../core/pull-request.ts";
import type { ReconcileDependencies } from "./dependencies.ts";
import { GitHubError } from "./github-error.ts";
import { withoutDeletedLabels } from "./label-history.ts";
import { withCreate, withCreatedId, withoutCreate, withUpdatedHash } from "./memory.ts";
import type { CheckedSubject, GitHub, JobContext, Memory, PullRequestSubject } from "./ports.ts";
import { isReminder } from "./reminder-budget.ts";

interface SentWrites {
  memory: Memory;
  /** Writes that this installation may not make, or that no longer apply. All others were sent. */
  refused: { write: Write["type"]; reason: string }[];
}

/** Reasons that concern one write only. Any other stops the look, which is tried again later. */
const skippable = new Set(["forbidden", "not_found", "invalid", "conflict"]);

/**
 * Sends the writes one after the other. A create is recorded durably before it is sent, and its id after, so
 * neither a lagging read nor a crash makes it twice. A missing permission costs one feature, not the app.
 */
export async function sendWrites(
  writes: Write[],
  context: {
    github: Pick<GitHub, "write">;
    target: CheckedSubject;
    memory: Memory;
    remember: (memory: Memory) => Promise<void>;
    now: () => Instant;
  },
): Promise<SentWrites> {
  const { github, target, remember, now } = context;
  let memory = context.memory;
  const result: Omit<SentWrites, "memory"> = { refused: [] };
  for (const write of writes) {
    const key = "key" in write ? write.key : null;
    if ("key" in write) {
      memory = withCreate(memory, write, now());
      await remember(memory);
    }
    try {
      const id = await github.write(target, write);
      if (key !== null) {
        memory = withCreatedId(memory, key, id);
        await remember(memory);
      } else memory = noteUpdate(memory, write);
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      // Every reason except "unavailable" means that GitHub stored nothing.
      if (key !== null && error.reason !== "unavailable") {
        memory = withoutCreate(memory, key);
        await remember(memory);
      }
      if (!skippable.has(error.reason)) throw error;
      result.refused.push({ write: write.type, reason: error.message });
    }
  }
  return { ...result, memory };
}

function noteUpdate(memory: Memory, write: Write): Memory {
  switch (write.type) {
    case "update_check_run":
      return withUpdatedHash(memory, write.id, write.checkRun.hash);
    case "update_comment":
      return withUpdatedHash(memory, write.id, write.hash);
    default:
      return memory;
  }
}

interface ActInput {
  dependencies: ReconcileDependencies;
  subject: PullRequestSubject;
  observation: Observation;
  memory: Memory;
  context: JobContext;
}

interface ActResult {
  memory: Memory;
  /** When to come back for a postponed reminder; null when there is none. */
  again: Instant | null;
  refused: boolean;
}

/**
 * Sends what the plan wants and GitHub lacks, except labels that people deleted for good and reminders over
 * the limit.
 */
export async function actOnPlan(plan: Plan, input: ActInput): Promise<ActResult> {
  const { dependencies, subject, observation } = input;
  const { clock, logger } = dependencies;
  const memory = noteLabels(plan, input);
  const wanted = withoutDeletedLabels(listWrites(plan, observation, memory.created), memory.labels);
  const { writes, again } = dependencies.reminders.limit(subject, wanted, clock.now());
  const result = await sendOrGiveBack(writes, { ...input, memory });
  if (result.refused.length > 0) logger.warn({ refused: result.refused }, "GitHub refused some writes");
  return {
    memory: result.memory,
    again,
    refused: result.refused.length > 0,
  };
}

/** Records which of our labels this look saw in the repository. */
function noteLabels(plan: Plan, { dependencies, observation, memory }: ActInput): Memory {
  const { id, labels } = observation.repository;
  const names = plan.labels.map(({ name }) => name);
  return { ...memory, labels: dependencies.labels.note(id, { names, labels }, memory.labels) };
}

/** Sends the writes. When one fails, gives back the place of a reminder that was not yet tried. */
async function sendOrGiveBack(
  writes: Write[],
  { dependencies, subject, observation, memory, context }: ActInput,
) {
  const { github, clock } = dependencies;
  let latest = memory;
  const remember = (next: Memory) => {
    latest = next;
    return context.remember(next);
  };
  const target = { ...subject, repository: observation.repository };
  try {
    return await sendWrites(writes, { github, target, memory, remember, now: () => clock.now() });
  } catch (error) {
    const isUnsent = (write: Write) =>
      isReminder(write) && !latest.created.some(({ key }) => key === write.key);
    if (writes.some(isUnsent)) dependencies.reminders.giveBack(subject, clock.now());
    throw error;
  }
}
