import { type NamedLooks, nothing } from "../named-look.ts";
import { arrayAt, objectAt, type Payload, textAt } from "../payload.ts";
import { findOrigin, isOrganisations, lookAtInstallation, lookAtRepository } from "./subjects.ts";

const configPath = ".github/async.yml";

/** GitHub lists no more commits than that in one payload. */
const mostCommits = 2048;

/**
 * A push that changes a config, on any branch: pull requests read the one of their base branch. Where the payload cannot
 * tell, the default branch is taken for changed: a look that finds nothing new writes nothing.
 */
export function findPushLooks(payload: Payload): NamedLooks {
  const origin = findOrigin(payload);
  const ref = textAt(payload, "ref");
  if (origin === null || ref === null || !ref.startsWith("refs/heads/")) return nothing;
  const defaultBranch = textAt(objectAt(payload, "repository"), "default_branch");
  const isDefault = ref === `refs/heads/${defaultBranch}`;
  if (!touchesConfig(payload) && !(isDefault && isUntold(payload))) return nothing;
  const look =
    isDefault && isOrganisations(origin.repository.name)
      ? lookAtInstallation(origin.installationId, "config_changed")
      : lookAtRepository(origin, "config_changed");
  return { looks: [look], byHead: [] };
}

function touchesConfig(payload: Payload): boolean {
  return (arrayAt(payload, "commits") ?? []).some((commit) =>
    ["added", "modified", "removed"].some((key) => arrayAt(commit, key)?.includes(configPath) === true),
  );
}

/** The list of commits is missing, cut, or not the whole difference. */
function isUntold(payload: Payload): boolean {
  const commits = arrayAt(payload, "commits");
  if (commits === null || commits.length >= mostCommits) return true;
  if (payload.forced === true || payload.created === true) return true;
  return commits.some((commit) => arrayAt(commit, "modified") === null);
}
