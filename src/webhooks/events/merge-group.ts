import { nothing, type RequestedLooks, readOrigin, type WebhookEvent } from "../looks.ts";
import { objectAt, type Payload, textAt } from "../payload.ts";

/** A merge queue waits for our checks on its own commit. */
function findLooks(payload: Payload): RequestedLooks {
  const origin = readOrigin(payload);
  const group = objectAt(payload, "merge_group");
  const headSha = textAt(group, "head_sha");
  const baseRef = textAt(group, "base_ref")?.replace(/^refs\/heads\//, "");
  if (origin === null || headSha === null || !baseRef) return nothing;
  const subject = { kind: "merge_group" as const, ...origin, headSha, baseRef };
  return { looks: [{ subject, minimumVersion: null, intents: [], notBefore: null }], byHead: [] };
}

export const mergeGroup: WebhookEvent = { actions: ["checks_requested"], findLooks };
