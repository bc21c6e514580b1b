import type { FanOutReason, Look } from "../../reconcile/ports.ts";
import {
  findInstallationId,
  lookAtRepository,
  nothing,
  type RequestedLooks,
  readRepository,
  type WebhookEvent,
} from "../looks.ts";
import { arrayAt, type Payload } from "../payload.ts";

/** Repositories that the app may now see, or may no longer see. */
function findLooks(payload: Payload): RequestedLooks {
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

export const installationRepositories: WebhookEvent = { actions: ["added", "removed"], findLooks };
