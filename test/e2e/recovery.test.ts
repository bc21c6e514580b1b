import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { startScene } from "./start-scene.ts";

const files = [{ path: "src/export.ts", additions: 70, deletions: 20 }];
const lazy = { author: "alice", title: "fix bug", body: "fix bug", files };

async function startShop() {
  const scene = await startScene();
  const repository = scene.github.createRepository("acme/shop");
  scene.github.install("acme");
  await scene.settle();
  return { scene, repository };
}

it("requests redelivery of the deliveries that it missed while it was down", async () => {
  const { scene, repository } = await startShop();
  await using _ = scene;
  const before = repository.openPullRequest(lazy);
  await scene.settle();
  await scene.stop();
  const missed = repository.openPullRequest(lazy);
  before.push({ files: [{ path: "src/more.ts", additions: 3 }] });
  await scene.github.deliveries.settled();
  // The last seconds' deliveries may still be on their way, so they are left to the next run.
  scene.github.clock.advance("PT2M");
  await scene.start();
  await scene.settle();
  for (const pullRequest of [before, missed]) {
    expect(pullRequest.see().checkRuns.map(({ conclusion }) => conclusion)).toEqual(["neutral"]);
  }
  const redelivered = scene.github.deliveries.all.filter(({ redelivery }) => redelivery);
  expect(new Set(redelivered.map(({ guid }) => guid)).size).toBe(redelivered.length);
});

it("requests redelivery even if it was stopped again before it had caught up", async () => {
  const { scene, repository } = await startShop();
  await using _ = scene;
  await scene.stop();
  const missed = repository.openPullRequest(lazy);
  await scene.github.deliveries.settled();
  // At this start the delivery is too young to be requested again. The next delivery is stored all the same.
  await scene.start();
  scene.github.clock.advance("PT10S");
  repository.openPullRequest(lazy);
  await scene.settle();
  await scene.stop();
  scene.github.clock.advance("PT2M");
  await scene.start();
  await scene.settle();
  expect(missed.see().checkRuns.map(({ conclusion }) => conclusion)).toEqual(["neutral"]);
});

it("looks at every open pull request after it was down for longer than GitHub keeps deliveries", async () => {
  const { scene, repository } = await startShop();
  await using _ = scene;
  await scene.stop();
  const missed = repository.openPullRequest(lazy);
  await scene.github.deliveries.settled();
  scene.github.clock.advance("P4D");
  await scene.start();
  await scene.settle();
  expect(missed.see().checkRuns.map(({ conclusion }) => conclusion)).toEqual(["neutral"]);
  expect(scene.github.deliveries.all.filter(({ redelivery }) => redelivery)).toEqual([]);
});

it("restores the open pull requests and their wake-ups after the database was lost", async () => {
  const { scene, repository } = await startShop();
  await using _ = scene;
  const waiting = repository.openPullRequest(lazy);
  const closed = repository.openPullRequest(lazy);
  await scene.settle();
  closed.close();
  await scene.settle();
  await scene.stop();
  for (const name of ["async-review.sqlite", "async-review.sqlite-wal", "async-review.sqlite-shm"]) {
    rmSync(join(scene.environment.dataDir, name), { force: true });
  }
  await scene.start();
  await scene.settle();
  await scene.advance("PT3M");
  expect([waiting.see().comments.length, closed.see().comments.length]).toEqual([1, 0]);
  expect(waiting.state.repository.checkSuites.flatMap(({ runs }) => runs)).toHaveLength(2);
});

it("keeps working in a repository that was renamed", async () => {
  const { scene, repository } = await startShop();
  await using _ = scene;
  const waiting = repository.openPullRequest(lazy);
  await scene.settle();
  repository.rename("store");
  await scene.settle();
  await scene.advance("PT3M");
  expect(waiting.see().comments).toHaveLength(1);
  waiting.edit({ body: "fix the bug" });
  await scene.settle();
  expect(waiting.see().checkRuns).toHaveLength(1);
});

it("keeps pending work when it is stopped", async () => {
  const { scene, repository } = await startShop();
  await using _ = scene;
  const waiting = repository.openPullRequest(lazy);
  await scene.settle();
  await scene.stop();
  scene.github.clock.advance("PT2M");
  await scene.start();
  await scene.settle();
  expect(waiting.see().comments).toHaveLength(1);
});
