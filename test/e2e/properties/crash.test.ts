import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { times, within } from "../../properties.ts";
import { startScene } from "../start-scene.ts";
import { startMortalTheatre } from "./mortal-theatre.ts";
import { createStraightPost } from "./post.ts";
import { storyArbitrary } from "./story.ts";
import { tell } from "./tell.ts";

/** The number of moments after which each server is killed. */
const livesArbitrary = fc.array(fc.noBias(fc.integer({ min: 3, max: 150 })), { minLength: 4, maxLength: 8 });

describe.each([
  ["reads that are current", null, 2],
  ["reads that lag behind", { reads: 2 }, 2],
])("with %s", (_case, lag, numRuns) => {
  it("loses nothing and does nothing twice when it is killed", {
    timeout: 660_000 * times,
  }, async () => {
    let kills = 0;
    const property = fc.asyncProperty(storyArbitrary, livesArbitrary, async (story, lives) => {
      await using scene = await startScene();
      const whole = await tell(story, scene, { post: createStraightPost(scene.github.deliveries) });
      await using theatre = await startMortalTheatre(lives);
      theatre.github.reads.lag(lag);
      const post = createStraightPost(theatre.github.deliveries);
      const { script } = whole;
      const killed = await tell(story, theatre, { post, script });
      kills += theatre.deaths;

      expect(killed.seen, JSON.stringify(script)).toEqual(whole.seen);
      const { duplicates, writtenAgain } = killed;
      expect({ duplicates, writtenAgain, script }).toEqual({ duplicates: [], writtenAgain: [], script });
    });
    await fc.assert(property, { numRuns: numRuns * times, ...within(600_000) });
    console.log(`${kills} kills in ${numRuns * times} stories`);
    expect(kills).toBeGreaterThan(numRuns * times);
  });
});
