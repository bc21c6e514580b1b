import { expect, it } from "vitest";
import { startScene } from "./start-scene.ts";

it("checks pull requests on a GitHub Enterprise Server that lacks a field of the query, and names the gap", async () => {
  await using scene = await startScene({ schemaLacks: ["PullRequest.isInMergeQueue"], record: "nothing" });
  const repository = scene.github.createRepository("acme/shop");
  scene.github.install("acme");
  await scene.settle();
  const pullRequest = repository.openPullRequest({
    author: "alice",
    title: "fix bug",
    body: "fix bug",
    files: [{ path: "src/export.ts", additions: 70, deletions: 20 }],
  });
  await scene.settle();
  const [run] = pullRequest.see().checkRuns;
  expect(run).toMatchObject({ status: "completed", conclusion: "neutral" });
  expect(run?.summary).toContain("The app can't read merge queues; what depends on it is skipped.");
});
