import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { home } from "../../src/core/home.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

it("puts only the bundle on a release's tag and on the floating tag", () => {
  const folder = mkdtempSync(join(tmpdir(), "release-"));
  const git = (args: string[], cwd = join(folder, "checkout")) =>
    execFileSync("git", args, { cwd, encoding: "utf8" });
  try {
    git(["init", "--quiet", "--bare", "remote"], folder);
    git(["clone", "--quiet", "--shared", root, "checkout"], folder);
    symlinkSync(join(root, "node_modules"), join(folder, "checkout/node_modules"));
    const release = () =>
      execFileSync(join(root, ".ci/action"), ["v1.2.3", join(folder, "remote")], {
        cwd: join(folder, "checkout"),
      });
    release();
    const added = git(["diff", "--name-only", "HEAD~1"]).trim().split("\n");
    expect(added).toContain("dist-action/main.js");
    expect(added).toContain("dist-action/judging-thread.js");
    expect(added).toContain("dist-action/node_modules/date-holidays/index.js");
    expect(added.filter((path) => !path.startsWith("dist-action/"))).toEqual([]);
    // An HTTP stack of 550 KB, which only identity tokens need.
    const withStack = added.filter(
      (path) =>
        /\.js$/.test(path) && readFileSync(join(folder, "checkout", path), "utf8").includes("ProxyAgent"),
    );
    expect(withStack).toEqual([]);
    const tags = git(["ls-remote", "--tags", join(folder, "remote")]);
    const head = git(["rev-parse", "HEAD"]).trim();
    expect(tags.trim().split("\n").sort()).toEqual([`${head}\trefs/tags/v1`, `${head}\trefs/tags/v1.2.3`]);
    // A second run has nothing to add.
    release();
    expect(git(["rev-parse", "HEAD"]).trim()).toBe(head);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);

it("has an action.yml and docs that match how it is built and read", () => {
  const action = parse(readFileSync(join(root, "action.yml"), "utf8"));
  expect(action.runs).toEqual({ using: "node24", main: "dist-action/main.js" });
  const page = readFileSync(join(root, "docs/action.md"), "utf8");
  const [inputs, outputs] = [Object.keys(action.inputs), Object.keys(action.outputs)];
  expect([inputs, outputs]).toEqual([
    ["token", "fail-on", "report", "since", "until", "mark", "time-zone"],
    ["conclusion", "missing", "turn", "report-html", "report-csv", "report-partial"],
  ]);
  for (const name of [...inputs, ...outputs])
    expect(page).toMatch(new RegExp(`^\\| .*\`${name}\`.* \\|`, "m"));
  for (const file of ["docs/action.md", "README.md"]) {
    expect(readFileSync(join(root, file), "utf8")).toContain(`uses: ${home}@v1`);
  }
});
