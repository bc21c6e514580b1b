import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { home } from "../src/core/home.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");
const manifest = JSON.parse(read("package.json"));

describe("the archive that npm pack makes", () => {
  let folder: string;
  let unpacked: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "a package-"));
    const packed = execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], {
      cwd: root,
      encoding: "utf8",
    });
    execFileSync("tar", ["xzf", packed.trim().split("\n").at(-1)!], { cwd: folder });
    unpacked = join(folder, "package");
    // The result of `npm install`. `.ci/package` tests the installation without a compiler.
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    writeFileSync(join(folder, "body.md"), "## Why\nIt breaks every Monday for everybody.\n");
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = (args: string[], options: string[] = []) =>
    spawnSync(process.execPath, [...options, join(unpacked, "bin/async-review.js"), ...args], {
      cwd: folder,
      encoding: "utf8",
    });

  it("holds only the build and what it needs", () => {
    const paths = execFileSync("tar", ["tzf", join(folder, `${manifest.name}-${manifest.version}.tgz`)], {
      encoding: "utf8",
    })
      .trim()
      .split("\n")
      .map((path) => path.replace(/^package\//, ""));
    expect([...new Set(paths.map((path) => path.split("/")[0]))].sort()).toEqual([
      "LICENSE",
      "README.md",
      "app.yml",
      "bin",
      "dist",
      "package.json",
    ]);
    expect(paths.filter((path) => !/\.(js|graphql|json|yml|md)$|^LICENSE$/.test(path))).toEqual([]);
  });

  it("has a working command line", () => {
    const { status, stdout } = run(["lint", "--format", "json", "body.md"]);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ file: "body.md", ok: false, conclusion: "neutral" });
  });

  it("finds the App's manifest in its own folder, whatever the folder's name", () => {
    const read = `import { readManifest } from ${JSON.stringify(join(unpacked, "dist/web/setup/manifest.js"))};
console.log(readManifest(".").name);`;
    const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", read], {
      cwd: folder,
      encoding: "utf8",
    });
    expect([stdout, stderr]).toEqual([`${parse(readFileSync(join(root, "app.yml"), "utf8")).name}\n`, ""]);
  });

  it.each([["lint", "body.md"], ["classify", "body.md"], ["template"], ["config", "schema"]])(
    "starts %s without a server, a database or Octokit",
    (...args) => {
      const record = join(folder, "record.mjs");
      const loaded = join(folder, "loaded.txt");
      writeFileSync(
        record,
        `import { appendFileSync } from "node:fs"; import { registerHooks } from "node:module";
registerHooks({ load(url, context, next) { appendFileSync(${JSON.stringify(loaded)}, url + "\\n"); return next(url, context); } });`,
      );
      writeFileSync(loaded, "");
      const { stderr } = run(args, ["--import", pathToFileURL(record).href]);
      expect(stderr).not.toContain("Error:");
      const modules = readFileSync(loaded, "utf8").split("\n");
      expect(modules.some((url) => url.includes("/dist/cli/main.js"))).toBe(true);
      expect(
        modules.filter((url) => /better-sqlite3|\/probot|octokit|\/pg\/|kysely|prom-client/.test(url)),
      ).toEqual([]);
    },
  );
});

describe("the project's home", () => {
  it("is the same everywhere", () => {
    expect([manifest.homepage, manifest.repository.url, manifest.bugs]).toEqual([
      `https://github.com/${home}#readme`,
      `git+https://github.com/${home}.git`,
      `https://github.com/${home}/issues`,
    ]);
    expect(parse(read("app.yml")).url).toBe(`https://github.com/${home}`);
    expect(JSON.parse(read("docs/async.schema.json")).$id).toContain(`/${home}/`);
  });
});
