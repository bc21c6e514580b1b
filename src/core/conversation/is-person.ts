import type { Actor } from "../pull-request.ts";

/** Bots, mannequins, organisations and deleted accounts have no turn: nobody there would read a reminder. */
export function isPerson(actor: Actor): boolean {
  return actor.type === "user" && actor.login !== "ghost" && !isBotLogin(actor.login);
}

/** For the places where GitHub gives only a login. */
export function isBotLogin(login: string): boolean {
  return login.endsWith("[bot]");
}
