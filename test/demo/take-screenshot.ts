import { fileURLToPath } from "node:url";
import { startScene } from "../e2e/start-scene.ts";
import { createShop, openPullRequests } from "./create-shop.ts";
import { openChromium } from "./open-chromium.ts";
import { config, fix } from "./scenario.ts";
import { startPage } from "./start-page.ts";

/** Takes the README's pictures again, of the demo's page: a description that lacks two sections, and a review that holds the merge. */
const folder = new URL("../../docs/images/", import.meta.url);
const halfFilled = fix.body.replace(/## Risk[\s\S]*(?=## Review focus)/, "");

await using scene = await startScene();
const shop = await createShop(scene, config);
await openPullRequests(scene, shop);
shop.pullRequest(fix.number).edit({ title: "Export orders page by page", body: halfFilled });
await scene.settle();
const page = await startPage(scene, { port: 0 });
const browser = await openChromium();
const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
try {
  await take(fix.number, "pull-request.png");
  await take(6, "review.png");
} finally {
  await browser.close();
  await page.close();
}

/** The page down to the box with the checks. */
async function take(number: number, name: string): Promise<void> {
  await tab.goto(`${page.url}/#/${number}`);
  const box = await tab.locator(".merge").boundingBox();
  const height = Math.ceil(box!.y + box!.height) + 24;
  await tab.screenshot({
    path: fileURLToPath(new URL(name, folder)),
    clip: { x: 0, y: 0, width: 1280, height },
    fullPage: true,
  });
  process.stdout.write(`docs/images/${name} is new.\n`);
}
