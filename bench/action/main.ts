import { incomplete } from "../../test/action/incomplete.ts";
import { buildBundle, runBundle } from "../../test/action/run-bundle.ts";
import { startGitHub } from "../../test/github/start-github.ts";
import type { Result } from "../result.ts";
import { spreadOf } from "../statistics.ts";

const runs = 15;

/**
 * The time from the start of the process to the check run's arrival at a GitHub without latency, and to the
 * end of the process.
 */
export async function run(): Promise<Result[]> {
  const { file, remove } = buildBundle();
  const verdicts: number[] = [];
  const ends: number[] = [];
  for (let round = 0; round <= runs; round += 1) {
    await using github = await startGitHub();
    const shop = github.createRepository("acme/shop");
    if (github.workflowEvents.length > 0) throw new Error("nothing has happened yet");
    shop.openPullRequest(incomplete);
    const started = performance.now();
    const watching = watchFor(() => github.requests.names.some((name) => name.endsWith("/check-runs")));
    await runBundle(file, github, {
      name: "pull_request_target",
      payload: github.workflowEvents.at(-1)!.payload,
    });
    // Without the first round, in which the local GitHub parses its schema.
    if (round === 0) continue;
    verdicts.push((await watching) - started);
    ends.push(performance.now() - started);
  }
  remove();
  return [
    {
      name: "action",
      figures: {
        "verdict ms (median)": spreadOf(verdicts).median,
        "end ms (median)": spreadOf(ends).median,
        runs,
      },
      aims: { "verdict ms (median)": { most: 1_000 } },
    },
  ];
}

async function watchFor(isDone: () => boolean): Promise<number> {
  while (!isDone()) await new Promise((resolve) => setTimeout(resolve, 1));
  return performance.now();
}
