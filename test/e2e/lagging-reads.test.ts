import { expect, it } from "vitest";
import { complete } from "../demo/scenario.ts";
import { type Scene, startScene } from "./start-scene.ts";

const waitForNewRead = async (scene: Scene) => {
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
  await waitForNewRead(scene);
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
  await waitForNewRead(scene);
  await scene.advance("PT15S");
  expect(repository.checkRuns(headSha).map(({ conclusion }) => conclusion)).toEqual(["success"]);
});

it.each([
  ["the repository's own", "acme/shop"],
  ["the organisation's", "acme/.github"],
])("waits for a pushed config that GitHub's reads do not show yet: %s", async (_case, where) => {
  await using scene = await startScene();
  const repository = scene.github.createRepository("acme/shop");
  scene.github.createRepository("acme/.github");
  scene.github.install("acme");
  const pullRequest = repository.openPullRequest({ author: "alice", title: "fix bug", body: "fix bug" });
  await scene.settle();
  // One for the list of open pull requests, one for the pull request.
  scene.github.reads.lag({ reads: 2 });
  scene.github.repository(where).pushFile(".github/async.yml", "enforcement: block\n");
  await scene.settle();
  const names = () => pullRequest.see().checkRuns.map(({ name }) => name);
  expect(names()).toEqual(["async / description"]);
  await scene.advance("PT1S");
  // A file turns the second check on.
  expect(names()).toEqual(["async / description", "async / review"]);
});

it("waits for a thread that GitHub's reads do not show as resolved yet, or as open again", async () => {
  await using scene = await startScene();
  const repository = scene.github.createRepository("acme/shop", {
    files: { ".github/async.yml": "enforcement: block\n" },
  });
  repository.setPermission("bob", "write");
  scene.github.install("acme");
  const pullRequest = repository.openPullRequest({ author: "alice", title: "Retry charges", body: complete });
  await scene.settle();
  const comment = { path: "src/retry.ts", line: 3, body: "blocking: this retries declines too" };
  pullRequest.review({ by: "bob", state: "commented", comments: [comment] });
  await scene.settle();
  const verdict = () => pullRequest.see().checkRuns.find(({ name }) => name === "async / review")?.conclusion;
  const thread = pullRequest.state.threads[0]!;
  expect(verdict()).toBe("failure");

  for (const isResolved of [true, false]) {
    await scene.advance("PT1M");
    scene.github.reads.lag({ reads: 2 });
    if (isResolved) pullRequest.resolveThread(thread, "bob");
    else pullRequest.unresolveThread(thread, "bob");
    await scene.settle();
    await waitForNewRead(scene);
    expect(verdict()).toBe(isResolved ? "success" : "failure");
  }
});

it("waits for a review of the same second that GitHub's reads do not show yet", async () => {
  await using scene = await startScene();
  const repository = scene.github.createRepository("acme/shop", {
    files: { ".github/async.yml": "enforcement: block\n" },
  });
  repository.setPermission("bob", "write");
  scene.github.install("acme");
  const pullRequest = repository.openPullRequest({ author: "alice", title: "Retry charges", body: complete });
  await scene.settle();
  const comment = { path: "src/retry.ts", line: 3, body: "blocking: this retries declines too" };
  scene.github.reads.lag({ reads: 2 });
  pullRequest.review({ by: "bob", state: "commented", comments: [comment] });
  await scene.settle();
  await waitForNewRead(scene);
  const verdict = pullRequest.see().checkRuns.find(({ name }) => name === "async / review")?.conclusion;
  expect(verdict).toBe("failure");
});
