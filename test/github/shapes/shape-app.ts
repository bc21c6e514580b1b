import type { Account, Installation } from "../state/model.ts";
import { nodeId } from "../state/node-id.ts";
import type { World } from "../state/world.ts";
import { shapeAccount } from "./shape-account.ts";

/** OpenAPI `integration`. `id` and `slug` default to our own app; other apps' check runs name theirs. */
export function shapeApp(world: World, app: { id: number; slug: string } = world.app) {
  return {
    id: app.id,
    slug: app.slug,
    node_id: nodeId("App", app.id),
    client_id: app.id === world.app.id ? world.app.clientId : `Iv23li${app.id}`,
    owner: shapeAccount(world, world.app.owner),
    name: app.slug,
    description: "",
    external_url: "https://example.org",
    html_url: `${world.html}/apps/${app.slug}`,
    created_at: world.app.createdAt,
    updated_at: world.app.createdAt,
    permissions: world.app.permissions,
    events: world.app.events,
  };
}

/** OpenAPI `installation`. */
export function shapeInstallation(world: World, installation: Installation) {
  const url = `${world.api}/app/installations/${installation.id}`;
  return {
    id: installation.id,
    client_id: world.app.clientId,
    account: shapeAccount(world, installation.account),
    repository_selection: installation.repositories === "all" ? "all" : "selected",
    access_tokens_url: `${url}/access_tokens`,
    repositories_url: `${world.api}/installation/repositories`,
    html_url: settingsPage(world, installation.account, installation.id),
    app_id: world.app.id,
    app_slug: world.app.slug,
    target_id: installation.account.id,
    target_type: installation.account.type,
    permissions: installation.permissions,
    events: world.app.events,
    created_at: installation.createdAt,
    updated_at: installation.updatedAt,
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: installation.suspendedAt === null ? null : shapeAccount(world, installation.account),
    suspended_at: installation.suspendedAt,
  };
}

function settingsPage(world: World, account: Account, id: number): string {
  const organization = account.type === "Organization" ? `/organizations/${account.login}` : "";
  return `${world.html}${organization}/settings/installations/${id}`;
}
