import { configPath, type EffectiveConfig, resolveConfig } from "../config/effective.ts";
import { type ConfigTrial, renderConfigCheck } from "../render/config-check.ts";
import { hashOf } from "../render/hash.ts";
import type { Observation } from "../pull-request.ts";
import type { PlannedCheckRun } from "./plan.ts";

/** What would count after the merge; null when the pull request does not change the config file. */
export function resolveChangedConfig({
  pullRequest,
  configTexts,
  repository,
}: Observation): EffectiveConfig | null {
  const changed = pullRequest.files.find(({ path }) => path === configPath);
  if (!changed) return null;
  const { head } = configTexts;
  // In the organisation's own `.github` repository the file is the organisation's, too.
  const organisation = repository.name === ".github" ? head : configTexts.organisation;
  return resolveConfig({ ...configTexts, base: head, defaultBranch: head, organisation });
}

/**
 * The check run in a pull request that changes the config. Its hash leaves the trials out: they come later, in a second
 * write to the same run, and do not make the first one wrong.
 */
export function planConfigCheck(
  before: EffectiveConfig,
  after: EffectiveConfig,
  trials: ConfigTrial[] | null = null,
): PlannedCheckRun | null {
  const name = before.config.checks.config;
  if (name === false) return null;
  const input = { name, file: configPath, before, after };
  const hash = hashOf(renderConfigCheck({ ...input, trials: null }));
  return { ...renderConfigCheck({ ...input, trials }), hash };
}
