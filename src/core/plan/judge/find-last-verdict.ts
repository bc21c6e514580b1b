import { hasGivenUp } from "../../description/parsed-description.ts";
import { renderDescriptionTitle } from "../../render/description-check.ts";
import { hashOf } from "../../render/hash.ts";
import type { Facts, LastVerdict } from "../facts.ts";
import { judgeDescription } from "./judge-description.ts";

/** What to remember after a look; an exemption is no verdict on the text. */
export function findLastVerdict(facts: Facts): LastVerdict | null {
  const before = facts.lastVerdict ?? null;
  if (hasGivenUp(facts.description)) return before;
  const { verdict, conclusion } = judgeDescription(facts);
  if (verdict.exempt !== null) return before;
  const bodyHash = hashOf(facts.observation.pullRequest.body);
  return { bodyHash, conclusion, title: renderDescriptionTitle(verdict) };
}
