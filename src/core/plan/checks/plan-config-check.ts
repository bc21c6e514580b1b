import { type EffectiveConfig, findEnforcement, levelInItsFile } from "../../config/effective.ts";
import { configPath } from "../../observation.ts";
import type { PlannedCheckRun } from "../../planned.ts";
import type { Instant } from "../../pull-request.ts";
import { type ConfigTrial, renderConfigCheck } from "../../render/config-check.ts";
import { concludeHeld, planCheckRun } from "./plan-check-run.ts";

interface ConfigChange {
  /** What counts for the pull request itself: the base branch's file. */
  before: EffectiveConfig;
  after: EffectiveConfig | "unread";
  /** When the pull request was opened. */
  createdAt: Instant;
  /** Null: not tried (yet). */
  trials: ConfigTrial[] | null;
  /** As in `PlannedCheckRun`. */
  force: string | null;
}

/**
 * The check run for a pull request that changes the config; null when the config switches it off. The file's
 * own errors and unknown keys hold it. A file that was not read may do anything, so it counts as wrong. The
 * hash leaves the trials out, because they are added to the same run by a later write and do not invalidate
 * the first.
 */
export function planConfigCheck(change: ConfigChange): PlannedCheckRun | null {
  const { before, after, createdAt, trials, force } = change;
  const { checks, language } = before.config;
  const name = checks.config;
  if (name === false) return null;
  const conclusion = concludeHeld(after === "unread" || isBroken(after), findEnforcement(before, createdAt));
  const planWith = (tried: ConfigTrial[] | null) =>
    planCheckRun(
      language,
      (words) => ({
        name,
        conclusion,
        ...(after === "unread"
          ? { title: words.config.unreadTitle, summary: words.config.unread }
          : renderConfigCheck({ file: configPath, before, after, conclusion, trials: tried }, words)),
      }),
      force,
    );
  return { ...planWith(trials), hash: planWith(null).hash };
}

const isBroken = ({ problems }: EffectiveConfig) =>
  problems.some((problem) => problem.source === "repository" && levelInItsFile(problem) === "error");
