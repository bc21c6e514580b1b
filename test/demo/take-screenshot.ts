import { mkdirSync, writeFileSync } from "node:fs";
import { startScene } from "../e2e/start-scene.ts";
import { openBrowser } from "./open-browser.ts";
import { createShop, openPullRequest } from "./create-shop.ts";
import { fix, pullRequests } from "./scenario.ts";
import { startPage } from "./start-page.ts";

/** Takes the README's picture again: a description with two sections missing, as its author sees it two minutes later. */
const target = new URL("../../docs/images/pull-request.png", import.meta.url);
const halfFilled = fix.body.replace(/## Risk[\s\S]*(?=## Review focus)/, "");

await using scene = await startScene();
const pullRequest = openPullRequest(await createShop(scene), pullRequests[fix.number - 1]!);
pullRequest.edit({ title: "Export orders page by page", body: halfFilled });
await scene.settle();
await scene.advance("PT2M");
const page = await startPage(scene, { port: 0 });
const browser = await openBrowser(process.env.CHROMIUM ?? "chromium");
try {
  await browser.resize({ width: 1280, height: 1200 });
  await browser.goTo(`${page.url}/#/${pullRequest.number}`, "document.querySelector('.merge') !== null");
  const bottom = await browser.evaluate("document.querySelector('.merge').getBoundingClientRect().bottom");
  await browser.resize({ width: 1280, height: Math.ceil(Number(bottom)) + 24 });
  mkdirSync(new URL(".", target), { recursive: true });
  writeFileSync(target, await browser.screenshot());
  process.stdout.write("docs/images/pull-request.png is new.\n");
} finally {
  await browser.close();
  await page.close();
}
