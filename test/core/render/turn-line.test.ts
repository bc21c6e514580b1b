import { expect, it } from "vitest";
import { turnsSchema } from "../../../src/core/config/schema/turns-schema.ts";
import { renderReminder } from "../../../src/core/render/reminder.ts";
import { renderTurnLine } from "../../../src/core/render/turn-line.ts";
import { english } from "../../../src/core/render/words/en/index.ts";
import { evaluateTurns } from "../../../src/core/turns/evaluate-turns.ts";
import { newPullRequest } from "../turns/life/new-pull-request.ts";

const turns = turnsSchema.parse({
  hours: { time_zone: "UTC" },
  people: { eve: { time_zone: "America/Toronto" } },
});

/** Whose turn it is on Tuesday noon, when all were asked on Monday noon. */
function ask(people: string[], team: string | null = null) {
  const reviewers = [
    ...people.map((login) => ({ type: "user" as const, login })),
    ...(team === null ? [] : [{ type: "team" as const, login: team }]),
  ];
  const pullRequest = newPullRequest({
    reviewRequests: reviewers,
    timeline: reviewers.map((reviewer) => ({
      id: `E-${reviewer.login}`,
      type: "review_requested",
      createdAt: "2026-11-02T12:00:00Z",
      actor: "alice",
      reviewer,
    })),
  });
  return evaluateTurns({
    pullRequest,
    turns,
    firstSeenAt: pullRequest.createdAt,
    now: "2026-11-03T12:00:00Z",
    commands: { moves: [], snoozes: [], due: null },
    remarks: [],
    permissions: new Map(),
    reopened: new Map(),
    reviewFocus: null,
  });
}

const remind = (verdict: ReturnType<typeof ask>) =>
  renderReminder(
    {
      turns: verdict.turns,
      reviewFocus: null,
      deadline: null,
      escalate: [],
      timeZone: verdict.timeZone,
    },
    english,
  );

const utc = "since Monday 2 November, 12:00 (UTC), due Tuesday 3 November, 12:00 (UTC)";

it("names people together when the same applies to them", () => {
  const verdict = ask(["bob", "carol", "dave"]);
  expect(renderTurnLine(verdict, english)).toBe(
    `Waiting for \`bob\`, \`carol\` and \`dave\` to review, ${utc}.`,
  );
  expect(remind(verdict)).toBe(
    `@bob, @carol and @dave, this has been waiting for your review ${utc}.\n\nNo time today? \`/async snooze 1 day\`, or hand it on.`,
  );
});

it("names people apart when a clock or a team differs", () => {
  const verdict = ask(["bob", "eve"], "acme/web");
  const toronto = "since Monday 2 November, 07:00 (UTC-5), due Tuesday 3 November, 09:00 (UTC-5)";
  expect(renderTurnLine(verdict, english)).toBe(
    `Waiting for \`bob\` and \`acme/web\` to review, ${utc}; \`eve\` to review, ${toronto}.`,
  );
  expect(remind(verdict).split("\n\n")[0]).toBe(
    [
      `@bob, this has been waiting for your review ${utc}.`,
      `@eve, this has been waiting for your review ${toronto}.`,
      `@acme/web, this has been waiting for a review by one of you ${utc}.`,
    ].join("\n"),
  );
});

it("shows a base branch under its own name", () => {
  const verdict = ask(["bob"]);
  const why = { type: "conflict", reviewer: "bob", base: "release_2" } as const;
  const turns = verdict.turns.map((turn) => ({ ...turn, role: "conflict" as const, login: "alice", why }));
  expect(remind({ ...verdict, turns })).toBe(
    "@alice, this conflicts with `release_2`, so `bob` can't review it yet. Merge `release_2` or rebase.",
  );
});
