import { approachAliases } from "./approach.ts";
import { contextAliases } from "./context.ts";
import { reviewFocusAliases } from "./review-focus.ts";
import { riskAliases } from "./risk.ts";
import { testingAliases } from "./testing.ts";

/** The built-in words for each of the five sections, in twelve languages, each word once. */
export const builtInAliases = {
  context: distinct(contextAliases),
  approach: distinct(approachAliases),
  risk: distinct(riskAliases),
  testing: distinct(testingAliases),
  review_focus: distinct(reviewFocusAliases),
} as const;

function distinct(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}
