import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { commitAll, type Folder, makeFolder, makeRepository } from "./checkout.ts";
import { runCli } from "./run-cli.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const config = `
description:
  sections: [{id: context}, {id: approach, level: warning}]
  when: [{changed_lines_below: 3, sections: {approach: off}}]
`;
const context = "## Context\nRefunds that time out are tried again, because customers wait.\n";
let at: Folder;
let count = 0;
let name = "";

beforeAll(() => {
  at = makeFolder();
});
afterAll(() => at.remove());
beforeEach(() => {
  count += 1;
  name = `shop-${count}`;
  makeRepository(at, name, {
    ".github/async.yml": config,
    ".github/pull_request_template.md": "## Context\nSay why this is needed, and link the ticket.\n",
    "src/a.ts": "1\n",
  });
});

/** Runs the program in the repository or in one of its folders. */
const run = (args: string[], { below = "", input = context, env = {} } = {}) =>
  runCli(args, { cwd: join(at.folder, name, below), input, env });

const change = (path: string, text: string | Uint8Array) => {
  at.write(`${name}/${path}`, text);
  commitAll(at, name);
};

const missing =
  "-  warning  Approach is missing: What did you change, and why this way rather than another?  (section)\n1 description: 0 errors, 1 warning\n";
const complete = "1 description: complete\n";
const templateToo = ".github/async.yml and .github/pull_request_template.md";
const found = ".github/async.yml, .github/pull_request_template.md";

describe("lint in a checkout", () => {
  it("uses the checkout's config, templates and changed files, and says so once", async () => {
    change("src/a.ts", "1\n2\n");
    expect(await run(["lint"])).toEqual({
      status: 0,
      stdout: complete,
      stderr: `Using ${found}, and the file changed since main.\n`,
    });
    const unedited = await run(["lint"], {
      input: "## Context\nSay why this is needed, and link the ticket.\n",
    });
    expect([unedited.status, unedited.stdout.includes("(unedited-template)")]).toEqual([1, true]);
  });

  it("uses the templates of a folder beside GitHub's default template", async () => {
    at.write(
      `${name}/.github/PULL_REQUEST_TEMPLATE/bug.md`,
      "## Context\nSay what broke, and since when it does.\n",
    );
    for (const text of [
      "Say what broke, and since when it does.",
      "Say why this is needed, and link the ticket.",
    ])
      expect((await run(["lint", "--no-git"], { input: `## Context\n${text}\n` })).stdout).toContain(
        "(unedited-template)",
      );
  });

  it("compares with the merge base, and leaves out uncommitted changes", async () => {
    change("src/a.ts", "1\n2\n");
    at.git(name, "checkout", "--quiet", "main");
    change("src/b.ts", "1\n2\n3\n4\n");
    at.git(name, "checkout", "--quiet", "feature");
    at.write(`${name}/src/c.ts`, "1\n2\n3\n4\n");
    expect((await run(["lint"])).stdout).toBe(complete);
    change("src/c.ts", "1\n2\n3\n4\n");
    expect(await run(["lint"])).toEqual({
      status: 0,
      stdout: missing,
      stderr: `Using ${found}, and the 2 files changed since main.\n`,
    });
  });

  it("prefers the default branch of a clone's origin to the local branch", async () => {
    at.git(name, "checkout", "--quiet", "main");
    at.git("", "clone", "--quiet", "--branch", "main", name, `${name}-clone`);
    name = `${name}-clone`;
    change("src/a.ts", "1\n2\n");
    expect((await run(["lint"])).stderr).toBe(`Using ${found}, and the file changed since origin/main.\n`);
  });

  it("works from a subfolder, and names files relative to it", async () => {
    change("src/a.ts", "1\n2\n");
    expect((await run(["lint"], { below: "src" })).stderr).toBe(
      "Using ../.github/async.yml, ../.github/pull_request_template.md, and the file changed since main.\n",
    );
  });

  it.each([
    ["nothing was committed", () => {}, "HEAD adds nothing to main"],
    [
      "the histories have nothing in common",
      () => {
        at.git(name, "checkout", "--quiet", "--orphan", "other");
        at.write(`${name}/src/b.ts`, "");
        commitAll(at, name);
      },
      "HEAD and main share no commit",
    ],
    [
      "there is no default branch",
      () => at.git(name, "branch", "--quiet", "-D", "main"),
      "no default branch was found; name one with --base",
    ],
  ])("treats the size as unknown where %s", async (_, prepare, why) => {
    prepare();
    expect(await run(["lint"])).toEqual({
      status: 0,
      stdout: missing,
      stderr: `Using ${templateToo}. What changed is unknown: ${why}.\n`,
    });
  });

  it("treats the size as unknown in a repository without a commit, and without Git", async () => {
    makeRepository(at, `${name}-fresh`, { ".github/async.yml": config });
    at.git(`${name}-fresh`, "update-ref", "-d", "refs/heads/main");
    at.git(`${name}-fresh`, "update-ref", "-d", "refs/heads/feature");
    name = `${name}-fresh`;
    for (const env of [{}, { PATH: "/nowhere" }])
      expect(await run(["lint"], { env })).toEqual({
        status: 0,
        stdout: missing,
        stderr:
          "Using .github/async.yml. What changed is unknown: no default branch was found; name one with --base.\n",
      });
  });

  it("uses another base, which must exist", async () => {
    at.git(name, "branch", "release");
    change("src/a.ts", "1\n2\n3\n4\n5\n");
    at.git(name, "branch", "--force", "main");
    expect((await run(["lint", "--base", "release"])).stdout).toBe(missing);
    for (const base of ["nope", "--output=stolen"])
      expect(await run(["lint", `--base=${base}`])).toEqual({
        status: 2,
        stdout: "",
        stderr: `async-review: --base is "${base}", which isn't a commit here; fetch it, or name another branch.\n`,
      });
  });

  it("uses no files of the checkout beside a named config, and no config with --no-config", async () => {
    change("src/a.ts", "1\n2\n");
    at.write(`${name}/mine.yml`, config);
    expect(await run(["lint", "--config", "mine.yml"])).toEqual({ status: 0, stdout: missing, stderr: "" });
    expect(await run(["lint", "--config", "mine.yml", "--base", "main"])).toEqual({
      status: 0,
      stdout: complete,
      stderr: "Using the file changed since main.\n",
    });
    const without = await run(["lint", "--no-config"]);
    expect([without.status, without.stdout.split("\n").at(-2), without.stderr]).toEqual([
      1,
      "1 description: 3 errors, 1 warning",
      "",
    ]);
    expect(await run(["lint", "--no-git"])).toEqual({
      status: 0,
      stdout: missing,
      stderr: `Using ${templateToo}.\n`,
    });
  });

  it("runs nothing that a repository's file names and settings ask for", async () => {
    change(".gitattributes", "* diff=bad\n");
    for (const path of [
      "--output=stolen",
      "$(touch stolen)",
      "`touch stolen`",
      "a\tb => c\n",
      "ä \u001b[31m.ts",
    ])
      change(path, "1\n");
    at.git(name, "config", "diff.external", "touch stolen");
    at.git(name, "config", "core.fsmonitor", "touch stolen");
    at.git(name, "config", "diff.bad.textconv", "touch stolen");
    expect(await run(["lint"])).toEqual({
      status: 0,
      stdout: missing,
      stderr: `Using ${found}, .gitattributes, and the 6 files changed since main.\n`,
    });
    expect(existsSync(join(at.folder, name, "stolen"))).toBe(false);
  });

  it("recognises generated files by .gitattributes, and renames", async () => {
    at.git(name, "mv", "src/a.ts", "src/b => c.ts");
    change(".gitattributes", "*.pb linguist-generated\n");
    change("api.pb", "x\n".repeat(500));
    expect((await run(["lint", "--format", "json"])).stdout).toContain('"rule":"generated-files"');
  });
});

describe("the working folder of a command", () => {
  const npm = (args: string[], cwd: string) =>
    spawnSync("npm", ["--prefix", root, "run", "--silent", "cli", "--", ...args], {
      cwd,
      input: context,
      encoding: "utf8",
    });

  it("is the caller's under npm --prefix: config, templates, Git and paths", () => {
    change("src/a.ts", "1\n2\n");
    at.write(`${name}/body.md`, context);
    const { status, stdout, stderr } = npm(["lint", "body.md"], join(at.folder, name));
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: complete,
      stderr: `Using ${found}, and the file changed since main.\n`,
    });
    const check = npm(["config", "check"], join(at.folder, name, "src"));
    expect([check.status, check.stdout]).toEqual([0, "../.github/async.yml is fine.\n"]);
  });

  it("is the caller's under npx", () => {
    mkdirSync(join(at.folder, name, "node_modules/.bin"), { recursive: true });
    symlinkSync(join(root, "bin/async-review.js"), join(at.folder, name, "node_modules/.bin/async-review"));
    at.write(`${name}/package.json`, '{"name": "shop"}');
    const { stdout, stderr } = spawnSync("npx", ["--no", "async-review", "template"], {
      cwd: join(at.folder, name),
      encoding: "utf8",
    });
    expect([stdout.match(/^## .*$/gm), stderr]).toEqual([
      ["## Context", "## Approach"],
      "Using .github/async.yml.\n",
    ]);
  });

  it("is the script's own when a script changed it", async () => {
    const env = { INIT_CWD: root, npm_package_json: join(root, "package.json") };
    expect((await run(["config", "check"], { env })).stdout).toBe(".github/async.yml is fine.\n");
  });
});

describe("classify, template and due in a checkout", () => {
  it("use the checkout's config, unless told otherwise", async () => {
    change(
      ".github/async.yml",
      `${config}review: {kinds: {nit: {prefixes: [krümel]}}}\nturns: {hours: {time_zone: Asia/Tokyo}}\n`,
    );
    const due = ["due", "--from", "2026-11-23T10:00:00+09:00", "--format", "json"];
    const used = "Using .github/async.yml.\n";
    expect([
      await run(["classify"], { input: "krümel: x" }),
      await run(["template"]),
      await run(due),
    ]).toEqual([
      { status: 0, stdout: expect.stringMatching(/^- {2}nit /), stderr: used },
      { status: 0, stdout: expect.stringMatching(/^## Context\n[\s\S]*## Approach\n(?!.*##)/), stderr: used },
      { status: 0, stdout: '{"due":"2026-11-24T10:00:00+09:00","workingMinutes":480}\n', stderr: used },
    ]);
    const defaults = await Promise.all([
      run(["classify", "--no-config"], { input: "krümel: x" }),
      run(["template", "--no-config"]),
      run([...due, "--no-config"]),
    ]);
    expect(defaults.map(({ stderr }) => stderr)).toEqual(["", "", ""]);
    expect(defaults.map(({ stdout }) => stdout)).toEqual([
      expect.stringContaining("no kind"),
      expect.stringContaining("## Risk"),
      '{"due":"2026-11-24T09:00:00+00:00","workingMinutes":480}\n',
    ]);
  });
});
