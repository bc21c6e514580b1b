import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { times } from "../../../properties.ts";
import { createCalendar } from "../../../../src/core/calendar/calendar.ts";
import { configSchema } from "../../../../src/core/config/schema/config-schema.ts";
import type { Actor, Commit, PullRequest, TimelineEvent } from "../../../../src/core/pull-request.ts";
import { findPercentiles } from "../../../../src/core/report/history/kaplan-meier.ts";
import { readLife } from "../../../../src/core/report/history/life.ts";
import { measure } from "../../../../src/core/report/history/measure.ts";
import { buildComment, buildPullRequest } from "../../../build-observation.ts";
import {
  type Deed,
  findPercentileSlowly,
  findWorkedMinutes,
  instantOf,
  mostMinutes,
  type Opening,
  watch,
} from "./slow-model.ts";

const reactions = { rocket: false, thumbsDown: false, confused: false };

const buildReview = (id: string, by: string, submittedAt: string): PullRequest["reviews"][number] => ({
  ...{
    id,
    databaseId: null,
    author: actorOf(by),
    authorCanPush: true,
    state: "commented",
    body: "",
    url: "",
  },
  ...{
    submittedAt,
    lastEditedAt: null,
    commitSha: null,
    onBehalfOf: [],
    isMinimized: false,
    reactions,
    editor: null,
  },
});

const holidays = ["2026-03-25", "2026-04-03", "2026-04-06"];
const zones = ["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata"];
const workedIn = new Map(zones.map((zone) => [zone, findWorkedMinutes(zone, holidays)]));

const actorOf = (login: string): Actor => ({ login, type: login.endsWith("[bot]") ? "bot" : "user" });

/** Drops what cannot happen in the pull request's current state. */
function makePossible({ isDraft }: Opening, wanted: Deed[]): Deed[] {
  let [draft, closed, merged] = [isDraft, false, false];
  return wanted.filter(({ does }) => {
    if (does === "draft" || does === "ready") {
      if (closed || draft === (does === "draft")) return false;
      draft = does === "draft";
    }
    if (does === "close" || does === "merge") {
      if (closed || (does === "merge" && draft)) return false;
      closed = true;
      merged = does === "merge";
    }
    if (does === "reopen") {
      if (!closed || merged) return false;
      closed = false;
    }
    return !(merged && (does === "push" || does === "force push"));
  });
}

const eventTypes = {
  draft: "converted_to_draft",
  ready: "ready_for_review",
  close: "closed",
  merge: "closed",
  reopen: "reopened",
} as const;

/** The final pull request, as GitHub has it. */
function toPullRequest({ minute, isDraft }: Opening, deeds: Deed[]): PullRequest {
  const createdAt = instantOf(minute);
  const commit = (sha: string, at: string): Commit => ({
    ...{ sha, committedDate: at, author: "alice", ownSuiteCreatedAt: null, parents: 1 },
  });
  let commits = [commit("c0", "2026-01-01T00:00:00Z")];
  const pullRequest = buildPullRequest({ author: actorOf("alice"), createdAt, isDraft, state: "open" });
  const timeline: TimelineEvent[] = [];
  const [reviews, comments]: [PullRequest["reviews"], PullRequest["comments"]] = [[], []];
  for (const [index, { minute: then, does, by }] of deeds.entries()) {
    const at = instantOf(then);
    const event = { id: `e${index}`, createdAt: at, actor: by };
    if (does === "request" || does === "ask a bot") {
      const login = does === "request" ? "carol" : "lint[bot]";
      const reviewer = { type: does === "request" ? "user" : "bot", login, asCodeOwner: false } as const;
      timeline.push({ ...event, type: "review_requested", reviewer });
    } else if (does === "push") commits = [...commits, commit(`c${index + 1}`, at)];
    else if (does === "force push") {
      timeline.push({ ...event, type: "head_ref_force_pushed", before: commits.at(-1)! });
      commits = [...commits.slice(0, -1), commit(`c${index + 1}`, at)];
    } else if (does === "review") {
      reviews.push(buildReview(`r${index}`, by, at));
    } else if (does === "comment" || does === "command") {
      const body = does === "comment" ? "Nice" : "/async snooze 1 day";
      comments.push(buildComment({ id: `c${index}`, author: actorOf(by), body, createdAt: at }));
    } else {
      timeline.push({ ...event, type: eventTypes[does] });
      if (does === "draft" || does === "ready") pullRequest.isDraft = does === "draft";
      if (does === "reopen") Object.assign(pullRequest, { state: "open", closedAt: null });
      if (does === "close") Object.assign(pullRequest, { state: "closed", closedAt: at });
      if (does === "merge") Object.assign(pullRequest, { state: "merged", closedAt: at });
    }
  }
  return { ...pullRequest, commits, timeline, reviews, comments };
}

const people = ["alice", "bob", "carol", "ghost", "lint[bot]"];
const arbitraryHistory = fc
  .record({
    opening: fc.record({ minute: fc.integer({ min: 0, max: 20_000 }), isDraft: fc.boolean() }),
    steps: fc.array(
      fc.record({
        after: fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 6_000 })),
        by: fc.constantFrom(...people),
        does: fc.constantFrom<Deed["does"]>(
          ...(["draft", "ready", "ready", "close", "merge", "reopen"] as const),
          ...(["review", "comment", "command", "request", "ask a bot", "push", "force push"] as const),
        ),
      }),
      { maxLength: 14 },
    ),
  })
  .map(({ opening, steps }) => {
    let { minute } = opening;
    const deeds = steps.map(({ after, by, does }): Deed => {
      minute += after;
      // Who could push is a matter of the repository; in these, the author does.
      return { minute, does, by: does === "push" || does === "force push" ? "alice" : by };
    });
    return { opening, deeds: makePossible(opening, deeds) };
  });

describe("a pull request's life against a model that watches it minute by minute", () => {
  it("has the same waits, outcome, rounds and target met or missed", { timeout: 120_000 * times }, () => {
    const check = fc.property(
      arbitraryHistory,
      fc.constantFrom(...zones),
      fc.integer({ min: 5_000, max: mostMinutes }),
      ({ opening, deeds }, timeZone, until) => {
        const config = configSchema.parse({
          turns: { hours: { time_zone: timeZone, holidays }, targets: { default: "6 business hours" } },
        });
        const setting = {
          repository: { owner: "acme", name: "shop" },
          config,
          templates: [],
          gitattributes: null,
        };
        const pullRequest = toPullRequest(opening, deeds);
        const life = readLife(pullRequest, { setting, edits: [], now: "2026-07-01T00:00:00Z" });
        const calendar = createCalendar(config.turns.hours);
        const measured = measure(life, { until: instantOf(until), calendar, targets: config.turns.targets });
        const watched = watch(opening, deeds, { until, worked: workedIn.get(timeZone)!, target: 360 });
        const toWaited = (wait: { business: number; wall: number; isEvent: boolean } | null) =>
          wait && {
            business: { time: wait.business * 60, isEvent: wait.isEvent },
            wall: { time: wait.wall * 60, isEvent: wait.isEvent },
          };
        expect(
          measured && {
            readyAt: measured.readyAt,
            outcome: measured.outcome,
            firstReview: measured.firstReview,
            firstBotAnswer: measured.firstBotAnswer,
            requestToReview: measured.requestToReview,
            rounds: measured.rounds,
            isTargetMet: measured.isTargetMet,
          },
        ).toEqual(
          watched && {
            readyAt: instantOf(watched.readyAt),
            outcome: watched.first.isEvent
              ? "answered"
              : watched.ended === null
                ? "open"
                : `${watched.ended}WithoutReview`,
            firstReview: toWaited(watched.first),
            firstBotAnswer: toWaited(watched.bot),
            requestToReview: toWaited(watched.request),
            rounds: watched.first.isEvent ? watched.rounds : null,
            isTargetMet: watched.isTargetMet,
          },
        );
      },
    );
    fc.assert(check, {
      numRuns: 400 * times,
      // An answer in a draft that was never made ready again.
      examples: [
        [
          {
            opening: { minute: 0, isDraft: false },
            deeds: [
              { minute: 1, does: "draft", by: "alice" },
              { minute: 901, does: "review", by: "carol" },
            ],
          },
          "UTC",
          5000,
        ],
      ],
    });
  });
});

describe("the percentiles", () => {
  const sample = fc.record({ time: fc.integer({ min: 0, max: 12 }), isEvent: fc.boolean() });

  it("are those of the redistribution to the right", () => {
    fc.assert(
      fc.property(fc.array(sample, { minLength: 1, maxLength: 40 }), (samples) => {
        expect(findPercentiles(samples, [50, 75, 90])).toEqual(
          [50, 75, 90].map((percent) => findPercentileSlowly(samples, percent)),
        );
      }),
      { numRuns: 2000 * times },
    );
  });

  it("take the smallest time by which that share has happened, exactly", () => {
    const events = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((time) => ({ time, isEvent: true }));
    expect(findPercentiles(events, [50, 75, 90])).toEqual([5, 8, 9]);
  });

  it("are not reached while too many still wait", () => {
    const waiting = { time: 100, isEvent: false };
    expect(
      findPercentiles([{ time: 5, isEvent: true }, { time: 6, isEvent: true }, waiting, waiting], [50, 75]),
    ).toEqual([6, null]);
  });
});
