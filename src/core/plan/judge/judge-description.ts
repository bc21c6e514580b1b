import type { Given } from "../../commands/commands.ts";
import { findEnforcement } from "../../config/effective.ts";
import { concludeDescription, type DescriptionVerdict } from "../../description/description.ts";
import { evaluateDescription } from "../../description/evaluate-description.ts";
import { isUnread } from "../../description/parts.ts";
import type { Conclusion } from "../../planned.ts";
import { renderDescriptionTitle } from "../../render/description-check.ts";
import { hashOf } from "../../render/hash.ts";
import { catalogues } from "../../render/words/index.ts";
import type { Facts, LastVerdict } from "../facts.ts";

/** The verdict on one description, and what the check concludes from it. */
export interface DescriptionJudgement {
  number: number;
  verdict: DescriptionVerdict;
  /** Neutral when it is skipped. */
  conclusion: Conclusion;
  /** What the text alone concludes: the same, unless it is skipped. */
  textConclusion: Conclusion;
  /** `/async skip`: by whom, and why; null when nobody skipped it. */
  skipped: { by: string; reason: string } | null;
  /**
   * The earlier title, kept because reading the same body took too long this time; null when it was read now,
   * or never was.
   */
  keptTitle: string | null;
}

/** Judges the pull request's own description, whatever was said about it. */
export function judgeDescription(facts: Facts): DescriptionJudgement {
  return keepLast(judgeText(facts), facts);
}

/** An accepted `/async skip` makes the check neutral. */
export function withSkip(judged: DescriptionJudgement, skip: Given<string> | null): DescriptionJudgement {
  if (skip === null || judged.verdict.exempt !== null) return judged;
  return { ...judged, conclusion: "neutral", skipped: { by: skip.by, reason: skip.value } };
}

/**
 * A time-out says more about the machine than about the text, so the same body keeps its verdict. A body over
 * a counted limit would exceed it again, so that is reported.
 */
function keepLast(judged: DescriptionJudgement, facts: Facts): DescriptionJudgement {
  const { verdict } = judged;
  const { lastVerdict: last, observation, effective } = facts;
  if (verdict.unread !== "time" || verdict.exempt !== null || !last) return judged;
  const { body, createdAt } = observation.pullRequest;
  if (last.bodyHash !== hashOf(body)) return judged;
  const isAdvice = findEnforcement(effective, createdAt) === "advise";
  const conclusion = last.conclusion === "failure" && isAdvice ? "neutral" : last.conclusion;
  return {
    ...judged,
    verdict: { ...verdict, findings: [] },
    conclusion,
    textConclusion: conclusion,
    keptTitle: last.title,
  };
}

function judgeText(facts: Facts): DescriptionJudgement {
  const { observation, effective } = facts;
  const { pullRequest, repository, gitattributes } = observation;
  const verdict = evaluateDescription({
    ...pullRequest,
    author: pullRequest.author.login,
    parsed: facts.description,
    templates: facts.templates,
    repository,
    gitattributes,
    config: effective.config.description,
  });
  const enforcement = findEnforcement(effective, pullRequest.createdAt);
  const conclusion = concludeDescription(verdict, { enforcement });
  return {
    number: pullRequest.number,
    verdict,
    conclusion,
    textConclusion: conclusion,
    skipped: null,
    keptTitle: null,
  };
}

/** What to remember after a look. Neither an exemption nor `/async skip` is a verdict on the text. */
export function findLastVerdict(
  facts: Facts,
  { verdict, textConclusion: conclusion }: DescriptionJudgement,
): LastVerdict | null {
  const before = facts.lastVerdict ?? null;
  if (isUnread(facts.description)) return before;
  if (verdict.exempt !== null) return before;
  const bodyHash = hashOf(facts.observation.pullRequest.body);
  const words = catalogues[facts.effective.config.language];
  return { bodyHash, conclusion, title: renderDescriptionTitle(verdict, words) };
}
