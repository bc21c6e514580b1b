import { expect, it } from "vitest";
import { findPeople } from "../../../src/core/conversation/people.ts";
import type { IssueComment } from "../../../src/core/pull-request.ts";
import { renderStatus } from "../../../src/core/render/turn-line.ts";
import { english } from "../../../src/core/render/words/en/index.ts";
import { listStatuses } from "../../../src/core/turns/clock/list-statuses.ts";
import { newComment, newPullRequest } from "../turns/life/new-pull-request.ts";

const at = "2026-11-24T14:05:00Z";
const list = (comments: IssueComment[]) => {
  const pullRequest = newPullRequest({ comments });
  return listStatuses(pullRequest, findPeople(pullRequest, new Map()));
};
const statusesOf = (...bodies: [string, string][]) =>
  list(bodies.map(([login, body], index) => newComment(`c${index}`, login, at, body)));

it("shows the status update with its link, and mentions nobody", () => {
  const status = statusesOf(["alice", "**Status:** half done\nAsk: @bob, which?"])[0]!;
  expect(renderStatus({ status, timeZone: "Europe/Berlin" }, english).replaceAll("\u200b", "~")).toBe(
    "[Status](https://github.com/acme/shop/pull/1#c0) by the author, Tuesday 24 November, 15:05 (UTC+1):\n> half done\n> Ask: @~bob, which?",
  );
});

it("shows nothing when there is no status update or it is empty", () => {
  expect(renderStatus({ status: null, timeZone: "UTC" }, english)).toBe("");
  expect(renderStatus({ status: statusesOf(["alice", "Status:"])[0]!, timeZone: "UTC" }, english)).toBe("");
});

it("shows only the author's own updates", () =>
  expect(
    statusesOf(["bob", "Status: x"], ["alice", "My status: x"], ["alice", "status : y"]).map(
      ({ text }) => text,
    ),
  ).toEqual(["y"]));

it("ignores an update that somebody else edited", () => {
  const comment = { ...newComment("c", "alice", at, "Status: x"), editor: "mallory" };
  expect(list([comment])).toEqual([]);
});

it("leaves out the commands in an update", () =>
  expect(statusesOf(["alice", "Status: half done\n\n/async snooze 2 days\n\nAsk: which?"])[0]!.text).toBe(
    "half done\n\n\nAsk: which?",
  ));

it("leaves out text in HTML comments", () =>
  expect(statusesOf(["alice", "Status: half done\n<!-- cc @acme/secret -->\nAsk: which?"])[0]!.text).toBe(
    "half done\nAsk: which?",
  ));
