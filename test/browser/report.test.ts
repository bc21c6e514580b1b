import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderReportHtml } from "../../src/core/report/history/render-report-html.ts";
import { findSeriousProblems } from "./find-serious-problems.ts";
import { chromiumPath, openChromium } from "./open-chromium.ts";
import { reportCases } from "./report-cases.ts";

/** A folder for pictures of each page. Without it, no pictures are taken. */
const pictures = process.env.PICTURES;

/** Texts that leave their chart or touch each other. Runs in the page. */
const findCollisions = `[...document.querySelectorAll("svg")].flatMap((svg) => {
  const { width, height } = svg.viewBox.baseVal;
  const texts = [...svg.querySelectorAll("text:not(.arrow)")].map((text) => ({ text: text.textContent, box: text.getBBox() }));
  const outside = texts.filter(({ box }) => box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height);
  const touching = texts.flatMap((a, index) => texts.slice(index + 1).filter((b) =>
    a.box.x < b.box.x + b.box.width && b.box.x < a.box.x + a.box.width &&
    a.box.y + 2 < b.box.y + b.box.height && b.box.y + 2 < a.box.y + a.box.height).map((b) => a.text + " touches " + b.text));
  return [...outside.map(({ text }) => text + " leaves the picture"), ...touching];
})`;

describe.skipIf(chromiumPath === null)("the report's page, in Chromium (skipped where there is none)", () => {
  const folder = mkdtempSync(join(tmpdir(), "report-page-"));
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium();
    if (pictures !== undefined) mkdirSync(pictures, { recursive: true });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  it.each(Object.keys(reportCases))(
    "has no serious accessibility problem with %s",
    { timeout: 120_000 },
    async (name) => {
      const file = join(folder, "report.html");
      writeFileSync(file, renderReportHtml(reportCases[name]!));
      const views = [
        { width: 1100, colorScheme: "light" },
        { width: 360, colorScheme: "dark" },
        ...(name === "not always reached"
          ? ([
              { width: 1100, colorScheme: "dark" },
              { width: 360, colorScheme: "light" },
            ] as const)
          : []),
      ] as const;
      for (const { width, colorScheme } of views) {
        const tab = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
        const told: string[] = [];
        tab.on("console", (message) => told.push(message.text()));
        tab.on("pageerror", (error) => told.push(error.message));
        tab.on("request", (request) => told.push(request.url()));
        const url = pathToFileURL(file).href;
        await tab.goto(url);
        if (pictures !== undefined)
          await tab.screenshot({
            path: join(pictures, `report ${name} ${width} ${colorScheme}.png`),
            fullPage: true,
          });
        for (const summary of await tab.locator("summary").all()) await summary.click();
        expect(await findSeriousProblems(tab)).toEqual([]);
        expect(await tab.evaluate(findCollisions)).toEqual([]);
        // Only charts and tables are wider than the window, and they scroll by themselves.
        expect(await tab.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
        expect(told).toEqual([url]);
        await tab.close();
      }
    },
  );

  it("runs no script and makes no request, even with hostile texts", async () => {
    const file = join(folder, "hostile.html");
    const html = renderReportHtml(reportCases.nothing!);
    const hostile = `<script>document.title = "run"</script><img src="https://example.org/a.png" onerror="document.title = 'run'"><style>h1 { display: none; }</style>`;
    writeFileSync(file, html.replace("<main>", `<main>${hostile}`));
    const tab = await browser.newPage();
    const asked: string[] = [];
    tab.on("response", (response) => asked.push(response.url()));
    const url = pathToFileURL(file).href;
    await tab.goto(url);
    expect(await tab.title()).toMatch(/^Reviews in acme\/shop/);
    expect(await tab.getByRole("heading", { level: 1 }).isVisible()).toBe(true);
    expect(asked).toEqual([url]);
    await tab.close();
  });
});

describe("the report's page as text", () => {
  it("says which percentile was not reached, except with too few pull requests to tell", () => {
    const page = renderReportHtml(reportCases["nobody answers"]!);
    expect(page).toContain(
      "<p>Not reached in any week: fewer than half of the pull requests were answered.</p>",
    );
    expect(page).toContain("<td>not reached</td>");
    expect(renderReportHtml(reportCases["one pull request"]!)).not.toContain("not reached<");
    expect(renderReportHtml(reportCases["not always reached"]!).match(/>↑</g)).toHaveLength(12);
  });
});
