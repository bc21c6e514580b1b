import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { init, workflow } from "../../src/cli/init.ts";
import type { GitHub } from "../github/driver/github.ts";
import { startGitHub } from "../github/start-github.ts";
import { type Folder, makeFolder, makeRepository } from "./checkout.ts";
import { addressesOf, runCli, runHere } from "./run-cli.ts";

const action = ".github/workflows/async-review.yml";
let at: Folder;
let github: GitHub;
let count = 0;
let name = "";

beforeAll(async () => {
  at = makeFolder();
  github = await startGitHub({ now: "2026-03-02T09:00:00Z", record: "nothing" });
  const repository = github.createRepository("acme/shop", {});
  for (const body of ["## Context\nRefunds that time out are tried again, because customers wait.\n", ""])
    repository.openPullRequest({
      author: "alice",
      title: "Retry refunds",
      body,
      files: [{ path: "src/refund.ts", additions: 300 }],
    });
});
afterAll(async () => {
  at.remove();
  await github.close();
});
beforeEach(() => {
  count += 1;
  name = `shop-${count}`;
});

// Without a token, and with this machine as the only reachable address.
const quiet = () => ({ ...addressesOf(github), GITHUB_TOKEN: "" });
const run = (args: string[], below = "", env: Record<string, string> = quiet()) =>
  runHere(init, args, { cwd: join(at.folder, name, below), env });
const read = (path: string) => readFileSync(join(at.folder, name, path), "utf8");

describe("async-review init", () => {
  it("writes only the config when a template exists", async () => {
    makeRepository(at, name, {
      "docs/PULL_REQUEST_TEMPLATE.md": "## Risks\nWhat can break?\n",
      "src/a.ts": "",
    });
    expect(await run([])).toEqual({
      status: 0,
      stdout: `Wrote .github/async.yml.
Next: commit this, then install the App, or add a workflow with \`async-review init --action\`. Which one? https://github.com/async-review/async-review/blob/main/docs/choose.md
`,
      stderr: "",
    });
    expect(read(".github/async.yml")).toContain("# From the headings of docs/PULL_REQUEST_TEMPLATE.md.");
    expect(at.git(name, "status", "--short", "--untracked-files")).toBe("?? .github/async.yml\n");
  });

  it("writes a config, a template and the workflow when no template exists", async () => {
    makeRepository(at, name, { "src/a.ts": "" });
    expect(await run(["--action"], "src")).toEqual({
      status: 0,
      stdout: `Wrote ../.github/async.yml.
Wrote ../.github/pull_request_template.md.
Wrote ../.github/workflows/async-review.yml.
Next: commit this to the default branch; from then on the workflow checks every pull request.
`,
      stderr: "",
    });
    expect(read(".github/pull_request_template.md").match(/^## .*/gm)).toEqual([
      "## Context",
      "## Approach",
      "## Risk",
      "## Testing",
      "## Review focus",
    ]);
    expect(read(action)).toBe(workflow);
    // The written files parse, and a filled-in form passes.
    const cwd = join(at.folder, name);
    expect((await runCli(["config", "check"], { cwd })).stdout).toBe(".github/async.yml is fine.\n");
    const filled = read(".github/pull_request_template.md").replace(
      /<!--.*?-->/gs,
      "Refunds that time out are tried again (PAY-7), because customers wait for their money.",
    );
    expect((await runCli(["lint", "--strict"], { cwd, input: filled })).stdout).toBe(
      "1 description: complete\n",
    );
  });

  it("never overwrites a file without --force, and never a template", async () => {
    const files = {
      ".github/async.yml": "version: 1\n",
      "pull_request_template.md": "## Risks\n",
      [action]: "mine",
    };
    makeRepository(at, name, files);
    expect(await run(["--action"])).toEqual({
      status: 2,
      stdout: "",
      stderr: `Kept .github/async.yml; overwrite it with --force.
Kept ${action}; overwrite it with --force.
`,
    });
    expect([read(".github/async.yml"), read(action)]).toEqual(["version: 1\n", "mine"]);
    expect((await run(["--action", "--force", "--format", "json"])).stdout).toBe(
      `{"written":[".github/async.yml","${action}"],"kept":[],"simulation":null}\n`,
    );
    expect([
      read(".github/async.yml").includes("id: risk"),
      read(action),
      read("pull_request_template.md"),
    ]).toEqual([true, workflow, "## Risks\n"]);
  });

  it("adds a workflow and a template to an existing config", async () => {
    makeRepository(at, name, { ".github/async.yml": "description: {sections: [{id: why, heading: Why}]}" });
    const { status, stderr } = await run(["--action"]);
    expect([status, stderr]).toEqual([0, "Kept .github/async.yml; overwrite it with --force.\n"]);
    expect([read(".github/pull_request_template.md"), read(action)]).toEqual(["## Why\n\n", workflow]);
  });

  it("shows the verdicts on the last pull requests when there is a token", async () => {
    makeRepository(at, name, { "src/a.ts": "" });
    const { host } = new URL(github.url);
    at.git(name, "remote", "add", "origin", `http://${host}/acme/shop.git`);
    const token = { ...addressesOf(github), GITHUB_TOKEN: github.createToken("alice") };
    const shown = await run([], "", token);
    expect([shown.status, shown.stderr]).toEqual([0, ""]);
    expect(shown.stdout).toMatch(
      /\n– #2 .*\n– #1 .*\n[\s\S]*\n2 of 2 would pass; most frequent finding: approach missing, 2\n\nNext: /,
    );
    expect((await run([])).stderr).toMatch(
      /^Kept \.github\/async\.yml; .*\nSet GITHUB_TOKEN, or run `gh auth login`, to see /,
    );
    at.git(name, "remote", "set-url", "origin", `git@${host}:acme/nothing`);
    const unknown = await run(["--force"], "", token);
    expect([unknown.status, unknown.stderr]).toEqual([
      0,
      "Couldn't try the config on the last 50 pull requests: acme/nothing wasn't found; check the name, and that the token can read it.\n",
    ]);
    github.faults.next({ path: "/graphql", status: 401, body: { message: "Bad credentials" } });
    expect((await run(["--force"], "", token)).stderr).toMatch(/ and the machine's clock\.\n$/);
    at.git(name, "remote", "set-url", "origin", "https://elsewhere.example/acme/shop");
    expect((await run(["--force"], "", token)).stderr).toBe("");
  });
});

describe("the README's commands", () => {
  it("work in a repository, from no files to a verdict", async () => {
    const readme = readFileSync("README.md", "utf8").split("\n## In your repository\n")[1]!;
    const block = readme.split("```sh\n")[1]!.split("```")[0]!;
    const commands = [...block.matchAll(/^async-review ([^#\n]*)/gm)].map(([, command]) => command!.trim());
    expect(commands).toEqual(["init", "lint body.md"]);
    makeRepository(at, name, { "src/a.ts": "" });
    at.write(`${name}/body.md`, "");
    const ran = [];
    for (const command of commands)
      ran.push(await runCli(command.split(" "), { cwd: join(at.folder, name), env: quiet() }));
    expect(ran.map(({ status }) => status)).toEqual([0, 0]);
    expect(ran[1]!.stdout).toMatch(/^body\.md {2}warning {2}Context is missing/);
    expect(ran[1]!.stderr).toMatch(/^Using \.github\/async\.yml and \.github\/pull_request_template\.md\. /);
  });
});

describe("the workflow", () => {
  it("equals the documentation's example", async () => {
    await expect(workflow).toMatchFileSnapshot(
      fileURLToPath(new URL("../../docs/examples/async-review.yml", import.meta.url)),
    );
  });

  it("runs no code of a pull request, and interpolates none of its texts", () => {
    const { jobs } = parse(workflow);
    expect(jobs["async-review"].steps).toEqual([{ uses: "async-review/async-review@v1" }]);
    expect(workflow.match(/github\.event\.\S+/g)).toEqual(["github.event.issue.pull_request"]);
  });
});
