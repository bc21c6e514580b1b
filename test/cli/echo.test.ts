import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commands } from "../../src/cli/commands.ts";
import type { GitHub } from "../github/driver/github.ts";
import { startGitHub } from "../github/start-github.ts";
import { addressesOf, type Ran, runCli, runHere } from "./run-cli.ts";

/** Characters that a terminal obeys, hides or reverses: escapes, bells, overrides, zero-width marks. */
const nasty = "x\u001b[31m\u0007\u009b2J\u202egnp.\u2066\u061c\u200b\ufeff\u007fy";
const obeyed =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/u;

const config = `version: 1
${JSON.stringify(`unknown ${nasty}`)}: 1
description:
  sections:
    - id: context
      heading: ${JSON.stringify(`Context ${nasty}`)}
      hint: ${JSON.stringify(`Why ${nasty}`)}
  exempt: {titles: [${JSON.stringify(`( ${nasty}`)}], labels: [${JSON.stringify(nasty)}]}
review: {kinds: {nit: {label: ${JSON.stringify(`nit ${nasty}`)}}}}
turns: {hours: {time_zone: ${JSON.stringify(nasty)}}}
`;

let folder: string;
let github: GitHub;
const files = { body: `body ${nasty}.md`, config: `config ${nasty}.yml`, missing: `missing ${nasty}` };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "async-review-"));
  writeFileSync(
    join(folder, files.body),
    `issue (${nasty}): # Context ${nasty}\n\n## ${nasty}\nTODO ${nasty}\n`,
  );
  writeFileSync(join(folder, files.config), config);
  github = await startGitHub({ now: "2026-03-02T09:00:00Z", record: "nothing" });
  const repository = github.createRepository("acme/shop", { files: { ".github/async.yml": config } });
  github.install("acme");
  const pullRequest = repository.openPullRequest({
    author: "alice",
    title: `Export ${nasty}`,
    body: `## ${nasty}\n${nasty}\n\n- [ ] ${nasty}`,
    files: [{ path: `src/${nasty}.css`, additions: 500 }],
  });
  // `init` shows the titles of the repository in which it runs.
  execFileSync("git", ["init", "--quiet", join(folder, "checkout")]);
  const remote = ["remote", "add", "origin", `${github.url}/acme/shop.git`];
  execFileSync("git", remote, { cwd: join(folder, "checkout") });
  repository.createLabel(`nit ${nasty}`);
  pullRequest.comment({ by: "alice", body: `Decision: ${nasty}\nReason: ${nasty}\nOptions: ${nasty}` });
  pullRequest.comment({ by: "bob", body: `blocking: ${nasty}\n/async due ${nasty}\nStatus: ${nasty}` });
});
afterAll(async () => {
  await github.close();
  rmSync(folder, { recursive: true });
});

/** Arguments with which each command prints other people's texts, once for each of its formats. */
const invocations: Record<string, string[][]> = {
  classify: [
    [files.body],
    [files.body, "--format", "json"],
    [files.missing],
    ["--config", files.config, files.body],
  ],
  cleanup: [["acme/shop", "--yes", "--format", "json"], ["acme/shop", "--yes"], [nasty], ["acme/shop"]],
  config: [
    ["check", files.config],
    ["check", files.config, "--format", "json"],
    ["check", files.missing],
    ["show", files.config],
    ["show", files.config, "--format", "json"],
    ["schema"],
    ["schema", "--format", "json"],
    ["init", "-", "--template", files.body],
    ["init", files.config],
    ["init", `new ${nasty}.yml`],
    ["init", `${files.body}/${nasty}`],
  ],
  decisions: [["acme/shop"], ["acme/shop", "--format", "json"], [nasty], ["acme/shop", "--since", nasty]],
  due: [
    ["--from", nasty],
    ["--from", "2026-03-02T09:00:00Z", "--target", nasty],
    ["--from", "2026-03-02T09:00:00Z", "--config", files.config],
    ["--from", "2026-03-02T09:00:00Z", "--config", files.missing],
    ["--from", "2026-03-02T09:00:00Z"],
    ["--from", "2026-03-02T09:00:00Z", "--format", "json"],
  ],
  failed: [["retry", nasty], ["list"], ["list", "--format", "json"]],
  init: [[], ["--force", "--format", "json"]],
  lint: [
    [files.body],
    [files.body, "--format", "json"],
    [files.body, "--config", files.config],
    [files.body, "--config", files.config, "--format", "json"],
    [files.body, "--template", files.body, "--title", nasty],
    [files.body, "--changed-files", files.body],
    [files.body, "--changed-files", files.missing],
    [files.body, "--format", "github"],
    ["--pr", "acme/shop#1", "--organisation", files.config],
    ["--pr", "acme/shop#1", "--format", "json"],
    ["--pr", nasty],
    [files.body, "--base", nasty],
    [files.missing],
  ],
  reconcile: [["acme/shop#1", "--dry-run"], ["acme/shop#1", "--dry-run", "--format", "json"], [nasty]],
  report: [[nasty], ["acme/shop", "--since", nasty]],
  // The server's log has its own test.
  serve: [[]],
  simulate: [
    ["acme/shop"],
    ["acme/shop", "--format", "json"],
    ["acme/shop", "--format", "markdown", "--config", files.config],
    ["acme/shop", "--last", nasty],
  ],
  template: [
    ["--config", files.config],
    ["--config", files.config, "--format", "json"],
    ["--config", files.missing],
  ],
};

const printed = ({ stdout, stderr }: Ran) => `${stdout}${stderr}`;

function expectHarmless(ran: Ran) {
  expect(
    printed(ran)
      .split("\n")
      .filter((line) => obeyed.test(line)),
  ).toEqual([]);
}

describe("other people's texts in a command's output", () => {
  it.each(Object.entries(commands))("are escaped by %s", async (name, command) => {
    let seen = "";
    for (const args of invocations[name] ?? []) {
      const env = {
        ...addressesOf(github),
        GITHUB_TOKEN: github.createToken("alice"),
        DATA_DIR: join(folder, nasty),
        PORT: nasty,
        LOG_LEVEL: nasty,
      };
      const cwd = name === "init" ? join(folder, "checkout") : folder;
      // The server ends its own process.
      const ran =
        name === "serve" ? await runCli([name], { cwd, env }) : await runHere(command, args, { cwd, env });
      expectHarmless(ran);
      if (args.includes("json"))
        for (const line of ran.stdout.trim().split("\n"))
          if (line !== "") expect(() => JSON.parse(line)).not.toThrow();
      seen += printed(ran);
    }
    expect({ name, isTried: seen.length > 0 }).toEqual({ name, isTried: true });
    // A command that prints none of the text would prove nothing.
    expect({ name, echoes: seen.includes("gnp.") }).toEqual({ name, echoes: true });
  });

  it("can be read back from JSON", async () => {
    const { stdout } = await runHere(commands.lint!, [files.body, "--format", "json"], { cwd: folder });
    expect(JSON.parse(stdout).file).toBe(files.body);
  });

  it.each([[[nasty]], [["lint", "--format", nasty]], [["lint", `--${nasty}`]], [["config", nasty]]])(
    "are escaped in wrong usage: %j",
    async (args) => {
      const ran = await runCli(args, { cwd: folder });
      expectHarmless(ran);
      expect(ran.status).toBe(2);
      expect(ran.stderr).toContain("gnp.");
    },
  );
});

describe("the server's log", () => {
  const script = `
    import { createLogger } from ${JSON.stringify(new URL("../../src/cli/create-logger.ts", import.meta.url).href)};
    const log = await createLogger({ logLevel: "info", logFormat: process.argv[1] });
    const said = JSON.parse(process.argv[2]);
    log.info({ login: said, err: new Error(said), list: [said] }, "look at " + said + "\\n[00:00:00.000] ERROR: forged");
  `;
  const write = (format: string) =>
    execFileSync(process.execPath, ["--input-type=module", "-e", script, format, JSON.stringify(nasty)], {
      encoding: "utf8",
    });

  it("escapes as JSON", () => {
    const lines = write("json");
    expect(obeyed.test(lines)).toBe(false);
    expect(JSON.parse(lines)).toMatchObject({ login: nasty, err: { message: nasty }, list: [nasty] });
  });

  it("prints none of those characters in the readable form, and no text starts a line of its own", () => {
    const lines = write("pretty");
    expect(obeyed.test(lines)).toBe(false);
    expect(lines).toContain("gnp.");
    expect(lines.split("\n").filter((line) => /^\S*\[00:00/.test(line))).toEqual([]);
  });
});

describe("the source code", () => {
  const src = fileURLToPath(new URL("../../src", import.meta.url));
  const list = (path: string): string[] =>
    statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => list(join(path, name))) : [path];
  const sources = list(src).map((path) => ({
    path: path.slice(src.length + 1),
    code: readFileSync(path, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ""),
  }));
  const users = (pattern: RegExp, folder: RegExp) =>
    sources.filter(({ path, code }) => folder.test(path) && pattern.test(code)).map(({ path }) => path);

  it("prints to a terminal in cli/print.ts only", () => {
    const write = /\bprocess\.std(?:out|err)\b|\bconsole\.|\boutput\.write\(/;
    expect(users(write, /^(?!core\/)/)).toEqual([
      // The server's log, escaped before it becomes readable; a closed pipe; a check for a terminal.
      "cli/create-logger.ts",
      "cli/main.ts",
      "cli/print.ts",
      "cli/repository/run-cleanup.ts",
    ]);
  });

  it("writes JSON for people in core/text/quote-text.ts only", () => {
    expect(users(/\bJSON\.stringify\(/, /^(?:cli|core\/report)/)).toEqual([
      // A readable log line; the app's own schema, over many lines.
      "cli/config.ts",
      "cli/create-logger.ts",
    ]);
  });
});
