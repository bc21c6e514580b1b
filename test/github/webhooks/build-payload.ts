import { shapeAccount, shapeOrganization } from "../shapes/shape-account.ts";
import { shapeRepository } from "../shapes/shape-repository.ts";
import { findInstallation } from "../state/find.ts";
import type { Installation } from "../state/model.ts";
import { nodeId } from "../state/node-id.ts";
import type { WebhookEvent, World } from "../state/world.ts";

/** Events that every app gets without a subscription (sources.md §2). */
const always = new Set(["installation", "installation_repositories", "installation_target"]);
/** Events to which `checks: write` subscribes by itself (sources.md §2). */
const withChecks = new Set(["check_run", "check_suite"]);

/**
 * The installation that receives the event; null when there is none, when it is suspended, or when the app is
 * not subscribed.
 */
export function findListener(world: World, event: WebhookEvent): Installation | null {
  const { repository } = event;
  const installation =
    event.installation ?? (repository === null ? null : findInstallation(world.state, repository));
  if (installation === null) return null;
  if (always.has(event.event)) return installation;
  if (installation.suspendedAt !== null) return null;
  if (withChecks.has(event.event)) return installation.permissions.checks === "write" ? installation : null;
  return world.app.events.includes(event.event) ? installation : null;
}

/** The whole payload: the event's own fields, with the repository, organization, installation and sender. */
export function buildPayload(world: World, event: WebhookEvent, installation: Installation | null) {
  const { repository } = event;
  const organization = repository?.owner ?? installation?.account;
  return {
    ...(event.action === null ? {} : { action: event.action }),
    ...(repository === null ? {} : { repository: shapeRepository(world, repository) }),
    ...(organization?.type === "Organization" && repository !== null
      ? { organization: shapeOrganization(world, organization) }
      : {}),
    sender: shapeAccount(world, event.sender),
    ...(installation === null
      ? {}
      : { installation: { id: installation.id, node_id: nodeId("Installation", installation.id) } }),
    ...event.payload,
  };
}
