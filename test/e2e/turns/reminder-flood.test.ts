import { expect, it } from "vitest";
import { monday, startScene } from "../start-scene.ts";
import { describeWith } from "./set-stage.ts";

// The only label is `overdue`: it falls due with the reminder, and both share GitHub's pace for writes.
const config = `checks: {review: false}
turns: {hours: {time_zone: UTC}, remind: {at_most: 1}, labels: {author: false, reviewer: false}}
`;

it("sends thirty of forty due reminders, oldest first, and the others ten minutes later", async () => {
  await using scene = await startScene({ now: monday, pacedByClock: true });
  const { github } = scene;
  const repository = github.createRepository("acme/shop", { files: { ".github/async.yml": config } });
  github.install("acme");
  const opened = Array.from({ length: 40 }, () =>
    repository.openPullRequest({ author: "alice", title: "Retry", body: describeWith(null) }),
  );
  await scene.settle();
  await scene.advance("PT10M");
  // Each is due a minute after the previous one, and the numbers run the other way.
  const byAge = opened.toReversed();
  for (const one of byAge) {
    github.clock.advance("PT1M");
    one.requestReview("bob");
  }
  await scene.settle();
  // The server is down while the reminders fall due. Parallel looks may overtake each other by a place or
  // two, so looks run one at a time to show the order.
  await scene.stop();
  scene.environment.concurrency = 1;
  github.clock.set("2026-03-03T12:00:00Z");
  await scene.start();
  scene.server.poke();
  await scene.settle();

  const findReminded = () =>
    byAge.flatMap((one, place) =>
      one.see().comments.some(({ author }) => author === github.app.login) ? place : [],
    );
  const all = byAge.map((_, place) => place);
  // GitHub's spacing of writes stretches the first batch over two minutes. The next batch follows ten
  // minutes after the first reminder.
  const told: number[] = [];
  for (let minute = 0; minute <= 12; minute += 1) {
    const reminded = findReminded();
    expect(reminded).toEqual(all.slice(0, reminded.length));
    told.push(reminded.length);
    await scene.advance("PT1M");
  }
  expect(told).toEqual([17, 30, 30, 30, 30, 30, 30, 30, 30, 30, 40, 40, 40]);
  for (const one of opened) expect(one.see().comments).toHaveLength(1);
}, 60_000);
