import { randomUUID } from "node:crypto";
import { join } from "node:path";
import BetterSqlite3 from "better-sqlite3";
import { expect, it } from "vitest";
import type { Delivery } from "../../github/webhooks/delivery.ts";
import { type Scene, startScene } from "../start-scene.ts";

it("stores no job and makes no request for deliveries about its own writes", async () => {
  await using scene = await startScene();
  const { github } = scene;
  const repository = github.createRepository("acme/shop", {
    files: { ".github/async.yml": "enforcement: block\n" },
  });
  github.install("acme");
  await scene.settle();
  const files = [{ path: "src/export.ts", additions: 70 }];
  const pullRequest = repository.openPullRequest({
    author: "alice",
    title: "fix bug",
    body: "fix bug",
    files,
  });
  await scene.advance("PT3M");
  const run = pullRequest.see().checkRuns.find(({ name }) => name === "async / description");
  repository.pressButton(run!, "insert", "alice");
  await scene.settle();

  const ours = github.deliveries.all.filter((delivery) => isOurs(delivery, github.app.login));
  const kinds = new Set(ours.map(({ event, action }) => `${event}.${action}`));
  expect([...kinds].sort()).toEqual([
    "check_run.completed",
    "check_run.created",
    "check_suite.completed",
    "issue_comment.created",
    "issue_comment.edited",
    "pull_request.edited",
  ]);
  const stored = listStored(scene);
  expect(ours.filter(({ guid }) => stored.has(guid))).toEqual([]);
  const people = github.deliveries.all.filter(
    ({ event, action }) => event === "pull_request" && action === "opened",
  );
  expect(people.every(({ guid }) => stored.has(guid))).toBe(true);

  github.requests.clear();
  for (const delivery of ours) await github.deliveries.redeliver({ ...delivery, guid: randomUUID() });
  await scene.advance("PT1M");
  expect(github.requests.names).toEqual([]);
  expect(listStored(scene).size).toBe(stored.size);
});

function isOurs({ body }: Delivery, login: string): boolean {
  return (JSON.parse(body) as { sender?: { login: string } }).sender?.login === login;
}

/** The ids of the deliveries that the database holds. */
function listStored({ environment }: Scene): Set<string> {
  const file = new BetterSqlite3(join(environment.dataDir, "async-review.sqlite"), { readonly: true });
  try {
    return new Set((file.prepare("select id from deliveries").all() as { id: string }[]).map(({ id }) => id));
  } finally {
    file.close();
  }
}
