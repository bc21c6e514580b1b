import { expect, it } from "vitest";
import { turnsSchema } from "../../../../src/core/config/schema/turns-schema.ts";
import { findPeople } from "../../../../src/core/conversation/people.ts";
import { findBlocker, listStatuses } from "../../../../src/core/turns/clock/list-statuses.ts";
import { buildComment, buildPullRequest } from "../../../build-observation.ts";

const createdAt = "2026-11-24T14:05:00Z";
const opened = buildPullRequest({});

function findNamed(text: string) {
  const said = buildComment({ author: opened.author, body: `Status: ${text}`, createdAt });
  const pullRequest = { ...opened, comments: [said] };
  const people = findPeople(pullRequest, new Map());
  const input = { pullRequest, turns: turnsSchema.parse({}), people };
  return findBlocker(listStatuses(pullRequest, people), createdAt, input);
}

it.each([
  ["half done\nBlocker: @dave knows", "dave"],
  ["half done\n**Blocker:** waits for @acme/data-team", "acme/data-team"],
  ["- Risk or blocker: the schema (@dave)", "dave"],
  ["blockers: @a and @b", "a"],
  ["half done. Blocker: @dave has the key.", "dave"],
  ["current state: half done · risk or blocker: @dave · next step: tests", "dave"],
  ["no blocker: none\nBlocker: @dave", "dave"],
])("finds the blocker in %j", (text, login) => expect(findNamed(text)?.login).toBe(login));

it.each([
  "all fine, thanks @dave",
  "Blocker: none",
  "there is no blocker: thanks @dave",
  "Blocker: mail to x@dave.org",
  "> Blocker: @dave",
  "Blocker: `@dave`",
  "Blocker: @lint[bot]",
])("finds nobody in %j", (text) => expect(findNamed(text)).toBeNull());
