import { mkdirSync, writeFileSync } from "node:fs";
import { startScene } from "../e2e/start-scene.ts";
import { openBrowser } from "./open-browser.ts";
import { openPullRequests } from "./open-pull-requests.ts";
import { startPage } from "./start-page.ts";

/** Takes the README's picture again: the lazy pull request as its author sees it, two minutes after opening. */
const target = new URL("../../docs/images/pull-request.png", import.meta.url);

await using scene = await startScene();
await openPullRequests(scene);
await scene.advance("PT2M");
const page = await startPage(scene, { port: 0 });
const browser = await openBrowser(process.env.CHROMIUM ?? "chromium");
try {
  await browser.resize({ width: 1280, height: 1080 });
  await browser.goTo(`${page.url}/#/2`, "document.querySelector('.merge') !== null");
  mkdirSync(new URL(".", target), { recursive: true });
  writeFileSync(target, await browser.screenshot());
  process.stdout.write("docs/images/pull-request.png is new.\n");
} finally {
  await browser.close();
  await page.close();
}
