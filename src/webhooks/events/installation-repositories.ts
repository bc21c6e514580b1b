import type { FanOutReason, Look } from "../../reconcile/ports.ts";
import { findInstallationId, lookAtRepository, type NamedLooks, nothing, readRepository } from "../looks.ts";
import { arrayAt, type Payload } from "../payload.ts";

export const installationRepositoriesActions = ["added", "removed"] as const;

/** Repositories that the app may now see, or may no longer see. */
export function findInstallationRepositoriesLooks(payload: Payload): NamedLooks {
  const installationId = findInstallationId(payload);
  if (installationId === null) return nothing;
  const looksAt = (key: string, reason: FanOutReason): Look[] =>
    (arrayAt(payload, key) ?? []).flatMap((value) => {
      const repository = readRepository(value);
      return repository === null ? [] : [lookAtRepository({ installationId, repository }, reason)];
    });
  return {
    looks: [...looksAt("repositories_removed", "stop"), ...looksAt("repositories_added", "added")],
    byHead: [],
  };
}
