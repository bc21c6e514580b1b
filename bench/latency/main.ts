import { setTimeout as sleep } from "node:timers/promises";
import { startScene } from "../../test/e2e/start-scene.ts";
import type { RepositoryDriver } from "../../test/github/driver/repository-driver.ts";
import type { Result } from "../result.ts";
import { spreadOf } from "../statistics.ts";

const installations = 15;
const perInstallation = 8;
/** Pull requests that are opened first and not measured, because code is slow on its first run. */
const warmUp = 1;

/**
 * The time from the arrival of `pull_request.opened` at the app to the completed check run, on a GitHub
 * without latency. Each pull request is opened once the previous one has its check. There are several
 * installations, because the app respects GitHub's limit on writes. Server and GitHub share a process and its
 * core, so GitHub's own work (signing, GraphQL) is part of the figure.
 */
export async function run(): Promise<Result[]> {
  await using scene = await startScene();
  const { github } = scene;
  const milliseconds: number[] = [];
  for (let index = 0; index < installations; index += 1) {
    const repository = github.createRepository(`acme-${index}/shop`);
    github.install(`acme-${index}`);
    await scene.settle();
    for (let opened = 0; opened < perInstallation; opened += 1) {
      const took = await measure(repository);
      if (opened >= warmUp) milliseconds.push(took);
      await scene.settle();
    }
  }
  const { median, min, max } = spreadOf(milliseconds);
  return [
    {
      name: "From the delivery's arrival to the completed check run",
      figures: {
        "median, ms": median,
        "least, ms": min,
        "most, ms": max,
        "pull requests": milliseconds.length,
      },
      aims: { "median, ms": { most: 100 } },
    },
  ];
}

/** Milliseconds from GitHub's sending of the delivery to the completed check run. */
async function measure(repository: RepositoryDriver): Promise<number> {
  const body = "## Context\nLarge shops cannot export their orders any more, see #311.\n";
  const files = [{ path: "src/export.ts", additions: 70, deletions: 20 }];
  const start = performance.now();
  const pullRequest = repository.openPullRequest({ author: "alice", title: "Export", body, files });
  while (pullRequest.see().checkRuns[0]?.status !== "completed") {
    if (performance.now() - start > 30_000) throw new Error("The pull request got no check run in 30 s.");
    await sleep(1);
  }
  return performance.now() - start;
}
