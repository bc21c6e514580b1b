import type { Kind } from "../../config/schema/review-schema.ts";
import type { Classification } from "./classification.ts";

/**
 * The kind that drives gate, labels, table and turns: decorations beat the word.
 * `nit (blocking)` is blocking, `issue (non-blocking)` is a suggestion.
 */
export function effectiveKind(said: Pick<Classification, "kind" | "blocking">): Kind | null {
  if (said.blocking) return "blocking";
  return said.kind === "blocking" ? "suggestion" : said.kind;
}
