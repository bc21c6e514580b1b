import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findSeriousProblems } from "../../browser/find-serious-problems.ts";
import { chromiumPath, openChromium } from "../../browser/open-chromium.ts";
import type { GitHub } from "../../github/driver/github.ts";
import { startGitHub } from "../../github/start-github.ts";
import { startSetUp } from "./start-set-up.ts";

/** A folder for pictures of each page, to look at; none are taken without it. */
const pictures = process.env.PICTURES;

describe.skipIf(chromiumPath === null)("the set-up page, in Chromium (skipped where there is none)", () => {
  let browser: Browser;
  let github: GitHub;
  let tab: Page;
  let url: string;

  beforeAll(async () => {
    browser = await openChromium();
    if (pictures !== undefined) mkdirSync(pictures, { recursive: true });
  });
  beforeEach(async () => {
    const folder = mkdtempSync(join(tmpdir(), "set-up-"));
    github = await startGitHub({ record: "nothing" });
    const started = await startSetUp(github, folder, { publicUrl: "https://nowhere.invalid" });
    url = started.url;
    tab = await browser.newPage();
    tab.setDefaultTimeout(20_000);
    return async () => {
      await tab.close();
      await started.server.stop();
      await github.close();
      rmSync(folder, { recursive: true });
    };
  });
  afterAll(() => browser?.close());

  const check = async (name: string) => {
    if (pictures !== undefined)
      await tab.screenshot({ path: `${pictures}/set-up-${name}.png`, fullPage: true });
    const overflow = await tab.evaluate("document.documentElement.scrollWidth - innerWidth");
    expect([name, await findSeriousProblems(tab), overflow]).toEqual([name, [], 0]);
  };

  it.each([
    ["light", 1280],
    ["dark", 1280],
    ["light", 375],
    ["dark", 375],
  ] as const)(
    "leads to an App with nothing serious in the way, %s, %i pixels wide",
    async (colorScheme, width) => {
      await tab.emulateMedia({ colorScheme });
      await tab.setViewportSize({ width, height: 900 });
      const look = (page: string) => check(`${page}-${colorScheme}-${width}`);
      await tab.goto(url);
      await tab.getByRole("heading", { level: 1, name: "Set up Async Review" }).waitFor();
      await look("first");

      await tab.getByLabel("Public address", { exact: true }).fill("http://localhost:3000");
      await tab.getByRole("button", { name: "Check and continue" }).click();
      await tab.getByRole("alert").waitFor();
      await look("refused");

      await tab.getByLabel("Public address", { exact: true }).fill("https://nowhere.invalid");
      await tab.getByRole("button", { name: "Check and continue" }).click();
      await tab.getByLabel(/Go on anyway/).check();
      await tab.getByRole("button", { name: "Check and continue" }).click();
      await tab.getByRole("heading", { level: 1, name: "Ready to create" }).waitFor();
      await look("ready");

      await tab.getByRole("link", { name: "Change something" }).click();
      await tab.getByText("Use an existing App").click();
      await tab.getByLabel("App ID").fill(String(github.app.id));
      await tab.getByLabel(/^Private key/).fill("nothing like a key");
      await tab.getByLabel("Webhook secret").fill(github.webhookSecret);
      await tab.getByRole("button", { name: "Check and use it" }).click();
      await tab.getByRole("alert").waitFor();
      await look("import");

      expect(await tab.getByLabel("App ID").inputValue()).toBe(String(github.app.id));
      await tab.getByLabel(/^Private key/).fill(github.app.privateKey);
      await tab.getByLabel("Webhook secret").fill(github.webhookSecret);
      await tab.getByRole("button", { name: "Check and use it" }).click();
      await tab.getByRole("heading", { level: 1, name: /is yours$/ }).waitFor();
      await look("done");
    },
  );
});
