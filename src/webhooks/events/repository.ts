import type { FanOutReason } from "../../reconcile/ports.ts";
import {
  isOrganisationRepository,
  lookAtInstallation,
  lookAtRepository,
  nothing,
  type RequestedLooks,
  readOrigin,
  type WebhookEvent,
} from "../looks.ts";
import { objectAt, type Payload, textAt } from "../payload.ts";

/**
 * After a rename or transfer, rows still have the old name. While archived, nobody looked. Nothing is
 * kept of a deleted repository. The other actions change which config counts or may be shown.
 */
const reasons: Record<string, FanOutReason> = {
  renamed: "resync",
  transferred: "resync",
  unarchived: "resync",
  deleted: "stop",
  edited: "config_changed",
  privatized: "config_changed",
  publicized: "config_changed",
};

/**
 * Changes to a repository as a whole. The config on the default branch is a pull request's fallback, and the
 * visibility decides whether the organisation's values may be shown. The organisation's own `.github`
 * repository gives the defaults of all others, under its old and its new name.
 */
function findLooks(payload: Payload): RequestedLooks {
  const origin = readOrigin(payload);
  const action = textAt(payload, "action") ?? "";
  const reason = reasons[action];
  if (origin === null || reason === undefined) return nothing;
  const changes = objectAt(payload, "changes");
  if (action === "edited" && objectAt(changes, "default_branch") === null) return nothing;
  const oldName = textAt(objectAt(objectAt(changes, "repository"), "name"), "from") ?? "";
  const look = [origin.repository.name, oldName].some(isOrganisationRepository)
    ? lookAtInstallation(origin.installationId, "config_changed")
    : lookAtRepository(origin, reason);
  return { looks: [look], byHead: [] };
}

export const repository: WebhookEvent = { actions: Object.keys(reasons), findLooks };
