import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import type { GitHub } from "../github/driver/github.ts";
import type { RepositoryDriver } from "../github/driver/repository-driver.ts";
import { startGitHub } from "../github/start-github.ts";

export { incomplete } from "./incomplete.ts";

import { type ActionEvent, type ActionRun, buildBundle, runBundle } from "./run-bundle.ts";

/**
 * A repository with the workflow, and the bundle to run in it. The bundle uses the machine's clock, so the
 * local GitHub does too.
 */
export interface Stage {
  github: GitHub;
  shop: RepositoryDriver;
  /** Runs the step for the newest event of this name (as in `on:`), or for `more.payload`. */
  run(name: string, more?: Partial<ActionEvent>): Promise<ActionRun>;
}

/** A stage for each test of the file. */
export function setUpStage(): Stage {
  const stage = {} as Stage;
  let bundle: ReturnType<typeof buildBundle>;
  beforeAll(() => {
    bundle = buildBundle();
  }, 120_000);
  afterAll(() => bundle.remove());
  beforeEach(async () => {
    stage.github = await startGitHub();
    stage.github.clock.advance({ days: -30 });
    stage.shop = stage.github.createRepository("acme/shop", {
      files: { ".github/workflows/async.yml": "on: pull_request_target\n" },
    });
    for (const login of ["alice", "bob"]) stage.shop.setPermission(login, "write");
    stage.github.clock.run();
    // From now on events are recorded.
    expect(stage.github.workflowEvents).toEqual([]);
  });
  afterEach(async () => {
    expect(stage.github.defects).toEqual([]);
    await stage.github.close();
  });
  stage.run = (name, more = {}) => {
    const webhook = name === "pull_request_target" ? "pull_request" : name;
    const newest = stage.github.workflowEvents.filter(({ event }) => event === webhook).at(-1);
    return runBundle(bundle.file, stage.github, { name, payload: newest?.payload, ...more });
  };
  return stage;
}

export const completeBody = [
  ["Context", "The import fails on Mondays for everybody who has more rows."],
  ["Approach", "Read the rows in pages of a hundred instead of all at once."],
  ["Risk", "A page may be read twice; revert this commit to undo it all."],
  ["Testing", "Unit tests, and the import of last Monday by hand on staging."],
  ["Review focus", "Start in `src/import.ts`; is the end of the last page right?"],
]
  .map(([heading, text]) => `## ${heading}\n${text}\n`)
  .join("\n");

/** The permissions of review events from a stranger's fork or Dependabot. */
export const readOnly = {
  checks: "read",
  contents: "read",
  issues: "read",
  pull_requests: "read",
  statuses: "read",
} as const;
