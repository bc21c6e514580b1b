import { branchKey, configPath } from "../../core/observation.ts";
import type { MinimumVersion } from "../../reconcile/ports.ts";
import {
  isOrganisationRepository,
  lookAtInstallation,
  lookAtRepository,
  nothing,
  type RequestedLooks,
  readOrigin,
  type WebhookEvent,
} from "../looks.ts";
import { arrayAt, objectAt, type Payload, textAt } from "../payload.ts";

/** The most commits that GitHub lists in one payload. */
const maxCommits = 2048;

/**
 * A push that changes a config, on any branch, since a pull request reads the config of its base branch.
 * Where the payload does not say, the default branch counts as changed: a look that finds nothing new writes
 * nothing. The head before the push joins the minimum version, because GitHub's reads can lag here too.
 */
function findLooks(payload: Payload): RequestedLooks {
  const origin = readOrigin(payload);
  const ref = textAt(payload, "ref");
  if (origin === null || ref === null || !ref.startsWith("refs/heads/")) return nothing;
  const defaultBranch = textAt(objectAt(payload, "repository"), "default_branch");
  const isDefault = ref === `refs/heads/${defaultBranch}`;
  if (!touchesConfig(payload) && !(isDefault && isIncomplete(payload))) return nothing;
  const minimumVersion = readMinimumVersion(payload, origin.repository.name, ref.slice("refs/heads/".length));
  const look =
    isDefault && isOrganisationRepository(origin.repository.name)
      ? lookAtInstallation(origin.installationId, "config_changed", minimumVersion)
      : lookAtRepository(origin, "config_changed", minimumVersion);
  return { looks: [look], byHead: [] };
}

function readMinimumVersion(payload: Payload, repository: string, branch: string): MinimumVersion | null {
  const before = textAt(payload, "before");
  if (before === null) return null;
  return {
    updatedAt: null,
    headSha: null,
    commentIds: [],
    oldHeads: [branchKey(repository, branch, before)],
  };
}

function touchesConfig(payload: Payload): boolean {
  return (arrayAt(payload, "commits") ?? []).some((commit) =>
    ["added", "modified", "removed"].some((key) => arrayAt(commit, key)?.includes(configPath) === true),
  );
}

/** True when the list of commits is missing, cut, or not the whole difference. */
function isIncomplete(payload: Payload): boolean {
  const commits = arrayAt(payload, "commits");
  if (commits === null || commits.length >= maxCommits) return true;
  if (payload.forced === true || payload.created === true) return true;
  return commits.some((commit) => arrayAt(commit, "modified") === null);
}

export const push: WebhookEvent = { actions: null, findLooks };
