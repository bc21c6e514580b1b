import { startScene } from "../e2e/start-scene.ts";
import { createColors } from "./colors.ts";
import { tellStory } from "./tell-story.ts";

/** Starts everything, tells the story on standard output, and takes everything down again. Throws when a part did not work. */
export async function runStory(): Promise<void> {
  await using scene = await startScene();
  const print = (text: string) => process.stdout.write(`${text}\n`);
  await tellStory(scene, print, createColors(process.stdout, process.env));
  const [defect] = scene.github.defects;
  if (defect !== undefined) throw new Error(`the local GitHub could not answer: ${defect}`);
}
