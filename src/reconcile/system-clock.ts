import { Temporal } from "temporal-polyfill";
import type { Clock } from "./ports.ts";

/** The machine's time, in whole seconds as GitHub's instants have them. */
export const systemClock: Clock = {
  now: () => Temporal.Now.instant().round({ smallestUnit: "second", roundingMode: "floor" }).toString(),
};
