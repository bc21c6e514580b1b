import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lint } from "../../src/cli/lint.ts";
import type { GitHub } from "../github/driver/github.ts";
import { startGitHub } from "../github/start-github.ts";
import { type Folder, makeFolder, makeRepository } from "./checkout.ts";
import { addressesOf, runHere } from "./run-cli.ts";

const context = "## Context\nRefunds that time out are tried again, because customers wait.\n";
let at: Folder;
let github: GitHub;

beforeAll(async () => {
  at = makeFolder();
  at.write("body.md", context);
  at.write("empty.md", "");
  at.write("short.md", "## Context\nSlow.\n");
  at.write("config.yml", "description: {sections: [{id: context}]}");
  at.write("image.png", Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13]));
  at.write("latin-1.md", Uint8Array.from([0x47, 0x72, 0xfc, 0xdf, 0x65]));
  at.write("utf-16.md", Buffer.from("\ufeff## Context", "utf16le"));
  at.write("marked.md", `\ufeff${context}`);
  github = await startGitHub({ now: "2026-03-02T09:00:00Z", record: "nothing" });
});
afterAll(async () => {
  at.remove();
  await github.close();
});

const run = (args: string[], env: Record<string, string> = {}) =>
  runHere(lint, args, { cwd: at.folder, env });
const own = ["--config", "config.yml"];
const json = async (args: string[], env: Record<string, string> = {}) => {
  const { stdout, stderr } = await run([...args, "--format", "json"], env);
  expect(stderr).toBe("");
  return JSON.parse(stdout);
};

describe("lint's facts about a pull request", () => {
  it("come from options: author, labels, draft, title", async () => {
    at.write(
      "exempt.yml",
      "description: {exempt: {authors: [renovate*], labels: [skip, later], titles: [^WIP]}}",
    );
    const exempt = async (...args: string[]) =>
      (await json(["empty.md", "--config", "exempt.yml", ...args])).exempt;
    expect([
      await exempt(),
      await exempt("--author", "renovate-bot"),
      await exempt("--label", "other", "--label", "LATER"),
      await exempt("--draft"),
      await exempt("--title", "WIP: retry"),
    ]).toEqual([
      null,
      "opened by an exempt author (`renovate*`)",
      "label `later`",
      "draft",
      "title matches `^WIP`",
    ]);
    expect(await run(["empty.md", "--draft"])).toEqual({
      status: 0,
      stdout: "empty.md  not checked: draft\n1 description: not checked\n",
      stderr: "Using the default config.\n",
    });
  });

  it("include the organisation's config, below the repository's or alone", async () => {
    at.write("organisation.yml", "enforcement: block\ndescription: {sections: [{id: context}, {id: risk}]}");
    const ids = async (...args: string[]) =>
      (await json(["empty.md", ...args])).sections.map(({ id }: { id: string }) => id);
    expect(await ids("--organisation", "organisation.yml")).toEqual(["context", "risk"]);
    at.write("more.yml", "description: {sections: [{id: testing}]}");
    expect(await ids("--organisation", "organisation.yml", "--config", "more.yml")).toEqual([
      "context",
      "risk",
      "testing",
    ]);
    expect((await json(["empty.md", "--organisation", "organisation.yml"])).conclusion).toBe("failure");
  });

  it("advise only before enforce_from, as for a pull request opened now", async () => {
    const conclusion = async (day: string) => {
      at.write("dated.yml", `enforcement: block\nenforce_from: ${day}\n`);
      return (await json(["empty.md", "--config", "dated.yml"])).conclusion;
    };
    expect([await conclusion("2020-01-01"), await conclusion("2999-01-01")]).toEqual(["failure", "neutral"]);
  });
});

describe("--strict", () => {
  it("counts warnings", async () => {
    expect((await run(["short.md", ...own])).status).toBe(0);
    expect(await run(["short.md", ...own, "--strict"])).toEqual({
      status: 1,
      stdout: expect.stringMatching(
        /^short\.md:1:1 {2}warning .*\(too-short\)\n1 description: 0 errors, 1 warning\n$/,
      ),
      stderr: "",
    });
    expect((await run(["body.md", ...own, "--strict"])).status).toBe(0);
  });
});

describe("the readable form", () => {
  it("leaves out the line where there is none, and prints a summary", async () => {
    expect(await run(["empty.md", "short.md", "body.md", ...own])).toEqual({
      status: 1,
      stdout: expect.stringMatching(
        /^empty\.md {2}error {2}Context is missing[^\n]*\nshort\.md:1:1 [^\n]*\n3 descriptions: 1 error, 1 warning\n$/,
      ),
      stderr: "",
    });
  });
});

describe("--format github", () => {
  it("prints annotations from which no text can break out", async () => {
    at.write("a,b: 100%.md", "## Context: 100%\n::error::x\n\n## Testing\nTODO\n");
    at.write("two.yml", 'description: {sections: [{id: context, heading: "100%\\r::stop"}, {id: testing}]}');
    const { status, stdout } = await run([
      "a,b: 100%.md",
      "empty.md",
      "--config",
      "two.yml",
      "--format",
      "github",
    ]);
    expect(stdout).not.toContain("\r");
    expect([status, stdout.split("\n")]).toEqual([
      1,
      [
        // The heading has a carriage return, and the text below it looks like a command.
        expect.stringMatching(
          /^::error file=a%2Cb%3A 100%25\.md,line=1,title=async-review%3A placeholder::100%25/,
        ),
        expect.stringMatching(
          /^::error file=a%2Cb%3A 100%25\.md,line=4,title=async-review%3A placeholder::Testing /,
        ),
        expect.stringMatching(
          /^::error file=empty\.md,title=async-review%3A section::100%25::stop is missing: /,
        ),
        expect.stringMatching(/^::error file=empty\.md,title=async-review%3A section::Testing is missing: /),
        "",
      ],
    ]);
  });
});

describe("lint on a file that isn't text", () => {
  it.each([
    ["image.png", "this is a binary file; name a text file"],
    ["latin-1.md", "this is a binary file, or text that isn't UTF-8; save it as UTF-8"],
    ["utf-16.md", "this is UTF-16; save it as UTF-8"],
  ])("refuses %s, and says what it is", async (file, what) => {
    expect(await run([file, ...own])).toEqual({
      status: 2,
      stdout: "",
      stderr: `${file}:1:1: ${what}\n`,
    });
  });

  it("ignores a byte order mark", async () => {
    expect(await run(["marked.md", ...own])).toEqual({
      status: 0,
      stdout: "1 description: complete\n",
      stderr: "",
    });
  });
});

describe("--changed-files", () => {
  const config =
    "description: {sections: [{id: context}, {id: risk}], when: [{changed_lines_below: 10, sections: {risk: off}}, {paths: ['web/**'], sections: {risk: warning}}]}";
  const levelOfRisk = async (changed: string) => {
    at.write("when.yml", config);
    at.write("changed.txt", changed);
    return (await json(["body.md", "--config", "when.yml", "--changed-files", "changed.txt"])).sections[1]
      .level;
  };

  it.each([
    ["lines of --numstat", "4\t3\tsrc/a.ts\n1\t1\tb.md\n", "off"],
    ["a large change", "40\t3\tsrc/a.ts\n", "error"],
    ["paths, whose size is unknown", "src/a.ts\npages/[id].tsx\nMy notes.txt\nDockerfile\n", "error"],
    ["paths, one of them a match", "web/a.ts\r\n\r\nb.md\r\n", "warning"],
    ["a binary file, whose size is unknown", "-\t-\tlogo.png\n", "error"],
    ["a path in quotes", '200\t0\t"web/\\303\\244\\t\\"x\\".ts"\n', "warning"],
    ["a bare path in quotes", '"web/\\303\\244.ts"\n', "warning"],
    ["a rename", "200\t0\t{src => web}/a.ts\n", "warning"],
    ["a rename with quotes", '200\t0\t"src/\\303\\244.ts" => "web/\\303\\244.ts"\n', "warning"],
  ])("accepts %s", async (_, changed, level) => {
    expect(await levelOfRisk(changed)).toBe(level);
  });

  it.each([
    ["M\tsrc/a.ts\nR100\ta\tb", 1, "`git diff --name-status`"],
    [" src/a.ts | 3 ++-\n 1 file changed, 2 insertions(+)", 1, "`git diff --stat`"],
    [" logo.png | Bin 0 -> 12 bytes", 1, "`git diff --stat`"],
    ["src/a.ts\n 1 file changed, 2 insertions(+)", 2, "`git diff --stat`"],
    [" M src/a.ts\n?? b.ts", 1, "`git status --short`"],
    ["4 3 src/a.ts", 1, "`git diff --numstat` with spaces for tabs"],
    ["diff --git a/a.ts b/a.ts\n@@ -1 +1 @@", 1, "a diff"],
    ['[{"filename": "src/a.ts"}]', 1, "JSON"],
    ['[\n  "src/a.ts"\n]', 1, "JSON"],
    ["src/a.ts\n  src/b.ts", 2, "a path with tabs, or with spaces around it"],
    ["src/a.ts\tsrc/b.ts", 1, "a path with tabs, or with spaces around it"],
  ])("refuses %j", async (changed, line, shape) => {
    at.write("changed.txt", changed);
    expect(await run(["body.md", ...own, "--changed-files", "changed.txt"])).toEqual({
      status: 2,
      stdout: "",
      stderr: `changed.txt:${line}:1: this looks like ${shape}; give the output of \`git diff --numstat\`, or one path per line\n`,
    });
  });
});

describe("--pr", () => {
  beforeAll(() => {
    const repository = github.createRepository("acme/shop", {
      files: {
        ".github/async.yml":
          "enforcement: block\ndescription: {sections: [{id: context}, {id: risk}], when: [{changed_lines_below: 10, sections: {risk: off}}], exempt: {labels: [skip]}}",
      },
    });
    repository.openPullRequest({
      author: "alice",
      title: "Retry refunds",
      body: context,
      files: [{ path: "src/a.ts", additions: 3 }],
    });
    repository.openPullRequest({
      author: "alice",
      title: "Retry refunds",
      body: "",
      files: [{ path: "src/a.ts", additions: 300 }],
    });
  });
  const asAlice = () => ({ ...addressesOf(github), GITHUB_TOKEN: github.createToken("alice") });

  it("judges a real pull request by its own config, and says so", async () => {
    expect(await run(["--pr", "acme/shop#1"], asAlice())).toEqual({
      status: 0,
      stdout: "1 description: complete\n",
      stderr: "Using the config on GitHub.\n",
    });
    const { status, stdout } = await run(["--pr", "acme/shop#2", "--format", "json"], asAlice());
    const { file, conclusion, sections } = JSON.parse(stdout);
    expect([status, file, conclusion, sections.map(({ status }: { status: string }) => status)]).toEqual([
      1,
      "acme/shop#2",
      "failure",
      ["missing", "missing"],
    ]);
  });

  it("uses the checkout's files when it is that repository, and GitHub's otherwise", async () => {
    makeRepository(at, "mine", { ".github/async.yml": "description: {sections: [{id: context}]}\n" });
    const used = async (origin: string) => {
      at.git("mine", "remote", "add", "origin", origin);
      const ran = await runHere(lint, ["--pr", "acme/shop#2"], {
        cwd: join(at.folder, "mine"),
        env: asAlice(),
      });
      at.git("mine", "remote", "remove", "origin");
      return [ran.stdout.split("\n").at(-2), ran.stderr];
    };
    expect([await used("git@github.com:Acme/shop.git"), await used("git@github.com:acme/other.git")]).toEqual(
      [
        ["1 description: 1 error, 0 warnings", "Using .github/async.yml.\n"],
        ["1 description: 2 errors, 0 warnings", "Using the config on GitHub.\n"],
      ],
    );
  });

  it("accepts another config, another description and more labels", async () => {
    expect((await run(["--pr", "acme/shop#2", ...own, "body.md"], asAlice())).stdout).toBe(
      "1 description: complete\n",
    );
    expect((await json(["--pr", "acme/shop#2", "--no-config"], asAlice())).sections).toHaveLength(5);
    expect((await run(["--pr", "acme/shop#2", "--label", "skip"], asAlice())).stdout).toBe(
      "acme/shop#2  not checked: label `skip`\n1 description: not checked\n",
    );
    expect(await run(["--pr", "acme/shop#2", "--format", "github", ...own], asAlice())).toMatchObject({
      stdout: expect.stringMatching(/^::error title=/),
    });
  });

  it("explains a wrong name, or that the pull request doesn't exist", async () => {
    expect([
      await run(["--pr", "acme/shop"], asAlice()),
      await run(["--pr", "acme/shop#9"], asAlice()),
    ]).toEqual([
      {
        status: 2,
        stdout: "",
        stderr: 'async-review: "acme/shop" isn\'t a pull request; write it as owner/repo#123.\n',
      },
      {
        status: 2,
        stdout: "",
        stderr: "async-review: acme/shop#9 wasn't found; check the number, and that the token can read it.\n",
      },
    ]);
  });
});
