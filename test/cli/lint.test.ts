import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { afterEach, describe, expect, it, vi } from "vitest";
import { lint } from "../../src/cli/lint.ts";
import { template } from "../../src/cli/template.ts";

const folder = "test/fixtures/lint";

/** Runs a command like a shell; returns standard output, standard error and the exit code. */
async function run(command: Command, ...words: string[]) {
  const out: string[] = [];
  const errors: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) =>
    Boolean(errors.push(String(text).trimEnd())),
  );
  vi.spyOn(process.stdout, "write").mockImplementation((text) =>
    Boolean(out.push(String(text).replace(/\n$/, ""))),
  );
  process.exitCode = undefined;
  await command.parseAsync(words, { from: "user" });
  const code = process.exitCode;
  process.exitCode = undefined;
  vi.restoreAllMocks();
  return { out, errors, code };
}

afterEach(() => {
  process.exitCode = undefined;
});

function optionsOf(path: string): string[] {
  const title = `${path}/title.txt`;
  const config = `${path}/config.yml`;
  return [
    ...(existsSync(config) ? ["--config", config] : ["--no-config"]),
    ...(existsSync(`${path}/template.md`) ? ["--template", `${path}/template.md`] : []),
    ...(existsSync(`${path}/changed-files.txt`) ? ["--changed-files", `${path}/changed-files.txt`] : []),
    ...(existsSync(title) ? ["--title", readFileSync(title, "utf8").trim()] : []),
  ];
}

describe("lint --format json", () => {
  it.each(readdirSync(folder))("%s", async (name) => {
    const path = `${folder}/${name}`;
    const { out, errors, code } = await run(
      lint(),
      "--format",
      "json",
      ...optionsOf(path),
      `${path}/body.md`,
    );
    expect(errors).toEqual([]);
    expect(out).toHaveLength(1);
    const result = JSON.parse(out[0]!);
    expect(code).toBe(result.ok ? 0 : 1);
    await expect(`${JSON.stringify(result, null, 2)}\n`).toMatchFileSnapshot(
      fileURLToPath(new URL(`../fixtures/lint/${name}/expected.json`, import.meta.url)),
    );
  });

  it("prints its keys in the order of the contract", async () => {
    const { out } = await run(lint(), "--no-config", "--format", "json", `${folder}/empty/body.md`);
    const { sections, findings, ...rest } = JSON.parse(out[0]!);
    expect(Object.keys(JSON.parse(out[0]!))).toEqual([
      "file",
      "ok",
      "conclusion",
      "exempt",
      "sections",
      "findings",
    ]);
    expect(Object.keys(sections[0])).toEqual(["id", "heading", "line", "status", "level"]);
    expect(Object.keys(findings[0])).toEqual(["rule", "level", "section", "message", "hint", "line"]);
    expect(rest).toEqual({ file: `${folder}/empty/body.md`, ok: false, conclusion: "neutral", exempt: null });
  });
});

const complete = { out: ["1 description: complete"], errors: [], code: 0 };

describe("lint", () => {
  it("gives up on a text that costs too much: one finding, exit 1, every section unread", async () => {
    const at = mkdtempSync(join(tmpdir(), "lint-"));
    const body = join(at, "body.md");
    writeFileSync(body, `## Context\n\n${"Charges time out. ".repeat(10_000)}\n`);
    const { out, errors, code } = await run(lint(), "--no-config", "--format", "json", body);
    rmSync(at, { recursive: true });
    const { sections, findings, ...rest } = JSON.parse(out[0]!);
    expect({ ...rest, errors, code }).toEqual({
      file: body,
      ok: false,
      conclusion: "neutral",
      exempt: null,
      errors: [],
      code: 1,
    });
    expect(sections[0]).toEqual({
      id: "context",
      heading: null,
      line: null,
      status: "unread",
      level: "error",
    });
    expect(new Set(sections.map(({ status }: { status: string }) => status))).toEqual(new Set(["unread"]));
    expect(findings).toEqual([
      {
        rule: "section",
        level: "error",
        section: null,
        message: expect.stringContaining("The description can't be read"),
        hint: expect.any(String),
        line: null,
      },
    ]);
  });

  it("prints like a compiler, and continues after a file that it can't read", async () => {
    const { out, errors, code } = await run(
      lint(),
      "--no-config",
      "missing.md",
      `${folder}/not-applicable/body.md`,
    );
    expect(errors).toEqual(["missing.md:1:1: no such file"]);
    expect(code).toBe(2);
    expect(out.map((line) => line.replace(/\u001b\[\d+m/g, ""))).toContain(
      `${folder}/not-applicable/body.md:7:1  error  Risk says only "N/A": write something a reviewer can use, or say why it doesn't apply  (placeholder)`,
    );
  });

  it("says that a complete description is complete", async () => {
    expect(await run(lint(), "--no-config", `${folder}/complete/body.md`)).toEqual(complete);
  });
});

describe("template", () => {
  it.each([
    ["the defaults", null],
    ["a config", `${folder}/own-config/config.yml`],
  ])("prints a form for %s that passes only when it is filled in", async (_, config) => {
    const options = config === null ? ["--no-config"] : ["--config", config];
    const form = (await run(template(), ...options)).out.join("");
    const at = mkdtempSync(join(tmpdir(), "template-"));
    const blank = join(at, "blank.md");
    const filled = join(at, "filled.md");
    writeFileSync(blank, form);
    const answer = "Refunds that time out are tried again (PAY-7), because customers wait for their money.";
    writeFileSync(filled, form.replace(/<!--.*?-->/gs, answer));
    const words = [...options, "--title", "Retry the refunds that time out"];
    const unfilled = await run(lint(), ...words, blank);
    const linted = await run(lint(), ...words, filled);
    rmSync(at, { recursive: true });
    expect(unfilled.code).toBe(1);
    expect(linted).toEqual(complete);
  });

  it("prints the form", async () => {
    const { out, code } = await run(template(), "--no-config");
    expect(code).toBe(0);
    expect(out.join("")).toMatch(/^## Context\n\n<!-- What problem .* -->\n\n## Approach\n\n/);
  });
});
