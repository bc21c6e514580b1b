import { expect, it } from "vitest";
import { createCalendar } from "../../../../src/core/calendar/calendar.ts";
import { configSchema } from "../../../../src/core/config/schema/config-schema.ts";
import type { Commit, PullRequest, Review, TimelineEvent } from "../../../../src/core/pull-request.ts";
import { renderRounds } from "../../../../src/core/render/turn-line.ts";
import { english } from "../../../../src/core/render/words/en/index.ts";
import { measureRounds } from "../../../../src/core/turns/record/rounds.ts";
import { buildPullRequest, user } from "../../../build-observation.ts";

const calendar = createCalendar(configSchema.parse({ turns: { hours: { time_zone: "UTC" } } }).turns.hours);
/** An hour of Monday 2 March; 24 and more belong to the next days. */
const at = (hour: number) =>
  new Date(Date.parse("2026-03-02T00:00:00Z") + hour * 3_600_000).toISOString().replace(".000", "");

const review = (hour: number, given: Partial<Review> = {}): Review => ({
  ...{ id: `r${hour}`, author: user("bob"), authorCanPush: true, state: "approved", body: "", url: "" },
  ...{ submittedAt: at(hour), lastEditedAt: null, onBehalfOf: [], isMinimized: false, editor: null },
  reactions: { rocket: false, rocketAt: null, thumbsDown: false, confused: false },
  ...given,
});
const push = (hour: number): Commit => ({
  ...{ sha: `c${hour}`, committedDate: at(hour), author: "alice", ownSuiteCreatedAt: at(hour), parents: 1 },
});
const event = (type: "converted_to_draft" | "ready_for_review", hour: number): TimelineEvent => ({
  ...{ type, id: `${type} ${hour}`, createdAt: at(hour), actor: "alice" },
});
const measure = (given: Partial<PullRequest>) => {
  const pullRequest = buildPullRequest({ author: user("alice"), createdAt: at(9), state: "open", ...given });
  return measureRounds(pullRequest, at(200), calendar).map((seconds) => seconds / 3600);
};

it("measures each round to the review that ends it, in business time", () => {
  const changes = review(11, { state: "changes_requested" });
  expect(measure({ reviews: [changes] })).toEqual([2]);
  expect(measure({ reviews: [changes, review(34)], commits: [push(8), push(16), push(17)] })).toEqual([2, 2]);
});

it("starts no round before a review that moves a turn", () => {
  expect(measure({})).toEqual([]);
  const others = [
    review(10, { author: user("alice") }),
    review(11, { author: user("lint[bot]") }),
    review(12, { authorCanPush: false }),
    review(13, { state: "commented" }),
    review(14, { state: "pending", submittedAt: null }),
  ];
  expect(measure({ reviews: others })).toEqual([]);
});

it("leaves out time in draft", () => {
  const timeline = [event("converted_to_draft", 10), event("ready_for_review", 12)];
  expect(measure({ timeline, reviews: [review(13)] })).toEqual([2]);
});

it("returns nothing before the first round has ended", () => {
  expect(renderRounds([], english)).toBe("");
  expect(renderRounds([2700], english)).toBe("Reviewed after 45 min of business time.");
  expect(renderRounds([7200, 4200, 59], english)).toBe(
    "Reviewed in 3 rounds, after 2 h, 1 h 10 min and 0 min of business time.",
  );
});
