import { turnsSchema } from "../../../src/core/config/schema/turns-schema.ts";
import { evaluateTurns } from "../../../src/core/turns/evaluate-turns.ts";
import type { Deed, Life } from "./life/life.ts";
import { act, createWorld, readRemarks, type World } from "./life/world.ts";

/** Monday 2 November 2026, that hour in UTC; 25 is Tuesday 01:00. */
export const hour = (hours: number) =>
  new Date(Date.UTC(2026, 10, 2, hours)).toISOString().replace(".000", "");
const plain = turnsSchema.parse({ hours: { time_zone: "UTC" } });

export type Step = Partial<Omit<Deed, "threads">> &
  Pick<Deed, "does"> & { threads?: Partial<Deed["threads"][number]>[] };

export interface Around {
  /** Makes changes at the end that only GitHub can make. */
  change?(world: World): void;
  opened?: Partial<Life["opened"]>;
  reopened?: Map<string, string>;
  turns?: Life["turns"];
  permissions?: Map<string, "write" | "read">;
}

/** Plays steps an hour apart from Monday 08:00 (opened at 07:00). Returns the verdict of Friday 04:00. */
export function judge(steps: Step[], around: Around = {}) {
  const { change = () => {}, opened = {}, reopened = new Map(), turns = plain } = around;
  const at = hour(7);
  const world = createWorld({
    opened: { at, draft: false, author: "alice", labels: [], reviewDecision: null, fork: false, ...opened },
  } as Life);
  for (const [index, step] of steps.entries()) {
    const threads = (step.threads ?? []).map((thread) => ({ id: "t1", kind: null, ...thread }));
    act(world, { by: "alice", onBehalfOf: [], text: "", ...step, threads, at: hour(8 + index) });
  }
  change(world);
  return evaluateTurns({
    ...world,
    remarks: readRemarks(world, around.permissions),
    permissions: around.permissions ?? new Map(),
    ...{ reopened, turns, firstSeenAt: at, now: hour(92), reviewFocus: null },
  });
}

/**
 * The verdict as one line for each turn: role, login, day and hour of its start, reason; or the state when
 * nobody has a turn.
 */
export function tell(steps: Step[], around: Around = {}): string[] {
  const verdict = judge(steps, around);
  const told = verdict.turns.map(
    ({ role, login, since, why }) => `${role} ${login} ${since.slice(8, 13)} ${why.type}`,
  );
  return told.length === 0 ? [verdict.state] : told;
}
