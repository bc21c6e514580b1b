import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";

/** Debian's Chromium, or the browser that CHROMIUM names; null when there is none. */
export const chromiumPath =
  [process.env.CHROMIUM, "/usr/bin/chromium"].find((path) => path !== undefined && existsSync(path)) ?? null;

/** Starts it headless. As root, as in most containers, it runs without a sandbox. */
export function openChromium(): Promise<Browser> {
  if (chromiumPath === null) throw new Error("Chromium is missing; install it, or name it in CHROMIUM.");
  return chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox"] });
}

/** A folder for recordings of the tests, to replay; without it nothing is recorded. */
const traces = process.env.TRACES;

/** Records what happens in a tab. `stop`, before it is closed, writes `<name>.zip` for `show-trace`. */
export async function record(tab: Page): Promise<{ stop(name: string): Promise<void> }> {
  if (traces === undefined) return { stop: async () => {} };
  const { tracing } = tab.context();
  await tracing.start({ screenshots: true, snapshots: true });
  return {
    stop: (name) =>
      tracing.stop({ path: join(traces, `${name.replaceAll(/[^\w]+/g, "-").slice(0, 80)}.zip`) }),
  };
}
