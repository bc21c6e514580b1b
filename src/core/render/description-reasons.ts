import type { EffectiveConfig } from "../config/effective.ts";
import type { DescriptionVerdict } from "../description/description.ts";

/** Stub until the reasons land with the engine. */
export function renderDescriptionReasons(_verdict: DescriptionVerdict, _effective: EffectiveConfig): string {
  return "";
}
