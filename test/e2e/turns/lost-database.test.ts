import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { monday, startScene } from "../start-scene.ts";
import { describeWith } from "./set-stage.ts";

const config = `turns:
  hours: {time_zone: UTC}
  remind: {at_most: 2, escalate: [acme/leads]}
`;

it("restores every wake-up from GitHub when the database is lost, so that no reminder comes twice", async () => {
  await using scene = await startScene({ now: monday, pacedByClock: true });
  const { github } = scene;
  const repository = github.createRepository("acme/shop", { files: { ".github/async.yml": config } });
  github.createTeam("acme/leads", ["dora"]);
  github.install("acme");
  await scene.settle();
  const open = (reviewer: string) => {
    const one = repository.openPullRequest({ author: "alice", title: "Retry", body: describeWith(null) });
    one.requestReview(reviewer);
    return one;
  };
  // Monday 09:00. The first gets one reminder before the loss, the second is requested a day later, the third
  // is closed meanwhile.
  const [first, closed] = [open("bob"), open("bob")];
  await scene.settle();
  await scene.advance("PT24H");
  const second = open("carol");
  await scene.settle();
  await scene.advance("PT1H");
  const steps = () =>
    [first, second, closed].map((one) =>
      one.see().comments.map(({ body }) => /#\d/.exec(body.split("\n").at(-1)!)![0]),
    );
  expect(steps()).toEqual([["#1"], [], ["#1"]]);

  // Tuesday 10:00: the server stops, its database is deleted, and a pull request is closed before it comes
  // back at 12:00.
  await scene.stop();
  const { dataDir } = scene.environment;
  for (const name of readdirSync(dataDir)) rmSync(join(dataDir, name), { recursive: true });
  github.clock.advance("PT2H");
  closed.close();
  await scene.start();
  await scene.settle();
  await scene.advance("PT1M");
  // The two open pull requests wait for their next instant; the closed one has none.
  expect(await scene.server.count()).toEqual({ pending: 2, due: 0, failed: 0 });
  expect(steps()).toEqual([["#1"], [], ["#1"]]);

  // Hour by hour for two weeks: who has got which reminder since when.
  const told: [at: string, steps: string[][]][] = [];
  github.clock.set("2026-03-03T12:00:00Z");
  for (let hour = 0; hour < 14 * 24; hour += 1) {
    await scene.advance("PT1H");
    const now = steps();
    if (JSON.stringify(now) !== JSON.stringify(told.at(-1)?.[1])) told.push([github.clock.now(), now]);
  }
  // Both clocks count from Tuesday 12:00, when the new database first saw the pull requests. Reminders
  // that were sent before the loss are not repeated.
  expect(told).toEqual([
    ["2026-03-03T13:00:00Z", [["#1"], [], ["#1"]]],
    ["2026-03-04T12:00:00Z", [["#1"], ["#1"], ["#1"]]],
    ["2026-03-05T12:00:00Z", [["#1", "#2"], ["#1", "#2"], ["#1"]]],
  ]);
});
