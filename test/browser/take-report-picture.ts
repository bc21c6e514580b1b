import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { fillRepository } from "../../bench/report/fill.ts";
import { report } from "../../src/cli/report.ts";
import { startGitHub } from "../github/start-github.ts";
import { openChromium } from "./open-chromium.ts";

/**
 * Takes the README's picture of the report again, and reports what axe-core and the page's own policy object
 * to, in light and dark.
 */
const folder = mkdtempSync(join(tmpdir(), "report-picture-"));
const output = join(folder, "report.html");
const picture = new URL("../../docs/images/report.png", import.meta.url);
await using github = await startGitHub({ now: "2026-01-05T07:00:00Z", record: "nothing" });
await fillRepository(github, "acme/shop", 400);
Object.assign(process.env, {
  ...{ GITHUB_TOKEN: github.createToken("bob"), XDG_CACHE_HOME: folder },
  ...{ GITHUB_API_URL: github.url, GITHUB_GRAPHQL_URL: github.graphqlUrl },
});
const period = ["--since", "2026-01-05", "--until", "2026-03-29", "--mark", "2026-02-16"];
await report().parseAsync(["acme/shop", ...period, "--format", "html", "--output", output], { from: "user" });
const browser = await openChromium();
for (const colorScheme of ["light", "dark"] as const) {
  const context = await browser.newContext({
    viewport: { width: 1000, height: 900 },
    colorScheme,
    bypassCSP: true,
  });
  const page = await context.newPage();
  const told: string[] = [];
  page.on("console", (message) => told.push(message.text()));
  page.on("request", (request) => told.push(`request: ${request.url()}`));
  await page.goto(pathToFileURL(output).href);
  await page.screenshot({
    path: colorScheme === "light" ? fileURLToPath(picture) : join(folder, "dark.png"),
    clip: { x: 0, y: 0, width: 1000, height: 900 },
  });
  await page.screenshot({ path: join(folder, `${colorScheme}-whole.png`), fullPage: true });
  await page.addScriptTag({ content: readFileSync("node_modules/axe-core/axe.min.js", "utf8") });
  await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
  const found = await page.evaluate(
    "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))",
  );
  console.log(colorScheme, { found, told });
}
await browser.close();
console.log(folder);
process.exit();
