import { expect, it } from "vitest";
import { startScene } from "./start-scene.ts";

it("counts deliveries, looks, requests and the queue in the server's metrics", async () => {
  await using scene = await startScene();
  const repository = scene.github.createRepository("acme/shop");
  scene.github.install("acme");
  const files = [{ path: "src/retry.ts", additions: 70 }];
  repository.openPullRequest({ author: "alice", title: "Fix bug", body: "fix bug", files });
  await scene.settle();

  // Compared without their counts, which depend on how deliveries happen to overlap.
  const body = await (await fetch(`${scene.server.url}/metrics`)).text();
  const figures = body.split("\n").filter((line) => line.startsWith("async_review_"));
  const counted = figures.filter((line) => !line.endsWith(" 0")).map((line) => line.replace(/ [^ ]+$/, ""));
  expect(counted).toEqual(
    expect.arrayContaining([
      'async_review_deliveries_total{event="pull_request",outcome="stored"}',
      'async_review_deliveries_total{event="check_run",outcome="ignored"}',
      'async_review_looks_total{subject="pull_request",outcome="done"}',
      'async_review_look_seconds_count{subject="pull_request"}',
      'async_review_github_requests_total{kind="graphql_query",status="2xx"}',
      'async_review_github_requests_total{kind="rest_write",status="2xx"}',
      'async_review_github_requests_total{kind="token",status="2xx"}',
      "async_review_wake_up_lag_seconds_count",
      'async_review_github_remaining_points{resource="graphql"}',
      'async_review_queue_subjects{state="pending"}',
    ]),
  );
});
