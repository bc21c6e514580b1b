import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { configSchema } from "../../../../src/core/config/schema/config-schema.ts";
import { livesVersion } from "../../../../src/core/report/history/keep-life.ts";
import { readLife } from "../../../../src/core/report/history/life.ts";
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
    return readLife(pullRequest, { setting, edits, now: "2026-07-01T00:00:00Z" });
  });
  const hash = createHash("sha256").update(JSON.stringify(lives)).digest("hex").slice(0, 16);
  expect({ version: livesVersion, lives: hash }).toEqual({ version: 7, lives: "700e3122094fdc52" });
});
