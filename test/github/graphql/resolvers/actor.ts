import type { Account, Team } from "../../state/model.ts";
import type { TypeResolvers } from "./resolver.ts";

/** ⚠ GraphQL drops the suffix of a bot's login: `my-app`, where REST says `my-app[bot]` (sources.md §4). */
const login = (account: Account) => account.login.replace(/\[bot\]$/, "");

export const actorResolvers: Record<string, TypeResolvers> = {
  User: { login, databaseId: (account: Account) => account.id },
  Bot: { login, databaseId: (account: Account) => account.id },
  Organization: { login },
  Mannequin: { login },
  Team: {
    combinedSlug: (team: Team) => `${team.organization.login}/${team.slug}`,
    slug: (team: Team) => team.slug,
  },
};
