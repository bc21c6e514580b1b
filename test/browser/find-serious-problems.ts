import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";

/** The problems on the page that axe-core rates serious or critical: the rule, and where. */
export async function findSeriousProblems(page: Page): Promise<string[]> {
  // The browser's tools evaluate it, because the page's own policy allows no scripts.
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate("axe.run()")) as AxeResults;
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}
