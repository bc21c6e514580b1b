import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { renderJsonSchema } from "../../src/core/config/json-schema.ts";

const bin = new URL("../../bin/async-review.js", import.meta.url).pathname;
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "config-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function run(args: string[], input = "") {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, "config", ...args], {
    cwd: folder,
    input,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

const broken = "enforcment: block\ncomment:\n  after: 2 minuts\n";

describe("config check", () => {
  it("prints every problem with its place, and exits 1", () => {
    write(".github/async.yml", broken);
    expect(run(["check"])).toEqual({
      status: 1,
      stdout: `.github/async.yml:1:1  error  enforcment is not a key that is known; did you mean enforcement? It is ignored.  (config)
.github/async.yml:3:10  error  comment.after is "2 minuts"; expected a duration such as "4 hours", "2 business hours" or "1 business day". Using the default (2 minutes) until it is fixed.  (config)
2 errors, 0 warnings
`,
      stderr: "",
    });
  });

  it("prints one object a line for programs, and reads standard input", () => {
    const { status, stdout } = run(["check", "-", "--format", "json"], broken);
    expect([
      status,
      stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ]).toEqual([
      1,
      [
        {
          file: "-",
          source: "repository",
          line: 1,
          column: 1,
          level: "error",
          message: "enforcment is not a key that is known; did you mean enforcement?",
          fallback: "It is ignored.",
        },
        {
          file: "-",
          source: "repository",
          line: 3,
          column: 10,
          level: "error",
          message:
            'comment.after is "2 minuts"; expected a duration such as "4 hours", "2 business hours" or "1 business day".',
          fallback: "Using the default (2 minutes) until it is fixed.",
        },
      ],
    ]);
  });

  it("exits 0 when all is well, and on warnings", () => {
    expect(run(["check", "-"], "")).toEqual({ status: 0, stdout: "The config is fine.\n", stderr: "" });
    expect(run(["check", "-"], "locked: [enforcement]").status).toBe(0);
  });

  it("reads an organisation's file by itself or below another", () => {
    write("org.yml", "enforcement: block\nlocked: [enforcement]\n");
    expect(run(["check", "--organisation", "org.yml"]).stdout).toBe("The config is fine.\n");
    expect(run(["check", "-", "--organisation", "org.yml"], "enforcement: advise").stdout).toBe(
      "-:1:14  warning  enforcement is locked by the organisation; expected no value of its own here. Using the organisation's value (block).  (config)\n0 errors, 1 warning\n",
    );
  });

  it("exits 2 when it cannot be read, or is asked wrongly", () => {
    expect(run(["check", "nowhere.yml"])).toEqual({
      status: 2,
      stdout: "",
      stderr:
        "nowhere.yml: there is no such file; expected the path of an async.yml, or - for standard input\n",
    });
    expect([run(["check", "--bogus"]).status]).toEqual([2]);
  });
});

describe("config show", () => {
  it("prints the effective config with sources; problems go to standard error", () => {
    const { status, stdout, stderr } = run(["show", "-"], broken);
    expect([status, stderr.split("\n").length]).toEqual([1, 3]);
    expect(stdout).toContain("enforcement: advise  # default\n");
    expect(run(["check", "-"], stdout).stdout).toBe("The config is fine.\n");
  });

  it("prints one value a line for programs", () => {
    const { stdout } = run(["show", "-", "--format", "json"], "enforcement: block");
    expect(stdout.split("\n").slice(1, 4)).toEqual([
      '{"path":"enabled","value":true,"source":"default"}',
      '{"path":"enforcement","value":"block","source":"repository"}',
      '{"path":"description.sections.context.heading","value":"Context","source":"default"}',
    ]);
  });
});

describe("config init", () => {
  it("writes the template's headings once, and never over a file", () => {
    write("docs/pull_request_template.md", "## Risks\nWhat can break?\n");
    expect(run(["init"]).status).toBe(0);
    const text = readFileSync(join(folder, ".github/async.yml"), "utf8");
    expect(text.split("\n")[0]).toMatch(/^# yaml-language-server: \$schema=https:\/\//);
    expect(text).toContain(
      "    - id: risk\n      heading: Risks\n      level: warning\n      hint: What can break?\n",
    );
    expect(run(["check"]).status).toBe(0);
    expect(run(["init"])).toEqual({
      status: 2,
      stdout: "",
      stderr: ".github/async.yml is there already; name another file, or give --force to write over it.\n",
    });
  });

  it("merges a folder of templates, and prints to standard output", () => {
    write(".github/PULL_REQUEST_TEMPLATE/bug.md", "## Cause\n");
    write(".github/PULL_REQUEST_TEMPLATE/feature.md", "## Plan\n");
    expect(run(["init", "-"]).stdout.match(/(?<=- id: ).*/g)).toEqual(["context", "plan"]);
    expect(existsSync(join(folder, ".github/async.yml"))).toBe(false);
  });

  it("stops at a template that is not there", () => {
    expect([run(["init", "--template", "no.md"]).status, existsSync(join(folder, ".github"))]).toEqual([
      2,
      false,
    ]);
  });
});

describe("config schema", () => {
  it("prints the JSON schema", () => {
    expect(JSON.parse(run(["schema"]).stdout)).toEqual(renderJsonSchema());
    expect(run(["schema", "--format", "json"]).stdout.trimEnd().split("\n")).toHaveLength(1);
  });
});
