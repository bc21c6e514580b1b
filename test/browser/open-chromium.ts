import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Debian's Chromium, or the one that is named in CHROMIUM; null where there is none. */
export const chromiumPath =
  [process.env.CHROMIUM, "/usr/bin/chromium"].find((path) => path !== undefined && existsSync(path)) ?? null;

/** Starts it, headless. As root, as in most containers, it has no sandbox. */
export function openChromium(): Promise<Browser> {
  if (chromiumPath === null) throw new Error("Chromium is missing; install it, or name it in CHROMIUM.");
  return chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox"] });
}
