import { once } from "node:events";
import { startScene } from "../e2e/start-scene.ts";
import { openPullRequests } from "./open-pull-requests.ts";
import { startPage } from "./start-page.ts";

/** Starts everything, opens the pull requests, and serves the page until Ctrl-C or SIGTERM. */
export async function serveDemo({ port }: { port: number }): Promise<void> {
  await using scene = await startScene();
  await openPullRequests(scene);
  await scene.advance("PT2M");
  const page = await startPage(scene, { port });
  process.stdout.write(`The demo is at ${page.url} (Ctrl-C ends it).\n`);
  const stop = new AbortController();
  await Promise.race(["SIGINT", "SIGTERM"].map((name) => once(process, name, { signal: stop.signal })));
  stop.abort();
  await page.close();
}
