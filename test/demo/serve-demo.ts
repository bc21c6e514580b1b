import { startScene } from "../e2e/start-scene.ts";
import { createShop, openPullRequests } from "./create-shop.ts";
import { config } from "./scenario.ts";
import { startPage } from "./start-page.ts";
import { stopSignal } from "./stop-signal.ts";

/** Starts everything, opens the pull requests, and serves the page until Ctrl-C or SIGTERM. */
export async function serveDemo({ port }: { port: number }): Promise<void> {
  const stopped = stopSignal();
  await using scene = await startScene();
  await openPullRequests(scene, await createShop(scene, config));
  const page = await startPage(scene, { port });
  process.stdout.write(`The demo is at ${page.url} (Ctrl-C ends it).\n`);
  await stopped;
  await page.close();
}
