import type { FanOutReason } from "../../reconcile/ports.ts";
import {
  findInstallationId,
  lookAtInstallation,
  nothing,
  type RequestedLooks,
  type WebhookEvent,
} from "../looks.ts";
import { type Payload, textAt } from "../payload.ts";

const reasons: Record<string, FanOutReason> = {
  created: "added",
  unsuspend: "added",
  new_permissions_accepted: "resync",
  deleted: "stop",
  suspend: "stop",
};

/** The app is installed on an account, gets new permissions there, or is removed. */
function findLooks(payload: Payload): RequestedLooks {
  const installationId = findInstallationId(payload);
  const reason = reasons[textAt(payload, "action") ?? ""];
  if (installationId === null || reason === undefined) return nothing;
  return { looks: [lookAtInstallation(installationId, reason)], byHead: [] };
}

export const installation: WebhookEvent = { actions: Object.keys(reasons), findLooks };
