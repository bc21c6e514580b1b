import type { Finding, Seen } from "../finding.ts";
import type { Words } from "./words/words.ts";

/** A finding in words. */
export interface WordedFinding {
  /** One sentence: what was seen, and what helps; no full stop at its end. */
  message: string;
  /** What else to do about it, in the section's or the rule's own words; "" for nothing. */
  hint: string;
}

export function wordFinding({ seen }: Pick<Finding, "seen">, { findings }: Words): WordedFinding {
  // Each message takes what was seen of its own type.
  const say = findings.messages[seen.type] as (seen: Seen) => string;
  return { message: say(seen), hint: "boxes" in seen ? findings.ask(seen) : findings.hints[seen.type] };
}
