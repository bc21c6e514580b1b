import { startScene } from "../e2e/start-scene.ts";
import { createColors } from "./colors.ts";
import { stopSignal } from "./stop-signal.ts";
import { tellStory } from "./tell-story.ts";

/**
 * Starts everything, tells the story on standard output, and stops everything. Throws when a part failed.
 */
export async function runStory(): Promise<void> {
  // A reader such as `head` closes the pipe when it has seen enough. The demo must still leave nothing
  // behind.
  process.stdout.on("error", () => {});
  await using scene = await startScene();
  const print = (text: string) => process.stdout.write(`${text}\n`);
  const story = tellStory(scene, print, createColors(process.stdout));
  const stopped = stopSignal().then((name) => {
    throw new Error(`${name} came before the end.`);
  });
  await Promise.race([story, stopped]);
}
