import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { readLife } from "../../core/turns/life/life.ts";
import { renderTimeline } from "../../core/turns/life/render-timeline.ts";
import { playLife } from "./play-life.ts";

const fixtures = fileURLToPath(new URL("../../fixtures/turns", import.meta.url));

it.each(readdirSync(fixtures))(
  "plays the life %s through the real server with the same timeline as in core",
  async (name) => {
    const folder = `${fixtures}/${name}`;
    const life = readLife(folder);
    const timeline = renderTimeline(await playLife(folder), life.turns.hours.time_zone ?? "UTC");
    expect(timeline).toBe(readExpected(folder));
  },
  60_000,
);

/**
 * The timeline that core expects, as far as a page can show it: nothing before the app was installed, and
 * nothing about the check of a closed pull request. A life that differs has its own `on-github.txt`, which
 * says why.
 */
function readExpected(folder: string): string {
  const own = `${folder}/on-github.txt`;
  if (existsSync(own)) return readFileSync(own, "utf8");
  const { opened } = readLife(folder);
  return readFileSync(`${folder}/expected.txt`, "utf8")
    .split(/\n(?=\d{4}-)/)
    .map((entry) => entry.replace(/^(?:Closed|Merged) on .*\n/m, ""))
    .filter((entry) => entry.trim().includes("\n") && entry >= (opened.firstSeenAt ?? opened.at))
    .join("\n");
}
