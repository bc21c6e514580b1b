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
 * GitHub requests checks for a commit. "requested" comes with every push, mostly after the pull request's own
 * event, so it counts only for commits that were not seen. "rerequested" means that somebody pressed "Re-run
 * all checks".
 */
function findLooks(payload: Payload, deliveryId: string): RequestedLooks {
  const origin = readOrigin(payload);
  const suite = objectAt(payload, "check_suite");
  const headSha = textAt(suite, "head_sha");
  if (origin === null || suite === null || headSha === null) return nothing;
  const onlyIfUnseen = textAt(payload, "action") === "requested";
  const intents = onlyIfUnseen ? [] : [rerequested(payload, deliveryId)];
  const numbers = listCheckedPullRequests(suite, origin.repository.id);
  const minimumVersion = { updatedAt: null, headSha, commentIds: [] };
  const byHead = { repository: origin.repository, headSha, intents, onlyIfUnseen };
  return {
    looks: numbers.map((number) =>
      lookAtPullRequest(origin, number, { minimumVersion, intents, onlyIfUnseen }),
    ),
    // A re-run is for every pull request with this head, and GitHub does not name those of forks.
    byHead: numbers.length === 0 || !onlyIfUnseen ? [byHead] : [],
  };
}

function rerequested(payload: Payload, deliveryId: string): Intent {
  return { deliveryId, identifier: "rerequested", sender: textAt(objectAt(payload, "sender"), "login") };
}

export const checkSuite: WebhookEvent = { actions: ["requested", "rerequested"], findLooks };
