import type { EffectiveConfig } from "../../config/effective.ts";
import type { Write } from "../../planned.ts";
import type { OwnCheckRun } from "../../pull-request.ts";
import { listCheckRunWrites } from "../list-writes.ts";
import { planCheckRun } from "../plan-check-run.ts";
import type { RecentCreate } from "./own-runs.ts";

/**
 * The writes for a merge group's commit: every enabled check concludes with success. The pull requests in the
 * group passed these checks on their own heads before they were queued.
 */
export function planMergeGroup(
  { config, hasFile }: EffectiveConfig,
  present: OwnCheckRun[],
  where: { headSha: string; recent: RecentCreate[] },
): Write[] {
  if (!config.enabled) return [];
  const names = [config.checks.description, hasFile ? config.checks.review : false].filter(
    (name) => name !== false,
  );
  return names.flatMap((name) => {
    const checkRun = planCheckRun(config.language, ({ checks }) => ({
      name,
      conclusion: "success",
      title: checks.mergeGroupTitle,
      summary: checks.mergeGroup,
    }));
    return listCheckRunWrites(checkRun, present, { number: "group", ...where });
  });
}
