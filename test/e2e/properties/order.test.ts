import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RepositoryDriver } from "../../github/driver/repository-driver.ts";
import { times } from "../../properties.ts";
import { type Scene, startScene } from "../start-scene.ts";
import { createCrookedPost, createStraightPost, type Post } from "./post.ts";
import { letTimePass, lookAgain } from "./look-again.ts";
import { carryOut, openAll, type Story, storyArbitrary } from "./story.ts";
import { findDuplicates, whatPeopleSee } from "./what-people-see.ts";

describe.each([
  ["reads that are current", null, 12],
  ["reads that lag behind", { reads: 2 }, 8],
])("with %s", (_case, lag, numRuns) => {
  let scene: Scene;
  let lastName = 0;

  beforeAll(async () => {
    scene = await startScene();
    scene.github.reads.lag(lag);
  });
  afterAll(() => scene[Symbol.asyncDispose]());

  const tellTo = async (story: Story, post: Post) => {
    lastName += 1;
    // An installation of its own: GitHub's limits, which the app keeps, count for each.
    const repository = scene.github.createRepository(`acme-${lastName}/shop`);
    scene.github.install(`acme-${lastName}`);
    await letTimePass(scene);
    await tell(story, repository, { scene, post });
    return repository;
  };

  it("order does not matter, and a second look writes nothing", { timeout: 120_000 * times }, async () => {
    const fates = fc.infiniteStream(fc.nat({ max: 1000 }));
    const property = fc.asyncProperty(storyArbitrary, fates, async (story, fate) => {
      const { deliveries } = scene.github;
      const straight = await tellTo(story, createStraightPost(deliveries));
      const crooked = await tellTo(
        story,
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

/** Lets the story happen: a second passes after each step, and three minutes after each chapter. */
async function tell(
  story: Story,
  repository: RepositoryDriver,
  { scene, post }: { scene: Scene; post: Post },
): Promise<void> {
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
}
