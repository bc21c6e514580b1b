import { mkdirSync } from "node:fs";
import type { Browser, Page as Tab } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findSeriousProblems } from "../browser/find-serious-problems.ts";
import { chromiumPath, openChromium, record } from "../browser/open-chromium.ts";
import { type Scene, startScene } from "../e2e/start-scene.ts";
import { createShop, openPullRequests } from "./create-shop.ts";
import { config, fix } from "./scenario.ts";
import { type Page, startPage } from "./start-page.ts";

/** A folder for pictures of each step. Without it, no pictures are taken. */
const pictures = process.env.PICTURES;

describe.skipIf(chromiumPath === null)("the demo's page, in Chromium (skipped where there is none)", () => {
  let scene: Scene;
  let page: Page;
  let browser: Browser;
  let tab: Tab;
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await openChromium();
    if (pictures !== undefined) mkdirSync(pictures, { recursive: true });
  });
  beforeEach(async ({ task }) => {
    scene = await startScene();
    await openPullRequests(scene, await createShop(scene, config));
    page = await startPage(scene, { port: 0 });
    tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    tab.setDefaultTimeout(20_000);
    // A refusal by the server is reported by the page, so it is not an error of the page.
    tab.on("console", (message) => {
      if (message.type() === "error" && !message.text().includes("400")) complaints.push(message.text());
    });
    tab.on("pageerror", (error) => complaints.push(error.message));
    const recording = await record(tab);
    await tab.goto(page.url);
    return async () => {
      await recording.stop(`demo ${task.name}`);
      await tab.close();
      await page.close();
      await scene[Symbol.asyncDispose]();
      expect(complaints.splice(0)).toEqual([]);
    };
  });
  afterAll(() => browser?.close());

  const show = async (view: string, heading: string | RegExp) => {
    await tab.goto(`${page.url}/#/${view}`);
    await tab.getByRole("heading", { level: 1, name: heading }).waitFor();
  };
  const be = (person: string) => tab.getByLabel("You are").selectOption(person);
  const press = (name: string | RegExp) => tab.getByRole("button", { name, exact: true }).click();
  const sees = (text: string | RegExp) => tab.locator("#main").getByText(text).first().waitFor();
  const check = (name: string) => tab.locator(".check").filter({ hasText: name }).locator(".icon");
  const verdict = async (name: string, word: string) =>
    check(name)
      .and(tab.getByLabel(`${name}: ${word}`))
      .first()
      .waitFor();
  const picture = async (name: string) => {
    if (pictures !== undefined) await tab.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
  };
  const overflow = () => tab.evaluate("document.documentElement.scrollWidth - innerWidth");

  it("explains itself at the first visit, and offers three things to try", async () => {
    const intro = tab.getByRole("region", { name: "Async Review at work" });
    expect(await intro.getByRole("listitem").count()).toBe(3);
    await press("Got it");
    await intro.waitFor({ state: "detached" });
    await tab.reload();
    await tab.locator(".merge").waitFor();
    expect(await intro.count()).toBe(0);
    await press("What is this?");
    await intro.waitFor();
  });

  it("completes a description, by the check's button and by hand, and merges the pull request", async () => {
    await show("2", /^fix bug/);
    expect(await tab.getByRole("button", { name: "Merge", exact: true }).isDisabled()).toBe(true);
    await press("Add missing sections");
    await tab.locator(".description h2", { hasText: "Review focus" }).waitFor();
    await tab
      .locator(".check a", { hasText: /^line \d+$/ })
      .first()
      .click();
    await tab.locator(".description .shown").waitFor();
    await press("Edit");
    await tab.getByRole("textbox", { name: "Description" }).fill(fix.body);
    await press("Update description");
    await verdict("async / description", "passed");
    await tab.locator("summary", { hasText: "Summary of async / description" }).click();
    await tab.locator(".check a", { hasText: "Risk" }).click();
    await tab.locator(".description .shown", { hasText: "Risk" }).waitFor();
    await picture("complete");
    await press("Merge");
    await tab.locator(".pill.merged").waitFor();
  });

  it("frees a merge by resolving the blocking thread, and holds it when the thread is reopened", async () => {
    await show("6", /^Stop charging twice/);
    await be("dave");
    await tab.getByRole("heading", { name: "async / review holds the merge" }).waitFor();
    await press("Resolve src/queue/worker.ts:21");
    await tab.getByRole("heading", { name: "No check holds the merge" }).waitFor();
    await picture("freed");
    await tab.locator("summary", { hasText: "src/queue/worker.ts:21" }).click();
    await press("Open again src/queue/worker.ts:21");
    await tab.getByRole("heading", { name: "async / review holds the merge" }).waitFor();
  });

  it("reviews with prefixes, answers, pushes, approves and merges", async () => {
    await show("1", /^Retry charges/);
    await be("bob");
    await tab.locator("summary", { hasText: "Review as bob" }).click();
    const row = (at: number) => tab.getByRole("group", { name: `Line comment ${at}` });
    await row(1).getByLabel("Prefix").selectOption("blocking:");
    await row(1).getByLabel("Line", { exact: true }).fill("12");
    await row(1).getByLabel("Comment").fill("this retries declines too");
    await press("Another line comment");
    await row(2).getByLabel("Prefix").selectOption("question:");
    await row(2).getByLabel("Comment").fill("why three attempts?");
    await tab.getByLabel("Verdict").selectOption("Request changes");
    await picture("review-form");
    await press("Submit review");
    await verdict("async / review", "failed");
    for (const name of ["review: blocking", "review: question", "waiting: author"])
      await tab.locator(".label", { hasText: name }).waitFor();

    await be("alice");
    await tab
      .getByLabel("Reply on src/payments/retry.ts:1", { exact: true })
      .fill("The processor allows three.");
    await press("Reply on src/payments/retry.ts:1 as alice");
    await sees("The processor allows three.");
    await press("Push a commit");
    await sees(/pushed "Change/);
    await tab.locator(".thread .badge", { hasText: "outdated" }).first().waitFor();

    await be("bob");
    await press("Resolve src/payments/retry.ts:12");
    await verdict("async / review", "passed");
    await tab.locator("summary", { hasText: "Review as bob" }).click();
    await tab.getByLabel("Verdict").selectOption("Approve");
    await press("Submit review");
    await sees(/approved, Monday/);
    await be("alice");
    await press("Merge");
    await tab.locator(".pill.merged").waitFor();
    expect(await tab.getByRole("region", { name: "Turn" }).count()).toBe(0);
    await picture("merged");
  });

  it("lets a turn fall due: a reminder, a snooze, a last reminder that asks the team, and a kept decision", async () => {
    await show("1", /^Retry charges/);
    const reminded = tab.locator(".card", { hasText: "@bob" });
    for (let steps = 0; steps < 10 && (await reminded.count()) === 0; steps += 1) {
      await press("Next due");
      await tab.locator("body:not(.busy)").waitFor();
    }
    expect(await reminded.count()).toBe(1);
    await tab.locator(".label", { hasText: "overdue" }).waitFor();
    await picture("reminded");
    await be("bob");
    await press("/async snooze 1 day");
    await press("Comment");
    await tab.getByRole("img", { name: "rocket" }).waitFor();
    await tab.locator(".label", { hasText: "overdue" }).waitFor({ state: "detached" });
    const escalated = tab.locator(".card", { hasText: "@acme/payments" });
    for (let mornings = 0; mornings < 4 && (await escalated.count()) === 0; mornings += 1) {
      await press("Next working morning");
      await tab.locator("body:not(.busy)").waitFor();
    }
    expect([await escalated.count(), await tab.getByText("This comment was hidden.").count()]).toEqual([
      1, 1,
    ]);
    await press("Decision:");
    await tab
      .getByLabel("Comment as bob")
      .fill("Decision: three attempts\nReason: the processor allows three");
    await press("Comment");
    const log = tab.locator(".card", { hasText: "Decisions" });
    await log.waitFor();
    await log.getByRole("link").first().click();
    await tab.locator(".shown", { hasText: "Decision: three attempts" }).waitFor();
    await picture("decided");
  });

  it("moves the clock by minutes, hours and to the next working morning, in the team's zone", async () => {
    for (const [name, time] of [
      ["2 minutes later", "Monday 2 March, 09:04 (UTC)"],
      ["1 hour later", "Monday 2 March, 10:04 (UTC)"],
      ["Next working morning", "Tuesday 3 March, 09:00 (UTC)"],
    ] as const) {
      await press(name);
      await tab.locator("#clock", { hasText: time }).waitFor();
    }
  });

  it("shows a config mistake beside the editor, with line and column, and shows its check", async () => {
    await show("config", "Configuration");
    const editor = tab.getByLabel(".github/async.yml");
    await editor.fill("enforcement: block\nturns:\n  targets: {default: 1 buisness day}\n");
    const problems = tab.getByRole("region", { name: "Problems" });
    await problems.getByRole("button", { name: "Line 3, column 22" }).click();
    expect(await tab.evaluate("document.activeElement.selectionStart")).toBe(
      "enforcement: block\nturns:\n  targets: {default: ".length,
    );
    await press("Propose in a pull request");
    const proposed = tab.getByRole("region", { name: "Proposed change" });
    await proposed.getByLabel("async / config: failed").waitFor();
    await picture("config");
    await proposed.getByRole("link", { name: ".github/async.yml:3" }).click();
    await expect.poll(() => tab.evaluate("getSelection().toString()")).toContain("1 buisness day");
    await editor.fill("enforcement: advise\n");
    await problems.getByText("No problems").waitFor();
    await press("Propose in a pull request");
    await proposed.getByLabel("async / config: passed").waitFor();
    await press("Commit to main");
    await tab.locator(".item .icon.neutral").first().waitFor();
  });

  it("opens a pull request or a draft, requests a review, and explains what GitHub would refuse", async () => {
    await show("new", /^Open a pull request/);
    await tab.getByLabel("Title").fill("Try it");
    await tab.getByLabel("Draft").check();
    await press("Create pull request");
    await tab.getByRole("heading", { level: 1, name: "Try it" }).waitFor();
    await verdict("async / description", "passed");
    await press("Ready for review");
    await tab.locator(".pill.open").waitFor();
    await verdict("async / description", "failed");
    await press("Convert to draft");
    await tab.locator(".pill.draft").waitFor();
    await press("Ready for review");
    await tab.locator(".pill.open").waitFor();
    await tab.getByLabel("Reviewer").selectOption("carol");
    await press("Ask for a review");
    await sees(/asked carol for a review/);
    await be("carol");
    await tab.locator("summary", { hasText: "Review as carol" }).click();
    await press("Submit review");
    await tab.getByRole("alert").getByText("The review is empty; write a comment first.").waitFor();
  });

  it("works with the keyboard, and keeps typed text while the page changes", async () => {
    await tab.keyboard.press("Tab");
    await tab.keyboard.press("Enter");
    expect(await tab.evaluate("document.activeElement.id")).toBe("main");
    await tab.getByLabel("Comment as bob").pressSequentially("half a ");
    scene.github.repository("acme/shop").pullRequest(2).comment({ by: "carol", body: "Seen" });
    await scene.settle();
    const other = await fetch(`${page.url}/actions`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ action: "wait", step: "PT2M" }),
    });
    expect(other.status).toBe(200);
    await sees("Seen");
    await tab.keyboard.type("sentence");
    expect(await tab.getByLabel("Comment as bob").inputValue()).toBe("half a sentence");
  });

  it.each([
    ["light", 1280],
    ["dark", 1280],
    ["light", 375],
    ["dark", 375],
  ] as const)("has no serious accessibility problem, %s, %i pixels wide", async (colorScheme, width) => {
    await tab.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await tab.setViewportSize({ width, height: 900 });
    const found: Record<string, unknown> = {};
    for (const view of ["", "1", "2", "6", "new", "config"]) {
      await tab.goto(`${page.url}/#/${view}`);
      await tab.locator(view === "" ? "#intro h1" : "#main h1").waitFor();
      if (view !== "") expect(await tab.locator("#main .back").isVisible()).toBe(width < 860);
      if (view === "6") await tab.locator("summary", { hasText: "Review as" }).click();
      found[view] = [await findSeriousProblems(tab), await overflow()];
      await picture(`view-${view || "first"}-${colorScheme}-${width}`);
    }
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((view) => [view, [[], 0]])));
  });
});
