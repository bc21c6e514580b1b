import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Command } from "commander";
import { describe, expect, it } from "vitest";
import { commands } from "../src/cli/commands.ts";
import { resolveConfig } from "../src/core/config/effective.ts";

const read = (path: string) => readFileSync(path, "utf8");
const folders = [".", "docs", "docs/commands", "docs/decisions", "docs/rules"];
const pages = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name)),
);

/** Folders where paths in inline code start: the root, or src/, as in the table of folders. */
const tops = ["src", "test", "docs", "bench", "bin", ".config", ".ci", ".github"];
const topsOfSources = ["cli", "core", "database", "github", "reconcile", "web", "webhooks"];

/** The files and folders of this repository that a page names in inline code. */
function listPaths(page: string): string[] {
  const text = page.replace(/^(`{3,})[\s\S]*?^\1$/gm, "");
  const words = [...text.matchAll(/`([^`]+)`/g)].flatMap(([, code]) => code!.split(/\s+/));
  return words.flatMap((word) => {
    if (!/^[\w.-]+\/[\w./<>-]*$/.test(word)) return [];
    // `src/cli/<command>.ts` is a pattern; only its folder exists.
    const path = word.replace(/\/[^/]*<.*$/, "");
    const top = path.split("/")[0]!;
    return tops.includes(top) ? [path] : topsOfSources.includes(top) ? [join("src", path)] : [];
  });
}

/** The words after `async-review` in inline code and in code blocks. */
function listCommandLines(page: string): string[][] {
  const text = page.replaceAll("\\|", "|");
  const found = text.matchAll(/(?:^|`|run: )(?:npx (?:--yes )?)?async-review ([a-z|][^`#\n]*)/gm);
  return [...found].map(([, line]) => line!.replaceAll(/[[\]]/g, " ").trim().split(/\s+/));
}

/** Whether a command with these options exists. `config check|show` names two. */
async function isCommandLine([name, ...words]: string[]): Promise<boolean> {
  const create = commands[name!];
  if (create === undefined) return false;
  const command = await create();
  const parts = command.commands.length === 0 ? [command] : findParts(command, words[0] ?? "");
  const options = words.filter((word) => word.startsWith("--"));
  return parts.every(
    (part) =>
      part !== undefined &&
      options.every((option) => option === "--help" || part.options.some(({ long }) => long === option)),
  );
}

const findParts = (command: Command, names: string): (Command | undefined)[] =>
  names.split("|").map((name) => command.commands.find((part) => part.name() === name));

/** Anchors as GitHub makes them from headings: lower case, spaces as hyphens, no punctuation. */
const anchors = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );

describe("the documentation", () => {
  it.each(pages)("has only working links in %s", (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:)([^)\s]*)\)/g)].map(([, link]) => link!);
    const broken = links.filter((link) => {
      const [path = "", anchor] = link.split("#");
      const target = path === "" ? page : join(dirname(page), path);
      return !existsSync(target) || (anchor !== undefined && !anchors(read(target)).includes(anchor));
    });
    expect(broken).toEqual([]);
  });

  // The pages on rules and commands name files of any repository.
  const own = [...pages, "test/github/README.md"].filter((page) => !/^docs\/(?:rules|commands)\//.test(page));
  it.each(own)("names only existing files and folders in %s", (page) => {
    const missing = listPaths(read(page)).filter((path) => !existsSync(path) && !existsSync(`${path}.ts`));
    expect(missing).toEqual([]);
  });

  it("has a README whose configuration is valid, with every key", () => {
    const blocks = [...read("README.md").matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text]) => text!);
    expect(blocks.length).toBeGreaterThan(0);
    for (const base of blocks) {
      const texts = {
        base,
        defaultBranch: null,
        organisation: null,
        head: null,
        organisationIsHidden: false,
      };
      expect(resolveConfig(texts).problems).toEqual([]);
    }
  });

  it("lists exactly the existing commands in the README", () => {
    const listed = [...read("README.md").matchAll(/^\| `([a-z]+)[^|]*(?:\\\|[^|]*)*\| /gm)].map(
      ([, name]) => name,
    );
    expect(listed).toEqual(Object.keys(commands).sort());
  });

  it("names only existing commands and options", async () => {
    const lines = pages.flatMap((page) => listCommandLines(read(page)).map((words) => ({ page, words })));
    expect(lines.length).toBeGreaterThan(40);
    const wrong = [];
    for (const { page, words } of lines)
      if (!(await isCommandLine(words))) wrong.push(`${page}: async-review ${words.join(" ")}`);
    expect(wrong).toEqual([]);
  });

  it("numbers the decision records without a gap", () => {
    const numbers = readdirSync("docs/decisions").map((name) => Number(name.slice(0, 4)));
    expect(numbers.sort((one, other) => one - other)).toEqual(numbers.map((_, at) => at + 1));
  });
});
