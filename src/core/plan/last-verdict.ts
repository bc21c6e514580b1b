import { hasGivenUp } from "../description/parsed-description.ts";
import { renderDescriptionTitle } from "../render/description-check.ts";
import { hashOf } from "../render/hash.ts";
import type { Facts } from "./facts.ts";
import { type Conclusion, judgeDescription } from "./plan-description.ts";

/** What the check last said about a description, for the next time that reading the same text takes too long. */
export interface LastVerdict {
  bodyHash: string;
  conclusion: Conclusion;
  title: string;
}

/** What to remember after a look; an exemption is no verdict on the text. */
export function findLastVerdict(facts: Facts): LastVerdict | null {
  const before = facts.lastVerdict ?? null;
  if (hasGivenUp(facts.description)) return before;
  const { verdict, conclusion } = judgeDescription(facts);
  if (verdict.exempt !== null) return before;
  const bodyHash = hashOf(facts.observation.pullRequest.body);
  return { bodyHash, conclusion, title: renderDescriptionTitle(verdict) };
}
