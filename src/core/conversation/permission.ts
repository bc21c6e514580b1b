import { isSameLogin } from "../pull-request.ts";

/** What a person may do in the repository, in REST's words (maintain counts as write, triage as read). */
export type Permission = "admin" | "write" | "read" | "none";

/** The permissions that are known so far, by login. */
export type KnownPermissions = ReadonlyMap<string, Permission>;

/** May that person write? "unknown" when nobody asked GitHub yet. Logins compare without case. */
export function hasWriteAccess(login: string, permissions: KnownPermissions): boolean | "unknown" {
  const permission = permissions.get(login) ?? findWithoutCase(login, permissions);
  return permission === undefined ? "unknown" : permission === "admin" || permission === "write";
}

function findWithoutCase(login: string, permissions: KnownPermissions): Permission | undefined {
  return [...permissions].find(([known]) => isSameLogin(known, login))?.[1];
}
