import type { AppIdentity } from "./app-identity.ts";
import { objectAt, type Payload, textAt, idAt } from "./payload.ts";

/**
 * True for deliveries that tell of this app's own writes: GitHub sends an app what the app itself did. They
 * are answered and forgotten; storing them would make every write cause another look.
 */
export function isEcho(event: string, payload: Payload, app: AppIdentity): boolean {
  if (event === "check_run")
    return !isOwnRequest(payload, "check_run", ["rerequested", "requested_action"], app);
  if (event === "check_suite")
    return !isOwnRequest(payload, "check_suite", ["requested", "rerequested"], app);
  return isSentByUs(payload, app);
}

/** Only the app that owns a check is asked to run it again; a check that names no app is taken for ours. */
function isOwnRequest(payload: Payload, key: string, actions: string[], app: AppIdentity): boolean {
  const owner = idAt(objectAt(objectAt(payload, key), "app"), "id");
  return actions.includes(textAt(payload, "action") ?? "") && (owner === null || owner === app.appId);
}

/**
 * The sender's login decides. Where it cannot (no sender in the payload, own name not known yet), the app
 * that GitHub says a comment was written through does, unless a person acted: somebody who edits our comment
 * is no echo.
 */
function isSentByUs(payload: Payload, app: AppIdentity): boolean {
  const comment = objectAt(payload, "comment") ?? objectAt(payload, "review");
  const sender = objectAt(payload, "sender") ?? objectAt(comment, "user");
  if (textAt(sender, "type") !== "Bot") return false;
  const login = textAt(sender, "login");
  if (app.slug !== null && login !== null) return login.toLowerCase() === `${app.slug}[bot]`.toLowerCase();
  return idAt(objectAt(comment, "performed_via_github_app"), "id") === app.appId;
}
