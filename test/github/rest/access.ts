import { findRepository, includesRepository } from "../state/find.ts";
import type { Account, Permissions, Repository, Role } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { notFound, refuse } from "./answer.ts";
import type { Token } from "./token.ts";

/** Sets of permissions, one of which is enough: `[{ issues: "write" }, { pull_requests: "write" }]`. */
export type Accepted = Permissions[];

const rank = { read: 1, write: 2, admin: 3 };

/** Whether the token's permissions cover one of the sets. */
export function covers(permissions: Permissions, accepted: Accepted): boolean {
  return accepted.some((set) =>
    Object.entries(set).every(([name, level]) => {
      // Every app may read metadata (docs: permissions required for GitHub Apps).
      const granted = permissions[name] ?? (name === "metadata" ? "read" : undefined);
      return granted !== undefined && rank[granted] >= rank[level];
    }),
  );
}

/** The repository as this token sees it: public, or in its installation. Otherwise 404. */
export function seeRepository(world: World, token: Token, fullName: string): Repository {
  const repository = findRepository(world.state, fullName);
  if (repository === null || !canSee(token, repository)) throw notFound();
  return repository;
}

/** Whether the token may see the repository at all. */
export function canSee(token: Token, repository: Repository): boolean {
  if (!repository.isPrivate) return true;
  if (token.kind === "installation") return includesRepository(token.installation, repository);
  return token.kind === "user" && roleOf(repository, token.user) !== null;
}

/**
 * A person's role; the owner is admin. Null when they have none, though they may read a public repository.
 */
export function roleOf(repository: Repository, user: Account): Role | null {
  return user.id === repository.owner.id
    ? "admin"
    : ([...repository.collaborators].find(([one]) => one.id === user.id)?.[1] ?? null);
}

/**
 * Refuses with 403 and `X-Accepted-GitHub-Permissions` when the token may not: an installation by its
 * permissions, a person by their role. `listed` is what the header names when that is more than what suffices
 * (sources.md §2).
 */
export function demand(token: Token, repository: Repository, accepted: Accepted, listed = accepted): void {
  if (token.kind === "jwt" || token.kind === "none")
    throw refuse(403, "Resource not accessible by integration");
  if (repository.isArchived && !isRead(accepted)) {
    throw refuse(403, "Repository was archived so is read-only.");
  }
  if (token.kind === "user") {
    demandRole(token.user, repository, accepted);
    return;
  }
  const covered = includesRepository(token.installation, repository);
  if (covered ? covers(token.permissions, accepted) : isRead(accepted)) return;
  const header = listed.map((set) =>
    Object.entries(set)
      .map(([name, level]) => `${name}=${level}`)
      .join(","),
  );
  throw refuse(
    403,
    "Resource not accessible by integration",
    {},
    { "x-accepted-github-permissions": header.join("; ") },
  );
}

const isRead = (accepted: Accepted) =>
  accepted.some((set) => Object.values(set).every((level) => level === "read"));

function demandRole(user: Account, repository: Repository, accepted: Accepted): void {
  if (isRead(accepted)) return;
  const role = roleOf(repository, user);
  if (role === "admin" || role === "maintain" || role === "write") return;
  throw refuse(403, "Must have write access to repository");
}
