import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { configCommand } from "../../src/cli/config.ts";
import { renderJsonSchema } from "../../src/core/config/schema/json-schema.ts";

const bin = fileURLToPath(new URL("../../bin/async-review.js", import.meta.url));
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "config-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

interface Ran {
  status: number;
  stdout: string;
  stderr: string;
}

/** Runs the program as people do, for standard input and wrong usage. */
function spawn(args: string[], input = ""): Ran {
  const options = { cwd: folder, input, encoding: "utf8" } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, "config", ...args], options);
  return { status: status ?? -1, stdout, stderr };
}

/** Runs the command in this process, because starting a process takes a second. */
async function run(args: string[], below = ""): Promise<Ran> {
  const written = { stdout: "", stderr: "" };
  const keep = (stream: "stdout" | "stderr") => (text: string | Uint8Array) => {
    written[stream] += String(text);
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, "write").mockImplementation(keep("stdout")),
    vi.spyOn(process.stderr, "write").mockImplementation(keep("stderr")),
  ];
  const cwd = process.cwd();
  try {
    process.chdir(join(folder, below));
    process.exitCode = 0;
    await configCommand().parseAsync(args, { from: "user" });
    return { status: Number(process.exitCode), ...written };
  } finally {
    process.exitCode = 0;
    process.chdir(cwd);
    for (const spy of spies) spy.mockRestore();
  }
}

const broken = "enforcment: block\ncomment:\n  after: 2 minuts\n";

describe("config check", () => {
  it("prints every problem with its place, and exits 1", async () => {
    write(".github/async.yml", broken);
    expect(await run(["check"])).toEqual({
      status: 1,
      stdout: `.github/async.yml:1:1  error  Unknown key \`enforcment\`. Did you mean \`enforcement\`? It is ignored.  (config)
.github/async.yml:3:10  error  comment.after can't be "2 minuts". Write a duration such as "2 minutes", "4 hours" or "1 day". Using the default (2 minutes) until it's fixed.  (config)
.github/async.yml: 2 errors, 0 warnings
`,
      stderr: "",
    });
  });

  it("prints one JSON object a line, and reads standard input", () => {
    const { status, stdout } = spawn(["check", "-", "--format", "json"], broken);
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
          message: "Unknown key `enforcment`. Did you mean `enforcement`?",
          fallback: "It is ignored.",
        },
        {
          file: "-",
          source: "repository",
          line: 3,
          column: 10,
          level: "error",
          message:
            'comment.after can\'t be "2 minuts". Write a duration such as "2 minutes", "4 hours" or "1 day".',
          fallback: "Using the default (2 minutes) until it's fixed.",
        },
      ],
    ]);
  });

  it("exits 0 without problems, and on warnings", async () => {
    write("fine.yml", "");
    write("warning.yml", "locked: [enforcement]");
    expect(await run(["check", "fine.yml"])).toEqual({
      status: 0,
      stdout: "fine.yml is fine.\n",
      stderr: "",
    });
    expect((await run(["check", "warning.yml"])).status).toBe(0);
  });

  it.each(["check", "show"])("%s names every file that it can't read", async (command) => {
    expect(await run([command, "nope.yml", "--organisation", "nope2.yml"])).toEqual({
      status: 2,
      stdout: "",
      stderr: "nope.yml:1:1: no such file\nnope2.yml:1:1: no such file\n",
    });
  });

  it("reads an organisation's file by itself or below another", async () => {
    write("org.yml", "enforcement: block\nlocked: [enforcement]\n");
    write("own.yml", "enforcement: advise");
    expect((await run(["check", "--organisation", "org.yml"])).stdout).toBe("org.yml is fine.\n");
    expect((await run(["check", "own.yml", "--organisation", "org.yml"])).stdout).toBe(
      "own.yml:1:14  warning  enforcement is locked by the organisation. Remove it here. Using the organisation's value (block).  (config)\nown.yml and org.yml: 0 errors, 1 warning\n",
    );
  });

  it("exits 2 when it can't read a file, and on wrong usage", async () => {
    expect(await run(["check", "nowhere.yml"])).toEqual({
      status: 2,
      stdout: "",
      stderr: "nowhere.yml:1:1: no such file\n",
    });
    expect(spawn(["check", "--bogus"]).status).toBe(2);
  });
});

describe("config show", () => {
  it("prints the effective config with sources, and problems to standard error", async () => {
    write(".github/async.yml", broken);
    const { status, stdout, stderr } = await run(["show"]);
    expect([status, stderr.split("\n").length]).toEqual([1, 3]);
    expect(stdout).toContain("enforcement: advise  # default\n");
    write("shown.yml", stdout);
    expect((await run(["check", "shown.yml"])).stdout).toBe("shown.yml is fine.\n");
  });

  it("names the source of each value: organisation, repository, default or lock", async () => {
    write(
      "org.yml",
      "enforcement: block\nturns: {targets: {default: 4 hours, author: 1 day}}\nlocked: [enforcement]\n",
    );
    write("own.yml", "enforcement: advise\nturns: {targets: {default: 2 hours}}\n");
    const { status, stdout, stderr } = await run(["show", "own.yml", "--organisation", "org.yml"]);
    expect([status, stderr]).toEqual([
      0,
      "own.yml:1:14: enforcement is locked by the organisation. Remove it here. Using the organisation's value (block).\n",
    ]);
    expect(
      stdout.split("\n").filter((line) => /^(enabled|enforcement| {4}(default|author)):/.test(line)),
    ).toEqual([
      "enabled: true  # default",
      "enforcement: block  # locked",
      "    default: 2 hours  # repository",
      "    author: 1 day  # organisation",
      '    author: "waiting: author"  # default',
    ]);
  });

  it("prints one value a line as JSON", async () => {
    write(".github/async.yml", "enforcement: block");
    const { stdout } = await run(["show", "--format", "json"]);
    expect(stdout.split("\n").slice(1, 4)).toEqual([
      '{"path":"enabled","value":true,"source":"default"}',
      '{"path":"enforcement","value":"block","source":"repository"}',
      '{"path":"description.sections.context.heading","value":"Context","source":"default"}',
    ]);
  });
});

describe("config init", () => {
  it("writes the template's headings, and never overwrites a file", async () => {
    write("docs/pull_request_template.md", "## Risks\nWhat can break?\n");
    expect((await run(["init"])).status).toBe(0);
    const text = readFileSync(join(folder, ".github/async.yml"), "utf8");
    expect(text.split("\n")[0]).toMatch(/^# yaml-language-server: \$schema=https:\/\//);
    expect(text).toContain(
      "    - id: risk\n      heading: Risks\n      level: warning\n      hint: What can break?\n",
    );
    expect((await run(["check"])).status).toBe(0);
    expect(await run(["init"])).toEqual({
      status: 2,
      stdout: "",
      stderr: "async-review: .github/async.yml exists; name another file, or overwrite it with --force.\n",
    });
    expect((await run(["init", "--force"])).status).toBe(0);
  });

  it("finds and writes the repository's own files from any folder of it", async () => {
    write(".git/HEAD", "");
    write("docs/pull_request_template.md", "## Risks\nWhat can break?\n");
    mkdirSync(join(folder, "src/deep"), { recursive: true });
    expect((await run(["init"], "src/deep")).stdout).toBe(
      "Wrote ../../.github/async.yml. Look it over, then commit it.\n",
    );
    expect(readFileSync(join(folder, ".github/async.yml"), "utf8")).toContain("- id: risk");
    expect((await run(["check"], "src")).stdout).toBe("../.github/async.yml is fine.\n");
    expect((await run(["show"], "docs")).stdout).toContain("heading: Risks");
  });

  it("prefers the single template to a folder of templates", async () => {
    write(".github/PULL_REQUEST_TEMPLATE/zebra.md", "## Stripes\n\n## Size\n");
    write("docs/PULL_REQUEST_TEMPLATE.MD", "## Giraffes\n");
    expect((await run(["init", "-"])).stdout.match(/(?<=- id: ).*/g)).toEqual(["giraffes"]);
  });

  it("merges a folder of templates, and prints to standard output", async () => {
    write(".github/PULL_REQUEST_TEMPLATE/elephant.md", "## Elephants\n\n## Size\n");
    write(".github/PULL_REQUEST_TEMPLATE/zebra.md", "## Stripes\n\n## Size\n");
    expect((await run(["init", "-"])).stdout.match(/(?<=- id: ).*/g)).toEqual([
      "elephants",
      "size",
      "stripes",
    ]);
    expect(existsSync(join(folder, ".github/async.yml"))).toBe(false);
  });

  it("refuses a template that doesn't exist", async () => {
    const { status } = await run(["init", "--template", "no.md"]);
    expect([status, existsSync(join(folder, ".github"))]).toEqual([2, false]);
  });
});

describe("config schema", () => {
  it("prints the JSON schema", async () => {
    expect(JSON.parse((await run(["schema"])).stdout)).toEqual(renderJsonSchema());
    expect((await run(["schema", "--format", "json"])).stdout.trimEnd().split("\n")).toHaveLength(1);
  });
});
