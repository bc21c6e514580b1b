import { Temporal } from "temporal-polyfill";
import { dueAt } from "../../src/core/calendar/business-time.ts";
import { createCalendar } from "../../src/core/calendar/calendar.ts";
import type { TurnsConfig } from "../../src/core/config/schema/turns-schema.ts";
import type { Scene } from "../e2e/start-scene.ts";
import { findNextWakeUp } from "../e2e/turns/find-next-wake-up.ts";

/** The moves of the clock: an ISO 8601 duration, or to an event. */
export const clockSteps = ["PT2M", "PT1H", "next morning", "next due"] as const;
export type ClockStep = (typeof clockSteps)[number];

/** The app also looks when nothing happens. After this many looks, nothing more is expected. */
const maxLooks = 50;

/**
 * Moves GitHub's and the app's clock, and waits until all due work is done. False when nothing is due any
 * more.
 */
export async function moveClock(
  scene: Scene,
  step: ClockStep,
  hours: TurnsConfig["hours"],
): Promise<boolean> {
  if (step === "next due") return moveToNextDue(scene, () => seeAll(scene));
  if (step === "next morning") await moveTo(scene, findNextMorning(scene.github.clock.now(), hours));
  else await scene.advance(step);
  return true;
}

/** The start of the first working day after today. */
function findNextMorning(now: string, hours: TurnsConfig["hours"]): string {
  const calendar = createCalendar(hours);
  const midnight = Temporal.Instant.from(now)
    .toZonedDateTimeISO(calendar.timeZone)
    .add({ days: 1 })
    .startOfDay()
    .toInstant()
    .toString();
  return dueAt(midnight, { amount: 0, unit: "hour", isBusiness: true }, calendar) ?? midnight;
}

/** Moves to the next instant at which something visible changes by itself; false when nothing is due. */
export async function moveToNextDue(scene: Scene, see: () => string): Promise<boolean> {
  const before = see();
  for (let looks = 0; looks < maxLooks; looks += 1) {
    const next = findNextWakeUp(scene.environment.dataDir);
    if (next === null) return false;
    await moveTo(scene, next);
    if (see() !== before) return true;
  }
  return false;
}

async function moveTo(scene: Scene, instant: string): Promise<void> {
  // Work that was postponed a moment ago may already be due, and the clock never goes back.
  if (instant > scene.github.clock.now()) scene.github.clock.set(instant);
  else scene.github.clock.advance("PT1S");
  scene.server.poke();
  await scene.settle();
}

const seeAll = ({ github }: Scene) =>
  JSON.stringify(github.repositories.flatMap(({ pullRequests }) => pullRequests.map((one) => one.see())));
