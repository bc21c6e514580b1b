import type { EffectiveConfig } from "../../config/effective.ts";
import { concludeDescription } from "../../description/conclude-description.ts";
import { evaluateDescription } from "../../description/evaluate-description.ts";
import type { GaveUp, ParsedDescription } from "../../description/parsed-description.ts";
import type { PastPullRequest } from "../../pull-request.ts";
import type { ConfigTrial } from "../../render/config-check.ts";
import { renderDescriptionTitle } from "../../render/description-check.ts";

/** An earlier pull request with its body read. */
export interface ReadPastPullRequest {
  pullRequest: PastPullRequest;
  parsed: ParsedDescription | GaveUp;
}

/** What the description check says about one earlier pull request now, and what it would say under the changed config. */
export function tryConfig(
  { pullRequest, parsed }: ReadPastPullRequest,
  templates: readonly ParsedDescription[],
  { before, after }: { before: EffectiveConfig; after: EffectiveConfig },
): ConfigTrial {
  const judge = ({ config }: EffectiveConfig) => {
    const { author, ...rest } = pullRequest;
    const verdict = evaluateDescription({
      ...rest,
      author: author.login,
      inMergeQueue: false,
      parsed,
      templates,
      config: config.description,
    });
    // As if findings blocked: the question is what each file thinks of the description, not what it does about it.
    const ok = concludeDescription(verdict, { enforcement: "block" }) !== "failure";
    return { ok, title: renderDescriptionTitle(verdict) };
  };
  return { number: pullRequest.number, title: pullRequest.title, before: judge(before), after: judge(after) };
}
