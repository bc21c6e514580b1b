import { expect, it } from "vitest";
import { type Scene, startScene } from "./start-scene.ts";

const waitForFence = async (scene: Scene) => {
  for (const pause of ["PT1S", "PT3S", "PT10S"]) await scene.advance(pause);
};

it("waits for a pull request that GitHub's reads do not show yet", async () => {
  await using scene = await startScene();
  const repository = scene.github.createRepository("acme/shop");
  scene.github.install("acme");
  await scene.settle();
  scene.github.reads.lag({ reads: 3 });
  const pullRequest = repository.openPullRequest({ author: "alice", title: "fix bug", body: "fix bug" });
  await scene.settle();
  expect(pullRequest.see().checkRuns).toEqual([]);
  await waitForFence(scene);
  expect(pullRequest.see().checkRuns.map(({ conclusion }) => conclusion)).toEqual(["neutral"]);
});

it("waits for a merge group's commit that GitHub's reads do not show yet", async () => {
  await using scene = await startScene();
  const repository = scene.github.createRepository("acme/shop");
  scene.github.install("acme");
  const pullRequest = repository.openPullRequest({ author: "alice", title: "fix bug", body: "fix bug" });
  await scene.settle();
  scene.github.reads.lag({ reads: 4 });
  const { headSha } = pullRequest.enqueue();
  await scene.settle();
  await waitForFence(scene);
  await scene.advance("PT15S");
  expect(repository.checkRuns(headSha).map(({ conclusion }) => conclusion)).toEqual(["success"]);
});
