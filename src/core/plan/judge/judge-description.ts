import type { Given } from "../../commands/given.ts";
import type { EffectiveConfig } from "../../config/effective.ts";
import { type Conclusion, concludeDescription } from "../../description/conclude-description.ts";
import type { DescriptionVerdict } from "../../description/description.ts";
import { evaluateDescription } from "../../description/evaluate-description.ts";
import type { GaveUp, ParsedDescription } from "../../description/parsed-description.ts";
import type { PullRequest, PullRequestOnSameHead } from "../../pull-request.ts";
import { hashOf } from "../../render/hash.ts";
import type { Facts } from "../facts.ts";
import { findEnforceFrom } from "./find-enforce-from.ts";

/** What was found out about one description, and what the check concludes from it. */
export interface DescriptionJudgement {
  number: number;
  verdict: DescriptionVerdict;
  conclusion: Conclusion;
  /** `/async skip`: who let it be, and why; null when nobody did. */
  skipped: { by: string; reason: string } | null;
  /** The title that stands, because reading the same body took too long this time; null: it was read, or never before. */
  keptTitle: string | null;
}

/** Judges the pull request's own description; an accepted `/async skip` makes the check neutral. */
export function judgeDescription(facts: Facts, skip: Given<string> | null = null): DescriptionJudgement {
  const { pullRequest, repository } = facts.observation;
  const fresh = judge(facts, pullRequest, facts.description, {
    files: pullRequest.files,
    additions: pullRequest.additions,
    deletions: pullRequest.deletions,
    changedFiles: pullRequest.changedFiles,
    inMergeQueue: pullRequest.isInMergeQueue,
    createdAt: pullRequest.createdAt,
    repository: { owner: repository.owner, name: repository.name },
  });
  const judged = keepLast(fresh, facts);
  if (skip === null || judged.verdict.exempt !== null) return judged;
  return { ...judged, conclusion: "neutral", skipped: { by: skip.by, reason: skip.value } };
}

/**
 * A time-out says more about the machine than about the text, so the same body keeps what was said of it. What is given up
 * by counting would be given up again, and is told.
 */
function keepLast(judged: DescriptionJudgement, facts: Facts): DescriptionJudgement {
  const { verdict } = judged;
  const { lastVerdict: last, observation, effective } = facts;
  if (verdict.gaveUp !== "time" || verdict.exempt !== null || !last) return judged;
  const { body, createdAt } = observation.pullRequest;
  if (last.bodyHash !== hashOf(body)) return judged;
  const isAdvice = findEnforcement(effective, createdAt) === "advise";
  const conclusion = last.conclusion === "failure" && isAdvice ? "neutral" : last.conclusion;
  return { ...judged, verdict: { ...verdict, findings: [] }, conclusion, keptTitle: last.title };
}

/**
 * Judges the other open pull requests on the same head commit: a check run belongs to the commit, so each concludes as
 * the worst of them. They share the head, and with it the changed files as far as the base is the same.
 */
export function judgeSameHead(facts: Facts): DescriptionJudgement[] {
  const { pullRequest, repository } = facts.observation;
  return pullRequest.sameHead.flatMap((other) => {
    const parsed = facts.sameHead.get(other.number);
    if (!parsed) return [];
    return judge(facts, other, parsed, {
      files: pullRequest.files,
      additions: pullRequest.additions,
      deletions: pullRequest.deletions,
      changedFiles: pullRequest.changedFiles,
      inMergeQueue: false,
      createdAt: pullRequest.createdAt,
      repository: { owner: repository.owner, name: repository.name },
    });
  });
}

interface Surroundings
  extends Pick<PullRequest, "files" | "additions" | "deletions" | "changedFiles" | "createdAt"> {
  inMergeQueue: boolean;
  repository: { owner: string; name: string };
}

function judge(
  facts: Facts,
  subject: PullRequest | PullRequestOnSameHead,
  parsed: ParsedDescription | GaveUp,
  surroundings: Surroundings,
): DescriptionJudgement {
  const enforcement = findEnforcement(facts.effective, surroundings.createdAt);
  const verdict = evaluateDescription({
    parsed,
    templates: facts.templates,
    title: subject.title,
    body: subject.body,
    author: subject.author.login,
    labels: subject.labels,
    isDraft: subject.isDraft,
    baseRef: subject.baseRef,
    config: facts.effective.config.description,
    ...(facts.observation.gitattributes === null ? {} : { gitattributes: facts.observation.gitattributes }),
    ...surroundings,
  });
  const conclusion = concludeDescription(verdict, { enforcement });
  return { number: subject.number, verdict, conclusion, skipped: null, keptTitle: null };
}

/** Without any file the app never blocks; a pull request opened before `enforce_from` is only advised. */
export function findEnforcement({ config, hasFile }: EffectiveConfig, createdAt: string): "advise" | "block" {
  if (!hasFile || config.enforcement === "advise") return "advise";
  const from = findEnforceFrom(config);
  return from !== null && createdAt < from ? "advise" : "block";
}
