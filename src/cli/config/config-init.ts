import { existsSync } from "node:fs";
import { Command } from "commander";
import { draftConfig } from "../../core/description/draft/draft-config.ts";
import { fromHere, usualConfig, writeFile } from "../checkout.ts";
import { printLine, printText, tell } from "../print.ts";
import { readText } from "./config-files.ts";
import { listTemplates } from "./list-templates.ts";

interface Options {
  template?: string[];
  force?: true;
}

function refuse(message: string): void {
  tell(message);
  process.exitCode = 2;
}

function write(path: string, text: string, force: boolean): void {
  try {
    writeFile(path, text, { force });
  } catch (error) {
    refuse(`async-review: ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function init(file: string | undefined, { template, force }: Options): void {
  const path = file ?? usualConfig();
  if (path !== "-" && force !== true && existsSync(path)) {
    refuse(`async-review: ${path} exists; name another file, or overwrite it with --force`);
    return;
  }
  const templates = (template ?? listTemplates(fromHere())).map((from) => ({
    path: from,
    text: readText(from),
  }));
  const readable = templates.flatMap(({ path: from, text }) => (text === null ? [] : [{ path: from, text }]));
  if (readable.length < templates.length) return;
  const draft = draftConfig(readable);
  if (path === "-") {
    printText(draft);
    return;
  }
  write(path, draft, force === true);
  if (process.exitCode !== 2) printLine(`Wrote ${path}. Look it over, then commit it.`);
}

/**
 * `config init [FILE]`: a first config from the repository's pull request template. Overwrites no file
 * without `--force`.
 */
export const configInitCommand = (): Command =>
  new Command("init")
    .description("write a first config from the pull request template")
    .argument("[file]", "where to, - for standard output (default: .github/async.yml)")
    .option("--template <file...>", "the template (default: wherever GitHub looks for one)")
    .option("--force", "overwrite an existing file")
    .action(init);
