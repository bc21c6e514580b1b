import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { openDatabase } from "../../../src/database/open-database.ts";
import type { Look } from "../../../src/reconcile/ports.ts";
import { createQuietLog, monday, startScene } from "../start-scene.ts";
import { describeWith } from "./set-stage.ts";

const config = "turns: {hours: {time_zone: UTC}}\n";
const pending = 10_000;

it("makes no request for 10,000 waiting pull requests until one is due, and then only for that one", async () => {
  await using scene = await startScene({ now: monday });
  const { github } = scene;
  const repository = github.createRepository("acme/shop", { files: { ".github/async.yml": config } });
  github.install("acme");
  const one = repository.openPullRequest({ author: "alice", title: "Retry", body: describeWith(null) });
  one.requestReview("bob");
  await scene.settle();
  await scene.stop();
  await fill(scene.environment.dataDir, github.installations[0]!.id, repository.state.id);
  await scene.start();
  await scene.settle();
  expect((await scene.server.count()).pending).toBe(pending + 1);

  github.requests.clear();
  for (let hours = 1; hours < 24; hours += 1) await scene.advance("PT1H");
  expect(github.requests.names).toEqual([]);

  // A day after the request, to the second: this pull request, and no other.
  await scene.advance("PT59M59S");
  expect(github.requests.names).toEqual([]);
  await scene.advance("PT1S");
  expect(new Set(github.requests.names)).toEqual(
    new Set([
      "POST /app/installations/:installation/access_tokens",
      "query PullRequest",
      "POST /repos/:owner/:repo/labels",
      "POST /repos/:owner/:repo/issues/:number/labels",
      "POST /repos/:owner/:repo/issues/:number/comments",
    ]),
  );
  expect(github.requests.names.filter((name) => name === "query PullRequest")).toHaveLength(1);
});

/** Wake-ups from two days on, half a minute apart, as looks leave them. */
async function fill(dataDir: string, installationId: number, repositoryId: number): Promise<void> {
  const clock = { now: () => monday };
  const database = await openDatabase({ dataDir }, { clock, logger: createQuietLog() });
  const start = Temporal.Instant.from(monday).add({ hours: 48 });
  const repository = { id: repositoryId, owner: "acme", name: "shop" };
  const looks = Array.from(
    { length: pending },
    (_, index): Look => ({
      subject: { kind: "pull_request", installationId, repository, number: 100 + index },
      minimumVersion: null,
      intents: [],
      notBefore: start.add({ seconds: 30 * index }).toString(),
    }),
  );
  await database.queue.look(looks);
  await database.close();
}
