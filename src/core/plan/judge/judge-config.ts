import { type EffectiveConfig, resolveConfig } from "../../config/effective.ts";
import { concludeDescription } from "../../description/description.ts";
import { evaluateDescription } from "../../description/evaluate-description.ts";
import type { ParsedDescription, Unread } from "../../description/parts.ts";
import { type ConfigTexts, configPath, type Observation } from "../../observation.ts";
import type { PastPullRequest } from "../../pull-request.ts";
import type { ConfigTrial } from "../../render/config-check.ts";
import { renderDescriptionTitle } from "../../render/description-check.ts";
import { catalogues } from "../../render/words/index.ts";
import type { Facts } from "../facts.ts";

/**
 * Names to which people rename the file to switch it off: `.github/async.yaml`, `async.yml.bak`. GitHub
 * doesn't report a renamed file's old name.
 */
const renamedConfig = /(?:^|\/)async\.ya?ml[^/]*$/;

/** Does the pull request add, change, delete or rename the config file? */
function changesConfig({ pullRequest, configTexts }: Observation): boolean {
  return pullRequest.files.some(
    ({ path, changeType }) =>
      path === configPath ||
      (changeType === "renamed" && renamedConfig.test(path) && configTexts.base !== null),
  );
}

/**
 * The config that would count after the merge; `unread` when judging it took too long, or ended the thread.
 * Null when the pull request changes nothing in it, or is not open.
 */
export type ChangedConfig = EffectiveConfig | "unread" | null;

export function judgeChangedConfig({ observation, unread }: Facts): ChangedConfig {
  if (observation.pullRequest.state !== "open" || !changesConfig(observation)) return null;
  return unread?.changedConfig === undefined ? resolveChangedConfig(observation) : "unread";
}

/**
 * The config that would count after the merge; null when the pull request does not change the config file.
 */
export function resolveChangedConfig(
  observation: Observation,
  resolve: (texts: ConfigTexts) => EffectiveConfig = resolveConfig,
): EffectiveConfig | null {
  if (!changesConfig(observation)) return null;
  const { pullRequest, configTexts, repository } = observation;
  const { head } = configTexts;
  // A merge into another branch leaves the default branch's file alone. That file counts for branches without
  // one.
  const isDefault = pullRequest.baseRef === repository.defaultBranch;
  // In the organisation's own `.github` repository, the file is also the organisation's.
  const isOrganisations = isDefault && repository.name === ".github";
  return resolve({
    ...configTexts,
    base: head,
    defaultBranch: isDefault ? head : configTexts.defaultBranch,
    organisation: isOrganisations ? head : configTexts.organisation,
  });
}

/** An earlier pull request with its body read. */
interface ReadPastPullRequest {
  pullRequest: PastPullRequest;
  parsed: ParsedDescription | Unread;
}

/** The description check's verdict on one earlier pull request, now and under the changed config. */
export function tryConfig(
  { pullRequest, parsed }: ReadPastPullRequest,
  templates: readonly ParsedDescription[],
  { before, after }: { before: EffectiveConfig; after: EffectiveConfig },
): ConfigTrial {
  const words = catalogues[before.config.language];
  const judge = ({ config }: EffectiveConfig) => {
    const verdict = evaluateDescription({
      ...pullRequest,
      author: pullRequest.author.login,
      isInMergeQueue: false,
      parsed,
      templates,
      config: config.description,
    });
    // As if findings blocked: the question is whether the description passes, not what the config makes of
    // that.
    const ok = concludeDescription(verdict, { enforcement: "block" }) !== "failure";
    return { ok, title: renderDescriptionTitle(verdict, words) };
  };
  return { number: pullRequest.number, title: pullRequest.title, before: judge(before), after: judge(after) };
}
