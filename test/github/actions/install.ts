import { shapeInstallation } from "../shapes/shape-app.ts";
import { shapeRepositoryReference } from "../shapes/shape-repository.ts";
import type { Account, Installation, Permissions, Repository } from "../state/model.ts";
import type { World } from "../state/world.ts";

/** Installs the app on an account: `installation.created`. */
export function install(
  world: World,
  account: Account,
  repositories: "all" | Repository[],
  permissions: Permissions,
): Installation {
  const now = world.clock.now();
  const installation: Installation = {
    id: world.nextId(),
    account,
    repositories: repositories === "all" ? "all" : new Set(repositories),
    permissions,
    createdAt: now,
    updatedAt: now,
    suspendedAt: null,
  };
  world.state.installations.push(installation);
  emitInstallation(world, installation, "created", account);
  return installation;
}

/** `installation.deleted`. Its tokens are invalid from then on. */
export function uninstall(world: World, installation: Installation, by: Account): void {
  world.state.installations = world.state.installations.filter((one) => one !== installation);
  emitInstallation(world, installation, "deleted", by);
}

/** `installation.suspend` or `unsuspend`. */
export function setSuspended(world: World, installation: Installation, isSuspended: boolean, by: Account) {
  const now = world.clock.now();
  installation.suspendedAt = isSuspended ? now : null;
  installation.updatedAt = now;
  emitInstallation(world, installation, isSuspended ? "suspend" : "unsuspend", by);
}

/**
 * An owner accepts other permissions: `installation.new_permissions_accepted`. Issued tokens keep the old
 * permissions.
 */
export function acceptPermissions(
  world: World,
  installation: Installation,
  permissions: Permissions,
  by: Account,
): void {
  installation.permissions = permissions;
  installation.updatedAt = world.clock.now();
  emitInstallation(world, installation, "new_permissions_accepted", by);
}

/** Changes which repositories the installation covers: `installation_repositories.added` or `removed`. */
export function changeRepositories(
  world: World,
  installation: Installation,
  change: { added: Repository[]; removed: Repository[] },
  by: Account,
): void {
  const chosen = new Set(repositoriesOf(world, installation));
  for (const one of change.added) chosen.add(one);
  for (const one of change.removed) chosen.delete(one);
  if (installation.repositories !== "all" || change.removed.length > 0) installation.repositories = chosen;
  installation.updatedAt = world.clock.now();
  world.emit({
    event: "installation_repositories",
    action: change.added.length > 0 ? "added" : "removed",
    repository: null,
    installation,
    sender: by,
    payload: {
      installation: shapeInstallation(world, installation),
      repository_selection: installation.repositories === "all" ? "all" : "selected",
      repositories_added: change.added.map(shapeRepositoryReference),
      repositories_removed: change.removed.map(shapeRepositoryReference),
      requester: null,
    },
  });
}

/** The repositories that an installation covers. */
export function repositoriesOf(world: World, installation: Installation): Repository[] {
  if (installation.repositories !== "all") return [...installation.repositories];
  return world.state.repositories.filter((one) => one.owner.id === installation.account.id);
}

/** `installation` events carry only a few fields of each repository (sources.md §2). */
function emitInstallation(world: World, installation: Installation, action: string, sender: Account): void {
  world.emit({
    event: "installation",
    action,
    repository: null,
    installation,
    sender,
    payload: {
      installation: shapeInstallation(world, installation),
      repositories: repositoriesOf(world, installation).map(shapeRepositoryReference),
      ...(action === "created" ? { requester: null } : {}),
    },
  });
}
