import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { configCommand } from "../../src/cli/config.ts";
import { lint } from "../../src/cli/lint.ts";
import { template as templateCommand } from "../../src/cli/template.ts";
import { readData } from "../eval/data.ts";
import { runHere } from "./run-cli.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const bin = join(root, "bin/async-review.js");
const folder = mkdtempSync(join(tmpdir(), "round-trip-"));
afterAll(() => rmSync(folder, { recursive: true }));

const sentence = "This was measured with the new retry, and nothing else was touched.";

/** A form as a careful author fills it in: a sentence below each heading, every box ticked. */
const fillIn = (form: string) =>
  form
    .replaceAll("- [ ]", "- [x]")
    .split(/\r?\n/)
    .flatMap((line) => (/^ {0,3}#{1,6} /.test(line) ? [line, "", sentence, ""] : [line]))
    .join("\n");

/** A checkout with this template, in which `config init` has run. */
async function initialise(name: string, text: string): Promise<string> {
  const cwd = join(folder, name);
  mkdirSync(join(cwd, ".github"), { recursive: true });
  writeFileSync(join(cwd, ".github/PULL_REQUEST_TEMPLATE.md"), text);
  const { status, stderr } = await runHere(configCommand, ["init"], { cwd });
  expect([status, stderr]).toEqual([0, ""]);
  expect(await runHere(configCommand, ["check"], { cwd })).toEqual({
    status: 0,
    stdout: ".github/async.yml is fine.\n",
    stderr: "",
  });
  return cwd;
}

interface Linted {
  conclusion: string;
  sections: { id: string; status: string }[];
}

async function lintIn(cwd: string, body: string): Promise<Linted> {
  writeFileSync(join(cwd, "body.md"), body);
  const args = ["body.md", "--config", ".github/async.yml", "--format", "json"];
  const { stdout } = await runHere(lint, args, { cwd });
  return JSON.parse(stdout);
}

const unfinished = ({ sections }: Linted) =>
  sections.filter(({ status }) => status !== "filled" && status !== "not-applicable");

describe("config init, template and lint on one another's output", () => {
  const fixtures = join(root, "test/fixtures/config-init");
  const own: [string, string][] = ["plain", "tricky"].flatMap((name) =>
    readdirSync(join(fixtures, name))
      .filter((file) => file.endsWith(".md"))
      .map((file): [string, string] => [name, readFileSync(join(fixtures, name, file), "utf8")]),
  );

  it.each([
    ...own,
    ["this repository's", readFileSync(join(root, ".github/pull_request_template.md"), "utf8")],
  ])("pass a filled form of the template, and fail an untouched one: %s", async (name, text) => {
    const cwd = await initialise(name.replace(/\W/g, ""), text);
    expect(unfinished(await lintIn(cwd, fillIn(text)))).toEqual([]);
    const { stdout } = await runHere(templateCommand, ["--config", ".github/async.yml"], { cwd });
    expect(unfinished(await lintIn(cwd, fillIn(stdout)))).toEqual([]);
    expect(unfinished(await lintIn(cwd, stdout)).length).toBeGreaterThan(0);
  });

  it("work as processes, piped into one another", () => {
    const cwd = join(folder, "piped");
    mkdirSync(cwd);
    const run = (args: string[], input = "") =>
      spawnSync(process.execPath, [bin, ...args], { cwd, input, encoding: "utf8" });
    writeFileSync(
      join(cwd, "pull_request_template.md"),
      "## Why\nSay why.\n\n## Accessibility\nWhich readers?\n",
    );
    expect(run(["config", "init"]).stdout).toBe("Wrote .github/async.yml. Look it over, then commit it.\n");
    const form = run(["template", "--config", ".github/async.yml"]).stdout;
    expect(form.match(/^## .*$/gm)).toEqual(["## Why", "## Accessibility"]);
    const linted = run(["lint", "-", "--config", ".github/async.yml"], fillIn(form));
    expect([linted.status, linted.stdout, linted.stderr]).toEqual([0, "1 description: complete\n", ""]);
  });

  const collected = (readData<{ text: string }>("pr-templates.jsonl") ?? [])
    .map(({ text }) => text)
    // Templates with Markdown headings. Others are read too, but this test does not fill them in.
    .filter((text) => (text.match(/^#{1,6} /gm) ?? []).length > 1)
    .slice(0, 25);
  it.skipIf(collected.length === 0)(
    `on collected templates${collected.length === 0 ? " (skipped: ../shared/data is absent)" : ""}`,
    async () => {
      const lost: string[] = [];
      let all = 0;
      for (const [index, text] of collected.entries()) {
        const cwd = await initialise(`collected-${index}`, text);
        const config = readFileSync(join(cwd, ".github/async.yml"), "utf8");
        // If all headings of a form are in a comment, the config has the five default sections.
        if (config.includes("From the five default sections")) continue;
        const linted = await lintIn(cwd, fillIn(text));
        all += linted.sections.length;
        lost.push(...unfinished(linted).map(({ id, status }) => `${index} ${id} ${status}`));
      }
      console.info(`${all - lost.length} of ${all} sections are found filled`, lost);
      expect(lost.length / all).toBeLessThan(0.05);
    },
  );
});
