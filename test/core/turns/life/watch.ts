import { expect } from "vitest";
import { withKeyMarker } from "../../../../src/core/marker.ts";
import { planTurnLabels } from "../../../../src/core/plan/plan-labels.ts";
import { planReminders } from "../../../../src/core/plan/plan-reminders.ts";
import type { Instant, PullRequest } from "../../../../src/core/pull-request.ts";
import { renderTurnLine } from "../../../../src/core/render/turn-line.ts";
import { english } from "../../../../src/core/render/words/en/index.ts";
import { evaluateTurns } from "../../../../src/core/turns/evaluate-turns.ts";
import type { TurnsVerdict } from "../../../../src/core/turns/turns.ts";
import type { Life } from "./life.ts";
import { newComment } from "./new-pull-request.ts";
import { act, createWorld, readRemarks, type World } from "./world.ts";

const ownLogin = "async-review[bot]";

export interface Look {
  at: Instant;
  line: string;
  labels: string[];
  reminders: string[];
  minimized: string[];
  verdict: TurnsVerdict;
  /** The state before the look. */
  pullRequest: PullRequest;
}

function look(world: World, life: Life, now: Instant) {
  const { pullRequest, commands } = world;
  const { turns, reviewFocus, opened } = life;
  const firstSeenAt = opened.firstSeenAt ?? opened.at;
  const verdict = evaluateTurns({
    ...{ pullRequest, turns, firstSeenAt, now, commands, reviewFocus, remarks: readRemarks(world) },
    ...{ permissions: new Map(), reopened: new Map() },
  });
  const plan = planReminders(
    { observation: { ownLogin }, effective: { config: { turns, language: "en" } }, now },
    { turns: verdict, pullRequest, reviewFocus },
  );
  return { verdict, plan };
}

/** Looks once, carries out the plan, and makes sure that a second look finds nothing more to do. */
function lookAndAct(world: World, life: Life, now: Instant): Look & { wakeAt: Instant | null } {
  const { verdict, plan } = look(world, life, now);
  const before = structuredClone(world.pullRequest);
  const { comments } = world.pullRequest;
  const minimized = comments.filter(({ id }) => plan.minimize.includes(id));
  for (const comment of minimized) comment.isMinimized = true;
  const reminders = plan.reminders.map(({ key, body }) => withKeyMarker(body, "reminder", key));
  for (const body of reminders)
    comments.push(
      newComment(`reminder-${comments.filter(({ isOurs }) => isOurs).length + 1}`, ownLogin, now, body),
    );
  const again = look(world, life, now);
  expect([again.plan.reminders, again.plan.minimize]).toEqual([[], []]);
  const wakeAt = again.plan.wakeAt;
  if (wakeAt !== null) expect(wakeAt > now, `${wakeAt} lies after ${now}`).toBe(true);
  return {
    at: now,
    line: renderTurnLine(verdict, english),
    labels: planTurnLabels(verdict, life.turns.labels, before)
      .filter(({ wanted }) => wanted)
      .map(({ name }) => name),
    reminders,
    minimized: minimized.map(({ id }) => id),
    verdict,
    pullRequest: before,
    wakeAt,
  };
}

/** During an outage nothing is looked at until it ends. */
function delay(at: Instant, { outages }: Life): Instant {
  return outages.find(({ from, to }) => from <= at && at < to)?.to ?? at;
}

/**
 * Plays a life with a clock that jumps from event to wake-up, as the server's does, and returns all looks.
 * `extra` are further looks, which make no difference.
 */
export function watch(life: Life, extra: Instant[] = []): Look[] {
  const world = createWorld(life);
  const looks: Look[] = [];
  const deeds = life.deeds.toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const pending = extra.filter((at) => at >= life.opened.at).toSorted();
  let now: Instant | null = life.opened.at;
  for (let turns = 0; now !== null && now <= life.end; turns++) {
    expect(turns, "looks at one pull request").toBeLessThan(2000);
    while (deeds[0] !== undefined && deeds[0].at <= now) act(world, deeds.shift()!);
    while (pending[0] !== undefined && pending[0] <= now) pending.shift();
    const { wakeAt, ...seen } = lookAndAct(world, life, now);
    looks.push(seen);
    const next = [deeds[0]?.at, pending[0], wakeAt].filter((at) => at !== undefined && at !== null);
    now = next.length === 0 ? null : delay(next.sort()[0]!, life);
  }
  return looks;
}
