import {
  type Delivery,
  type Intent,
  type Look,
  type MinimumVersion,
  emptyMemory as noMemory,
} from "../../src/reconcile/ports.ts";
import type { SubjectRow } from "../../src/reconcile/row/subject-row.ts";

export { noMemory };

export const repository = { id: 7, owner: "acme", name: "shop" };

export function delivery(id: string, receivedAt = "2026-11-23T09:00:00Z"): Delivery {
  return { id, event: "pull_request", action: "opened", receivedAt };
}

export function lookAt(number: number, about: Partial<Look> = {}): Look {
  return {
    subject: { kind: "pull_request", installationId: 3, repository, number },
    minimumVersion: null,
    intents: [],
    notBefore: null,
    ...about,
  };
}

export function minimumVersion(
  updatedAt: string | null,
  headSha: string | null,
  commentIds: number[] = [],
): MinimumVersion {
  return { updatedAt, headSha, commentIds };
}

/** The intent of somebody who pressed "Check again" in this delivery. */
export function press(deliveryId: string): Intent {
  return { deliveryId, identifier: "recheck", sender: "alice" };
}

/** The row of pull request 1, with nothing pending. */
export function rowOf(more: Partial<SubjectRow> = {}): SubjectRow {
  return {
    key: "pull_request:7:1",
    subject: lookAt(1).subject,
    headSha: null,
    runAt: null,
    failures: 0,
    failure: null,
    minimumVersion: null,
    intents: [],
    memory: noMemory,
    life: null,
    firstSeenAt: "2026-11-23T09:00:00Z",
    ...more,
  };
}
