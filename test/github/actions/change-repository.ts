import { shapeAccount } from "../shapes/shape-account.ts";
import { shapeRepository } from "../shapes/shape-repository.ts";
import type { Account, Repository } from "../state/model.ts";
import type { World } from "../state/world.ts";

/** `repository.renamed`; the id stays. */
export function renameRepository(world: World, repository: Repository, name: string, by: Account): void {
  const from = repository.name;
  repository.name = name;
  repository.updatedAt = world.clock.now();
  emitRepository(world, repository, "renamed", by, { changes: { repository: { name: { from } } } });
}

/** `repository.archived`, or `unarchived`. */
export function setArchived(world: World, repository: Repository, isArchived: boolean, by: Account): void {
  repository.isArchived = isArchived;
  repository.updatedAt = world.clock.now();
  emitRepository(world, repository, isArchived ? "archived" : "unarchived", by);
}

/**
 * `repository.transferred`, sent to the new owner's installation if there is one; the id stays. An
 * installation that had chosen the repository loses it.
 */
export function transferRepository(world: World, repository: Repository, to: Account, by: Account): void {
  const { owner } = repository;
  const kind = owner.type === "Organization" ? "organization" : "user";
  const from = { [kind]: shapeAccount(world, owner) };
  leaveInstallations(world, repository);
  repository.owner = to;
  repository.updatedAt = world.clock.now();
  emitRepository(world, repository, "transferred", by, { changes: { owner: { from } } });
}

/** GitHub sends no App `repository.deleted`, although its schema has it; `isTold` sends it anyway. */
export function deleteRepository(
  world: World,
  repository: Repository,
  by: Account,
  { isTold }: { isTold: boolean },
): void {
  if (isTold) emitRepository(world, repository, "deleted", by);
  leaveInstallations(world, repository);
  world.state.repositories = world.state.repositories.filter((one) => one !== repository);
}

function leaveInstallations({ state }: World, repository: Repository): void {
  for (const { repositories } of state.installations)
    if (repositories !== "all") repositories.delete(repository);
}

function emitRepository(
  world: World,
  repository: Repository,
  action: string,
  sender: Account,
  more: Record<string, unknown> = {},
): void {
  const payload = { repository: shapeRepository(world, repository), ...more };
  world.emit({ event: "repository", action, repository, installation: null, sender, payload });
}
