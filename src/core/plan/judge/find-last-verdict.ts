import { hasGivenUp } from "../../description/parsed-description.ts";
import { renderDescriptionTitle } from "../../render/description-check.ts";
import { hashOf } from "../../render/hash.ts";
import type { Facts, LastVerdict } from "../facts.ts";
import type { DescriptionJudgement } from "./judge-description.ts";

/** What to remember after a look; an exemption is no verdict on the text, nor is `/async skip`. */
export function findLastVerdict(
  facts: Facts,
  { verdict, conclusion }: Pick<DescriptionJudgement, "verdict" | "conclusion">,
): LastVerdict | null {
  const before = facts.lastVerdict ?? null;
  if (hasGivenUp(facts.description)) return before;
  if (verdict.exempt !== null) return before;
  const bodyHash = hashOf(facts.observation.pullRequest.body);
  return { bodyHash, conclusion, title: renderDescriptionTitle(verdict) };
}
