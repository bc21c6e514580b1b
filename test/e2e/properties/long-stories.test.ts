import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { Temporal } from "temporal-polyfill";
import { times } from "../../properties.ts";
import { type Scene, startScene } from "../start-scene.ts";
import { carryOut, deeds, done } from "./deeds.ts";
import { createCrookedPost, createStraightPost, type Post } from "./post.ts";
import { letTimePass, lookAgain } from "./look-again.ts";
import { openAll, prepare, type Story, storyArbitrary } from "./long-story.ts";
import { findDuplicates, whatPeopleSee } from "./what-people-see.ts";

afterAll(() => {
  const counts = Object.keys(deeds).map((name) => `${name} ${done.get(name as keyof typeof deeds) ?? 0}`);
  if (times > 1) console.log(`Deeds that happened: ${counts.join(", ")}`);
});

/* Days in the life of two pull requests, told twice, with everything that people do. */

describe.each([
  ["reads that are current", null, 8],
  ["reads that lag behind", { reads: 2 }, 6],
])("with %s", (_case, lag, numRuns) => {
  let scene: Scene | null = null;
  let lastName = 0;
  afterAll(() => scene?.[Symbol.asyncDispose]());

  /** Each telling begins a week later. */
  const findScene = async () => {
    if (scene !== null && scene.github.clock.now() < "2029-01-01") return scene;
    await scene?.[Symbol.asyncDispose]();
    scene = await startScene();
    scene.github.reads.lag(lag);
    return scene;
  };

  /** Tells the story: what people see in the end, and what must not exist or be written. */
  const tellTo = async (story: Story, scene: Scene, post: Post) => {
    lastName += 1;
    // An installation of its own, because GitHub's limits, which the app keeps, apply to each.
    const owner = `acme-${lastName}`;
    await waitForMonday(scene);
    const repository = scene.github.createRepository(`${owner}/shop`);
    scene.github.createTeam(`${owner}/payments`, ["carol", "dave"]);
    prepare(story, repository, scene.github.clock.now());
    scene.github.install(owner);
    await letTimePass(scene);
    await tell(story, repository, { scene, post });
    const saidAgain = story.chapters
      .flatMap(({ steps }) => steps)
      .filter(({ does }) => does === "rerun" || does === "command for the description");
    const told = {
      seen: whatPeopleSee(repository),
      duplicates: findDuplicates(repository, { reruns: saidAgain.length }),
      writtenAgain: await lookAgain(scene, repository),
    };
    // Otherwise it would go on while the next one is told.
    scene.github.uninstall(owner);
    await scene.settle();
    return told;
  };

  it("order does not matter, and a second look writes nothing", { timeout: 300_000 * times }, async () => {
    const fates = fc.infiniteStream(fc.nat({ max: 1000 }));
    const property = fc.asyncProperty(storyArbitrary, fates, async (story, fate) => {
      const scene = await findScene();
      const { deliveries } = scene.github;
      const straight = await tellTo(story, scene, createStraightPost(deliveries));
      const crooked = await tellTo(
        story,
        scene,
        createCrookedPost(deliveries, () => fate.next().value),
      );

      expect(crooked.seen).toEqual(straight.seen);
      for (const { duplicates, writtenAgain } of [straight, crooked])
        expect({ duplicates, writtenAgain }).toEqual({ duplicates: [], writtenAgain: [] });
    });
    await fc.assert(property, { numRuns: numRuns * times });
  });
});

/** Every story begins on a Monday at nine, so that the same hours are worked in each. */
async function waitForMonday(scene: Scene): Promise<void> {
  const now = Temporal.Instant.from(scene.github.clock.now()).toZonedDateTimeISO("UTC");
  const monday = now.add({ days: 8 - now.dayOfWeek }).withPlainTime("09:00");
  await scene.advance(now.until(monday, { largestUnit: "hour" }).toString());
}

/** Lets the story happen: a moment passes after each step, then the chapter's pause. */
async function tell(
  story: Story,
  repository: Parameters<typeof openAll>[1],
  { scene, post }: { scene: Scene; post: Post },
): Promise<void> {
  const opening = { steps: [() => openAll(story, repository)], pause: "PT3M" };
  const chapters = story.chapters.map(({ steps, pause }) => ({
    steps: steps.map((step) => () => carryOut(step, repository, scene.github)),
    pause,
  }));
  for (const { steps, pause } of [opening, ...chapters]) {
    post.begin();
    for (const happen of steps) {
      happen();
      await post.step();
      await scene.advance("PT1S");
    }
    await post.end();
    await letTimePass(scene);
    const hours = Temporal.Duration.from(pause).total({ unit: "hours", relativeTo: "2026-03-02" });
    for (let hour = 1; hour <= hours; hour += 1) await scene.advance("PT1H");
    await letTimePass(scene);
  }
}
