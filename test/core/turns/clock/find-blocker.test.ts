import { expect, it } from "vitest";
import { parseBlocker } from "../../../../src/core/turns/clock/list-statuses.ts";

it.each([
  ["half done\nBlocker: @dave knows", "dave"],
  ["half done\n**Blocker:** waits for @acme/data-team", "acme/data-team"],
  ["- Risk or blocker: the schema (@dave)", "dave"],
  ["blockers: @a and @b", "a"],
  ["half done. Blocker: @dave has the key.", "dave"],
  ["current state: half done · risk or blocker: @dave · next step: tests", "dave"],
  ["no blocker: none\nBlocker: @dave", "dave"],
])("finds the blocker in %j", (text, login) => expect(parseBlocker(text)?.login).toBe(login));

it.each([
  "all fine, thanks @dave",
  "Blocker: none",
  "there is no blocker: thanks @dave",
  "Blocker: mail to x@dave.org",
  "> Blocker: @dave",
  "Blocker: `@dave`",
  "Blocker: @lint[bot]",
])("finds nobody in %j", (text) => expect(parseBlocker(text)).toBeNull());
