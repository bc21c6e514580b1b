import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = join(root, ".github/workflows");
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}

describe.each(readdirSync(folder))("the workflow %s", (name) => {
  const text = readFileSync(join(folder, name), "utf8");
  const workflow = parse(text);
  const steps = (Object.values(workflow.jobs) as { steps: Step[] }[]).flatMap((job) => job.steps);

  it("has read permission only, and grants more by job", () => {
    expect(workflow.permissions).toEqual({ contents: "read" });
  });

  it("pins each action to a version, and leaves no token behind", () => {
    for (const { uses, with: given } of steps) {
      if (uses === undefined || uses === "./") continue;
      expect(uses).toMatch(/@v\d+$|@[0-9a-f]{40}$/);
      if (uses.startsWith("actions/checkout@")) expect(given?.["persist-credentials"]).toBe(false);
    }
  });

  it("runs only existing files and scripts", () => {
    for (const { run = "" } of steps) {
      for (const [, script] of run.matchAll(/npm run (?:--silent )?([\w:]+)/g))
        expect(scripts).toHaveProperty([script!]);
      for (const [path] of run.matchAll(/^\.ci\/\w+/gm)) {
        expect(existsSync(join(root, path))).toBe(true);
        expect(statSync(join(root, path)).mode & 0o100).toBe(0o100);
      }
    }
  });

  it("puts no text by other people into a shell", () => {
    const inShell = steps.map(({ run = "" }) => run).filter((run) => run.includes("${{"));
    expect(inShell).toEqual([]);
  });
});
