import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { configSchema } from "../../../../src/core/config/schema/config-schema.ts";
import { parseDescription } from "../../../../src/core/description/parse-description.ts";
import { keepObservedLife, livesVersion } from "../../../../src/core/report/history/keep-life.ts";
import { readLife } from "../../../../src/core/report/history/life.ts";
import { buildObservation } from "../../../build-observation.ts";
import { newComment, newPullRequest } from "../../turns/life/new-pull-request.ts";
import { arbitraryHistory } from "./random-history.ts";
import { toPullRequest } from "./record-history.ts";

/** The same histories in every run, even where properties run longer. */
const numRuns = 300;
const fixed = { seed: 7, numRuns };

/*
 * When the lives differ because the rules do, raise the version: kept lives would stay as the old rules read
 * them, and a report would mix the two. When only these histories or fast-check changed, the version stays.
 */
it("requires a new version when lives are read differently", () => {
  const config = configSchema.parse({ bots: ["robbie"], turns: { hours: { time_zone: "Europe/Berlin" } } });
  const setting = {
    repository: { owner: "acme", name: "shop" },
    ...{ config, templates: [], gitattributes: null },
  };
  const lives = fc.sample(arbitraryHistory, fixed).map((history) => {
    const { pullRequest, edits } = toPullRequest(history);
    return readLife(pullRequest, { setting, edits, now: "2026-07-01T00:00:00Z", isApp: false });
  });
  const hash = createHash("sha256").update(JSON.stringify(lives)).digest("hex").slice(0, 16);
  expect({ version: livesVersion, lives: hash }).toEqual({ version: 8, lives: "15465fc46e4a1147" });
});

it.each([
  ["counts a command that we accepted, where the app reads", "async-review[bot]", "author 10–"],
  ["does not take a person's own 🚀 for the app's", "", "reviewers 09–"],
])("%s", (_, ownLogin, expected) => {
  const comment = newComment("C1", "dana", "2026-11-02T10:00:00Z", "/async waiting");
  const reactions = { ...comment.reactions, rocket: true, rocketAt: "2026-11-02T10:00:05Z" };
  const reviewer = { type: "user" as const, login: "bob" };
  const asked = { id: "E1", createdAt: "2026-11-02T09:00:00Z", actor: "alice", reviewer };
  const pullRequest = newPullRequest({
    timeline: [{ type: "review_requested", ...asked }],
    reviewRequests: [reviewer],
    comments: [{ ...comment, reactions }],
  });
  const observation = { ...buildObservation({}), ownLogin, pullRequest };
  const reader = { enter: () => {}, readTemplate: parseDescription };
  const { life } = keepObservedLife({ observation, edits: [], now: "2026-11-03T00:00:00Z" }, reader)!;
  const last = life.waits.at(-1)!;
  const whom = last.author ? "author" : "reviewers";
  expect(`${whom} ${last.from.slice(11, 13)}–${last.to ?? ""}`).toBe(expected);
});
