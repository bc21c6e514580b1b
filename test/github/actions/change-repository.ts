import type { Account, Repository } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { shapeRepository } from "../shapes/shape-repository.ts";

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
