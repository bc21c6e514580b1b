import {
  type EffectiveConfig,
  findEnforcement,
  levelInItsFile,
  resolveConfig,
} from "../../config/effective.ts";
import { concludeDescription } from "../../description/description.ts";
import { evaluateDescription } from "../../description/evaluate-description.ts";
import type { GaveUp, ParsedDescription } from "../../description/parts.ts";
import { type ConfigTexts, configPath, type Observation } from "../../observation.ts";
import type { PlannedCheckRun } from "../../planned.ts";
import type { Instant, PastPullRequest } from "../../pull-request.ts";
import { type ConfigTrial, renderConfigCheck } from "../../render/config-check.ts";
import { renderDescriptionTitle } from "../../render/description-check.ts";
import { catalogues } from "../../render/words/index.ts";
import type { Facts } from "../facts.ts";
import { concludeHeld, planCheckRun } from "../plan-check-run.ts";

/**
 * Names to which people rename the file to switch it off: `.github/async.yaml`, `async.yml.bak`. GitHub does
 * not tell a renamed file's old name.
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

/** What a pull request would change in the config. */
export interface ChangedConfig {
  /** Null when the config switches it off. */
  checkRun: PlannedCheckRun | null;
  /** The config that would count after the merge; null when reading it was given up. */
  after: EffectiveConfig | null;
}

/** Null when the pull request changes nothing in the config, or is not open. */
export function judgeChangedConfig({ observation, effective, gaveUp }: Facts): ChangedConfig | null {
  if (observation.pullRequest.state !== "open" || !changesConfig(observation)) return null;
  const { createdAt } = observation.pullRequest;
  if (gaveUp?.["changed config"] !== undefined)
    return { checkRun: planUnreadConfig(effective, createdAt), after: null };
  const after = resolveChangedConfig(observation);
  const checkRun = after && planConfigCheck({ before: effective, after, createdAt, trials: null });
  return { checkRun, after };
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
  // A merge into another branch leaves the default branch's file as it is, which counts where that branch has
  // none.
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

interface ConfigChange {
  /** What counts for the pull request itself: the base branch's file. */
  before: EffectiveConfig;
  after: EffectiveConfig;
  /** When the pull request was opened. */
  createdAt: Instant;
  /** Null: not tried (yet). */
  trials: ConfigTrial[] | null;
}

/**
 * The check run for a pull request that changes the config; its file's own errors and unknown keys hold it.
 * Its hash leaves the trials out, because they are added to the same run by a later write and do not
 * invalidate the first.
 */
export function planConfigCheck({ before, after, createdAt, trials }: ConfigChange): PlannedCheckRun | null {
  const name = before.config.checks.config;
  if (name === false) return null;
  const isBroken = after.problems.some(
    (problem) => problem.source === "repository" && levelInItsFile(problem) === "error",
  );
  const conclusion = concludeHeld(isBroken, findEnforcement(before, createdAt));
  const input = { file: configPath, before, after, conclusion };
  const planWith = (tried: ConfigTrial[] | null) =>
    planCheckRun(before.config.language, (words) => ({
      name,
      conclusion,
      ...renderConfigCheck({ ...input, trials: tried }, words),
    }));
  return { ...planWith(trials), hash: planWith(null).hash };
}

/** The check when the changed file took too long to read. Its effect is unknown, so it counts as wrong. */
export function planUnreadConfig(effective: EffectiveConfig, createdAt: Instant): PlannedCheckRun | null {
  const { checks, language } = effective.config;
  const name = checks.config;
  if (name === false) return null;
  return planCheckRun(language, (words) => ({
    name,
    conclusion: concludeHeld(true, findEnforcement(effective, createdAt)),
    title: words.config.unreadTitle,
    summary: words.config.unread,
  }));
}

/** An earlier pull request with its body read. */
interface ReadPastPullRequest {
  pullRequest: PastPullRequest;
  parsed: ParsedDescription | GaveUp;
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
    // As if findings blocked: the question is what each file thinks of the description, not what it does
    // about it.
    const ok = concludeDescription(verdict, { enforcement: "block" }) !== "failure";
    return { ok, title: renderDescriptionTitle(verdict, words) };
  };
  return { number: pullRequest.number, title: pullRequest.title, before: judge(before), after: judge(after) };
}
