import { findAccount } from "../state/find.ts";
import type { Account } from "../state/model.ts";
import type { World } from "../state/world.ts";

/** The account of this login, created if missing. A login that ends in `[bot]` is a bot. */
export function ensureAccount(world: World, login: string, type?: Account["type"]): Account {
  const known = findAccount(world.state, login);
  if (known) return known;
  const account: Account = {
    id: world.nextId(),
    login,
    type: type ?? (login.endsWith("[bot]") ? "Bot" : "User"),
    createdAt: world.clock.now(),
  };
  world.state.accounts.push(account);
  return account;
}
