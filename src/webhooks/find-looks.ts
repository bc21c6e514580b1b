import { events } from "./events/index.ts";
import { nothing, type RequestedLooks } from "./looks.ts";
import { idAt, objectAt, type Payload, textAt } from "./payload.ts";

/** Who this app is, as deliveries name it. */
export interface AppIdentity {
  appId: number;
  /** Its account is `<slug>[bot]`; null until GitHub has named it. */
  slug: string | null;
}

/** A verified delivery, as it came. */
export interface ReceivedDelivery {
  /** `X-GitHub-Delivery`. */
  id: string;
  /** `X-GitHub-Event`. */
  name: string;
  payload: Payload;
}

/**
 * Which subjects a delivery is about. Nothing is decided from a payload: it only says where to look, and how
 * new the observation has to be. Unknown events and actions, and our own echoes, request nothing. Throws an
 * `IntakeError` (400) when a field has the wrong type.
 */
export function findLooks(delivery: ReceivedDelivery, app: AppIdentity): RequestedLooks {
  const event = Object.hasOwn(events, delivery.name) ? events[delivery.name] : undefined;
  if (event === undefined || isEcho(delivery.name, delivery.payload, app)) return nothing;
  const action = textAt(delivery.payload, "action");
  if (event.actions !== null && !event.actions.some((known) => known === action)) return nothing;
  return event.findLooks(delivery.payload, delivery.id);
}

/**
 * True for deliveries about this app's own writes, which GitHub sends to it as well. They are answered and
 * forgotten: storing them would make every write cause another look.
 */
function isEcho(event: string, payload: Payload, app: AppIdentity): boolean {
  if (event === "check_run")
    return !isOwnRequest(payload, "check_run", ["rerequested", "requested_action"], app);
  if (event === "check_suite")
    return !isOwnRequest(payload, "check_suite", ["requested", "rerequested"], app);
  return isSentByUs(payload, app);
}

/** GitHub asks only the app that owns a check to run it again. A check that names no app counts as ours. */
function isOwnRequest(payload: Payload, key: string, actions: string[], app: AppIdentity): boolean {
  const owner = idAt(objectAt(objectAt(payload, key), "app"), "id");
  return actions.includes(textAt(payload, "action") ?? "") && (owner === null || owner === app.appId);
}

/**
 * The sender's login decides. Where it cannot (the payload names no sender, or our own name is not known
 * yet), the app through which GitHub says a comment was written decides, unless a person acted: somebody who
 * edits our comment is no echo.
 */
function isSentByUs(payload: Payload, app: AppIdentity): boolean {
  const comment = objectAt(payload, "comment") ?? objectAt(payload, "review");
  const sender = objectAt(payload, "sender") ?? objectAt(comment, "user");
  if (textAt(sender, "type") !== "Bot") return false;
  const login = textAt(sender, "login");
  if (app.slug !== null && login !== null) return login.toLowerCase() === `${app.slug}[bot]`.toLowerCase();
  return idAt(objectAt(comment, "performed_via_github_app"), "id") === app.appId;
}
