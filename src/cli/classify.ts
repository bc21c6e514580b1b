import { readFileSync } from "node:fs";
import { Command, Option } from "commander";
import { resolveConfig } from "../core/config/effective.ts";
import type { KindsConfig } from "../core/config/schema/review-schema.ts";
import type { Classification } from "../core/conversation/classify/classification.ts";
import { classifyComment } from "../core/conversation/classify/classify-comment.ts";
import { effectiveKind } from "../core/conversation/classify/effective-kind.ts";

interface Options {
  config?: string;
  format: "text" | "json";
}

/** `async-review classify [comment.md…]`: which kind a review comment is, and why. Exit 0, or 2 when something is unreadable. */
export function classify(): Command {
  return new Command("classify")
    .description("say which kind a review comment is, and why")
    .argument("[comment.md...]", "files with one comment each; - is standard input, also the default")
    .option("--config <file>", "use this file's review.kinds")
    .addOption(new Option("--format <format>", "output").choices(["text", "json"]).default("text"))
    .action((files: string[], options: Options) => runClassify(files.length > 0 ? files : ["-"], options));
}

function runClassify(files: string[], options: Options): void {
  const kinds = readKinds(options.config);
  if (kinds === null) return;
  for (const file of files) {
    const body = readText(file);
    if (body === null) continue;
    const said = classifyComment(body, kinds);
    process.stdout.write(`${options.format === "json" ? toJson(file, said) : toText(file, said)}\n`);
  }
}

/** The contract's keys in the contract's order. */
function toJson(file: string, { kind, prefix, decorations, blocking, subject }: Classification): string {
  return JSON.stringify({ file, kind, prefix, decorations, blocking, subject });
}

/** The word's kind, and the one that labels, table and gate go by where that is another. */
function toText(file: string, said: Classification): string {
  const counts = effectiveKind(said);
  const name = said.kind ?? "no kind";
  return `${file}  ${counts === said.kind ? name : `${name}, counts as ${counts}`}  ${said.explanation}`;
}

/** The kinds of that config, or the defaults; null when the file cannot be read. Problems go to standard error. */
function readKinds(file: string | undefined): KindsConfig | null {
  const text = file === undefined ? null : readText(file);
  if (file !== undefined && text === null) return null;
  const effective = resolveConfig({ base: text, defaultBranch: text, organisation: null });
  for (const { place, level, message, fallback } of effective.problems) {
    process.stderr.write(`${file}:${place.line}:${place.column}: ${`${message} ${fallback}`.trimEnd()}\n`);
    if (level === "error") process.exitCode = 2;
  }
  return effective.config.review.kinds;
}

/** A file's text, or standard input's for `-`; null, a line on standard error and exit code 2 when it cannot be read. */
function readText(file: string): string | null {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : "unreadable";
    process.stderr.write(
      `${file}:1:1: cannot be read (${reason}); name a text file or - for standard input\n`,
    );
    process.exitCode = 2;
    return null;
  }
}
