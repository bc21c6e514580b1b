import { covers } from "../rest/access.ts";
import { appOf, type Token } from "../rest/token.ts";
import { includesRepository } from "../state/find.ts";
import type { Account, Permissions, Repository, State } from "../state/model.ts";
import type { World } from "../state/world.ts";
import { forbidden } from "./graphql-refusal.ts";

/** The context of resolvers. */
export interface Context {
  world: World;
  /** The state that this read sees; older than `world.state` when reads lag. */
  state: State;
  token: Token;
  /** This query's cost, and the points left in the hour after it; null where the server has no limits. */
  limit?: { cost: number; remaining: number } | null;
}

/** The reader, to whom `viewerHasReacted` refers. */
export function viewerOf({ world, token }: Context): Account {
  return token.kind === "user" ? token.user : appOf(world, token).bot;
}

/** Whether the token may do this in the repository. Public repositories may always be read. */
function isAllowed({ token }: Context, repository: Repository, permissions: Permissions): boolean {
  if (token.kind !== "installation") return true;
  const isRead = Object.values(permissions).every((level) => level === "read");
  if (!includesRepository(token.installation, repository)) return isRead && !repository.isPrivate;
  return covers(token.permissions, [permissions]);
}

/** Throws FORBIDDEN when the token may not. */
export function demandPermission(context: Context, repository: Repository, permissions: Permissions): void {
  if (!isAllowed(context, repository, permissions)) throw forbidden();
}
