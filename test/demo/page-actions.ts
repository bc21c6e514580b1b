import { z } from "zod";
import { configPath } from "../../src/core/config/effective.ts";
import type { Scene } from "../e2e/start-scene.ts";

import { repositoryName } from "./create-shop.ts";
import { people } from "./scenario.ts";

const number = z.int().positive();
const text = z.string().max(65_536, "longer than the 65,536 characters that GitHub takes");

/** What somebody can do on the page; each is one thing that a person does on GitHub's. */
export const pageActionSchema = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("edit"), number, body: text }),
  z.strictObject({ action: z.literal("press"), number, run: number, identifier: z.string().max(20) }),
  z.strictObject({ action: z.literal("draft"), number, isDraft: z.boolean() }),
  z.strictObject({
    action: z.literal("open"),
    author: z.enum(people),
    title: z
      .string()
      .trim()
      .min(1, "empty; a pull request needs one")
      .max(256, "longer than the 256 characters that GitHub takes"),
    body: text,
    isDraft: z.boolean(),
    lines: z.int().min(1).max(5_000),
  }),
  z.strictObject({ action: z.literal("configure"), config: text }),
  z.strictObject({ action: z.literal("wait"), duration: z.enum(["PT2M", "PT24H"]) }),
]);
export type PageAction = z.infer<typeof pageActionSchema>;

/** Does it, and waits until the app has answered. Throws when there is no such pull request or check run. */
export async function doPageAction(scene: Scene, given: PageAction): Promise<void> {
  const repository = scene.github.repository(repositoryName);
  if (given.action === "wait") return scene.advance(given.duration);
  if (given.action === "configure") {
    repository.pushFile(configPath, given.config.trim() === "" ? null : given.config);
    await scene.settle();
    // Open pull requests are looked at again over the next minute.
    return scene.advance("PT1M");
  }
  if (given.action === "open") {
    const { author, title, body, isDraft, lines } = given;
    const file = { path: "src/change.ts", additions: lines, deletions: Math.floor(lines / 4) };
    repository.openPullRequest({ author, title, body, draft: isDraft, files: [file] });
  } else {
    const pullRequest = repository.pullRequest(given.number);
    if (given.action === "edit") pullRequest.edit({ body: given.body });
    else if (given.action === "draft") given.isDraft ? pullRequest.convertToDraft() : pullRequest.markReady();
    else {
      const author = pullRequest.see().author;
      // A bot has no hand to press a button with.
      repository.pressButton(given.run, given.identifier, author.endsWith("[bot]") ? people[0]! : author);
    }
  }
  await scene.settle();
}
