import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { times, within } from "../../properties.ts";
import { startScene } from "../start-scene.ts";
import { createCrookedPost, createStraightPost } from "./post.ts";
import { deeds, storyArbitrary } from "./story.ts";
import { tell, type Watch } from "./tell.ts";

describe.each([
  ["reads that are current", null, 6],
  ["reads that lag behind", { reads: 2 }, 4],
])("with %s", (_case, lag, numRuns) => {
  it("ends the same in any order of deliveries, and writes nothing on a second look", {
    timeout: 660_000 * times,
  }, async () => {
    const fates = fc.infiniteStream(fc.nat({ max: 1000 }));
    const property = fc.asyncProperty(storyArbitrary, fates, async (story, fate) => {
      await using scene = await startScene();
      scene.github.reads.lag(lag);
      const { deliveries } = scene.github;
      const straight = await tell(story, scene, { post: createStraightPost(deliveries) });
      const { script } = straight;
      const post = createCrookedPost(deliveries, () => fate.next().value);
      const crooked = await tell(story, scene, { post, script });

      expect(crooked.seen, JSON.stringify(script)).toEqual(straight.seen);
      for (const { duplicates, writtenAgain } of [straight, crooked])
        expect({ duplicates, writtenAgain, script }).toEqual({ duplicates: [], writtenAgain: [], script });
    });
    await fc.assert(property, { numRuns: numRuns * times, ...within(600_000) });
  });
});

it("tells stories with every deed, and the app answers most", { timeout: 600_000 * times }, async () => {
  await using scene = await startScene();
  const counts = new Map(Object.keys(deeds).map((name) => [name, { times: 0, answered: 0 }]));
  const watch: Watch = ({ does }, before, after) => {
    const count = counts.get(does)!;
    count.times += 1;
    if (after !== before) count.answered += 1;
  };
  // A fixed seed, so that the counts do not depend on chance.
  for (const story of fc.sample(storyArbitrary, { numRuns: 18 * times, seed: 1 })) {
    const chapters = story.chapters.map((chapter) => ({ ...chapter, pause: "PT3M" as const }));
    const post = createStraightPost(scene.github.deliveries);
    const { duplicates, writtenAgain } = await tell({ ...story, chapters }, scene, { post, watch });
    expect({ duplicates, writtenAgain }).toEqual({ duplicates: [], writtenAgain: [] });
  }
  const all = [...counts].map(([name, count]) => ({ name, ...count }));
  expect(all.filter(({ times }) => times < 2)).toEqual([]);
  expect(all.filter(({ name, answered }) => answered === 0 && !quiet.has(name))).toEqual([]);
});

/** Deeds after which the app may show nothing new a second later. */
const quiet = new Set([
  "answer",
  "unresolve",
  "dismiss",
  "conflict",
  "checks",
  "title",
  "crowd",
  "delete our comment",
  "take a label off",
  "put a label on",
  "assign",
]);
