import type { Account, Team } from "../../state/model.ts";
import type { TypeResolvers } from "./resolver.ts";

/** ⚠ GraphQL drops the suffix of a bot's login: `my-app`, where REST says `my-app[bot]` (sources.md §4). */
const login = (account: Account) => account.login.replace(/\[bot\]$/, "");

/** Null where the account was deleted (sources.md §4). */
export const shown = <T extends object>(actor: T | null | undefined): T | null =>
  actor == null || ("isDeleted" in actor && actor.isDeleted === true) ? null : actor;

export const actorResolvers: Record<string, TypeResolvers> = {
  // An app's own account is a `User` in `viewer` alone, with its suffix.
  User: { login: (account: Account) => account.login, databaseId: (account: Account) => account.id },
  Bot: { login, databaseId: (account: Account) => account.id },
  Organization: { login },
  Mannequin: { login },
  Team: {
    combinedSlug: (team: Team) => `${team.organization.login}/${team.slug}`,
    slug: (team: Team) => team.slug,
  },
};
