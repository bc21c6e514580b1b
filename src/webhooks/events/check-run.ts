import type { Intent } from "../../reconcile/ports.ts";
import {
  listCheckedPullRequests,
  lookAtPullRequest,
  nothing,
  type RequestedLooks,
  readOrigin,
  type WebhookEvent,
} from "../looks.ts";
import { objectAt, type Payload, textAt } from "../payload.ts";

/**
 * A pressed button or a re-run of our own check run. Only this delivery says who pressed it, so it becomes an
 * intent.
 */
function findLooks(payload: Payload, deliveryId: string): RequestedLooks {
  const origin = readOrigin(payload);
  const checkRun = objectAt(payload, "check_run");
  const identifier = findIdentifier(payload);
  if (origin === null || checkRun === null || identifier === null) return nothing;
  const intents = [{ deliveryId, identifier, sender: textAt(objectAt(payload, "sender"), "login") }];
  // `external_id` is `<number>:<hash>` and only ours has it: the number of the pull request that the run is
  // about, in forks too, where GitHub names none. Others with that head share the run.
  const number = /^([1-9]\d{0,8}):/.exec(textAt(checkRun, "external_id") ?? "")?.[1];
  const numbers =
    number === undefined ? listCheckedPullRequests(checkRun, origin.repository.id) : [Number(number)];
  const headSha = textAt(checkRun, "head_sha");
  return {
    looks: numbers.map((each) => lookAtPullRequest(origin, each, { intents })),
    byHead:
      headSha === null ? [] : [{ repository: origin.repository, headSha, intents, onlyIfUnseen: false }],
  };
}

function findIdentifier(payload: Payload): Intent["identifier"] | null {
  if (textAt(payload, "action") === "rerequested") return "rerequested";
  const identifier = textAt(objectAt(payload, "requested_action"), "identifier");
  return identifier === "insert" || identifier === "recheck" ? identifier : null;
}

export const checkRun: WebhookEvent = { actions: ["rerequested", "requested_action"], findLooks };
