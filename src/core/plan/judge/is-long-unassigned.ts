import type { Instant } from "../../pull-request.ts";
import type { TurnsVerdict } from "../../turns/verdict.ts";

/** Nobody was asked to review for as long as the config waits with saying so (`turns.unassigned`). */
export function isLongUnassigned(
  { state, unassignedFrom }: Pick<TurnsVerdict, "state" | "unassignedFrom">,
  now: Instant,
): boolean {
  return state === "unassigned" && unassignedFrom !== null && now >= unassignedFrom;
}
