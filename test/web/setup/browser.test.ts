import { generateKeyPairSync } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findSeriousProblems } from "../../browser/find-serious-problems.ts";
import { chromiumPath, openChromium, record } from "../../browser/open-chromium.ts";
import type { GitHub } from "../../github/driver/github.ts";
import { startGitHub } from "../../github/start-github.ts";
import { startSetUp } from "./start-set-up.ts";

/** A folder for pictures of each page. Without it, no pictures are taken. */
const pictures = process.env.PICTURES;
const otherAppsKey = generateKeyPairSync("rsa", { modulusLength: 2048 })
  .privateKey.export({ type: "pkcs1", format: "pem" })
  .toString();

describe.skipIf(chromiumPath === null)("the set-up page, in Chromium (skipped where there is none)", () => {
  let browser: Browser;
  let github: GitHub;
  let tab: Page;
  let url: string;
  let folder: string;

  beforeAll(async () => {
    browser = await openChromium();
    if (pictures !== undefined) mkdirSync(pictures, { recursive: true });
  });
  beforeEach(async ({ task }) => {
    folder = mkdtempSync(join(tmpdir(), "set-up-"));
    github = await startGitHub({ record: "nothing" });
    const started = await startSetUp(github, folder, { publicUrl: "https://nowhere.invalid" });
    url = started.url;
    tab = await browser.newPage();
    tab.setDefaultTimeout(20_000);
    const recording = await record(tab);
    return async () => {
      await recording.stop(`set-up ${task.name}`);
      await tab.close();
      await started.server.stop();
      await github.close();
      rmSync(folder, { recursive: true });
    };
  });
  afterAll(() => browser?.close());

  /** Submits the form, and confirms GitHub's page, which sends the browser back. */
  const createOnGitHub = async (
    press: (name: string) => Promise<void>,
    heading: (name: string) => Promise<void>,
  ) => {
    await tab.goto(url);
    await tab.getByLabel("Public address", { exact: true }).fill("https://nowhere.invalid");
    await press("Check and continue");
    await tab.getByLabel(/Continue anyway/).check();
    await press("Check and continue");
    await heading("Ready to create");
    await press("Create it on GitHub");
  };
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
    "leads to an App without a serious accessibility problem, %s, %i pixels wide",
    async (colorScheme, width) => {
      await tab.emulateMedia({ colorScheme });
      await tab.setViewportSize({ width, height: 900 });
      const look = async (page: string) => {
        // The return from another site runs in another process of the browser, which learns the scheme later.
        const isDark = () => tab.evaluate("matchMedia('(prefers-color-scheme: dark)').matches");
        await expect.poll(isDark, { timeout: 10_000 }).toBe(colorScheme === "dark");
        await check(`${page}-${colorScheme}-${width}`);
      };
      const heading = (name: string | RegExp) => tab.getByRole("heading", { level: 1, name }).waitFor();
      const press = (name: string) => tab.getByRole("button", { name }).click();
      /** The problem is visible without scrolling. */
      const told = async (text: string | RegExp) => {
        const alert = tab.getByRole("alert").filter({ hasText: text });
        await alert.waitFor();
        const box = await alert.boundingBox();
        const [top, height] = (await tab.evaluate("[scrollY, innerHeight]")) as [number, number];
        expect([box!.y >= 0, box!.y + box!.height <= height], `scrolled to ${top}`).toEqual([true, true]);
      };

      await tab.goto(url);
      await heading("Set up Async Review");
      await look("first");

      await tab.getByLabel("Public address", { exact: true }).fill("http://localhost:3000");
      await press("Check and continue");
      await told(/^GitHub can't reach “localhost”/);
      await look("localhost");

      await tab.getByLabel("Public address", { exact: true }).fill("https://nowhere.invalid");
      await press("Check and continue");
      await told(/^https:\/\/nowhere\.invalid can't be reached/);
      await look("unreachable");
      await tab.getByLabel(/Continue anyway/).check();
      await press("Check and continue");
      await heading("Ready to create");
      await look("ready");

      await tab.getByRole("link", { name: "Change something" }).click();
      await heading("Set up Async Review");
      await tab.getByText("Use an existing App").click();
      await tab.getByLabel("App ID").fill(String(github.app.id));
      await tab.getByLabel(/^Private key/).fill("nothing like a key");
      await tab.getByLabel("Webhook secret").fill(github.webhookSecret);
      await press("Check and use it");
      await told("That isn't a private key.");
      await look("bad-key");

      expect(await tab.getByLabel("App ID").inputValue()).toBe(String(github.app.id));
      await tab.getByLabel(/^Private key/).fill(otherAppsKey);
      await tab.getByLabel("Webhook secret").fill(github.webhookSecret);
      await press("Check and use it");
      await told("GitHub doesn't accept this key for App");
      await look("refused-credentials");

      await tab.goto(`${url}/set-up/created?code=old&state=unknown`);
      await heading("Start again");
      await told("wasn't started here");
      await look("foreign-return");

      writeFileSync(join(folder, ".env"), "APP_ID=7\n");
      await createOnGitHub(press, heading);
      await heading("Already set up");
      await told("already has APP_ID. Nothing was changed");
      await look("existing-credentials");

      rmSync(join(folder, ".env"));
      await createOnGitHub(press, heading);
      await heading(/is yours$/);
      await look("done");
    },
  );
});
