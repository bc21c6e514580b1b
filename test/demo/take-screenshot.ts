import { fileURLToPath } from "node:url";
import { openChromium } from "../browser/open-chromium.ts";
import { startScene } from "../e2e/start-scene.ts";
import { createShop, openPullRequests } from "./create-shop.ts";
import { config, fix } from "./scenario.ts";
import { startPage } from "./start-page.ts";

/**
 * Takes the README's pictures of the demo's page: a description that lacks two sections, and a review that
 * holds the merge.
 */
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
  await take("pull-request.png", fix.number, "h1");
  await take("review.png", 6, ".card:has(.thread)");
} finally {
  await browser.close();
  await page.close();
}

/** The page from this part down to the box with the checks; for the heading, from its top. */
async function take(name: string, number: number, from: string): Promise<void> {
  await tab.goto(`${page.url}/#/${number}`);
  const [top, bottom] = [await tab.locator(from).boundingBox(), await tab.locator(".merge").boundingBox()];
  const isWhole = from === "h1";
  const y = isWhole ? 0 : top!.y - 12;
  const clip = {
    x: isWhole ? 0 : bottom!.x - 12,
    y,
    width: isWhole ? 1280 : bottom!.width + 24,
    height: bottom!.y + bottom!.height + 12 - y,
  };
  await tab.screenshot({ path: fileURLToPath(new URL(name, folder)), clip, fullPage: true });
  process.stdout.write(`docs/images/${name} is new.\n`);
}
