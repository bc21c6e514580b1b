import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { RepositoryDriver } from "../../github/driver/repository-driver.ts";
import { times } from "../../properties.ts";
import { type Scene, startScene } from "../start-scene.ts";
import { createCrookedPost, createStraightPost, type Post } from "./post.ts";
import { letTimePass, lookAgain } from "./look-again.ts";
import { carryOut, openAll, type Story, storyArbitrary } from "./story.ts";
import { findDuplicates, whatPeopleSee } from "./what-people-see.ts";

const noon = "2026-03-02T12:00:00Z";

describe.each([
  ["reads that are current", null, 12],
  ["reads that lag behind", { reads: 2 }, 8],
])("with %s", (_case, lag, numRuns) => {
  let scene: Scene | null = null;
  afterAll(() => scene?.[Symbol.asyncDispose]());

  /** The dates of both tellings are compared, so neither may run into the night. */
  const findMorning = async () => {
    if (scene !== null && scene.github.clock.now() < noon) return scene;
    await scene?.[Symbol.asyncDispose]();
    scene = await startScene();
    scene.github.reads.lag(lag);
    return scene;
  };

  it("order does not matter, and a second look writes nothing", { timeout: 300_000 * times }, async () => {
    const fates = fc.infiniteStream(fc.nat({ max: 1000 }));
    const property = fc.asyncProperty(storyArbitrary, fates, async (story, fate) => {
      const scene = await findMorning();
      const { deliveries } = scene.github;
      const straight = await tell(story, scene, createStraightPost(deliveries));
      const crooked = await tell(
        story,
        scene,
        createCrookedPost(deliveries, () => fate.next().value),
      );

      expect(whatPeopleSee(crooked)).toEqual(whatPeopleSee(straight));
      const reruns = story.chapters.flat().filter(({ does }) => does === "rerun").length;
      for (const world of [straight, crooked]) expect(findDuplicates(world, { reruns })).toEqual([]);
      expect(await lookAgain(scene, crooked)).toEqual([]);
    });
    await fc.assert(property, { numRuns: numRuns * times });
  });
});

/**
 * Lets the story happen: a second passes after each step, and three minutes after each chapter. It has an
 * installation of its own, because GitHub's limits, which the app keeps, apply to each.
 */
async function tell(story: Story, scene: Scene, post: Post): Promise<RepositoryDriver> {
  const owner = `acme-${scene.github.installations.length + 1}`;
  const repository = scene.github.createRepository(`${owner}/shop`);
  scene.github.install(owner);
  await letTimePass(scene);
  const opening = () => openAll(story, repository);
  const chapters = story.chapters.map((chapter) =>
    chapter.map((step) => () => carryOut(step, repository, scene.github)),
  );
  for (const steps of [[opening], ...chapters]) {
    post.begin();
    for (const happen of steps) {
      happen();
      await post.step();
      await scene.advance("PT1S");
    }
    await post.end();
    await letTimePass(scene);
  }
  return repository;
}
