import type { FanOutReason } from "../../reconcile/ports.ts";
import { findInstallationId, lookAtInstallation, type NamedLooks, nothing } from "../looks.ts";
import { type Payload, textAt } from "../payload.ts";

const reasons: Record<string, FanOutReason> = {
  created: "added",
  unsuspend: "added",
  new_permissions_accepted: "resync",
  deleted: "stop",
  suspend: "stop",
};

export const installationActions = Object.keys(reasons);

/** The app comes to an account, may do more there, or leaves it. */
export function findInstallationLooks(payload: Payload): NamedLooks {
  const installationId = findInstallationId(payload);
  const reason = reasons[textAt(payload, "action") ?? ""];
  if (installationId === null || reason === undefined) return nothing;
  return { looks: [lookAtInstallation(installationId, reason)], byHead: [] };
}
