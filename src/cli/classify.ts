import { Command } from "commander";
import {
  type Classification,
  classifyComment,
  effectiveKind,
} from "../core/conversation/classify/classify-comment.ts";
import { tellUsed } from "./checkout.ts";
import { formatOption, printJson, printLine } from "./print.ts";
import { configOptions, readConfig } from "./read-config.ts";
import { readInput, tryReading } from "./read-input.ts";

interface Options {
  config?: string | false;
  format: "text" | "json";
}

/**
 * `async-review classify [comment.md…]`: which kind a review comment is, and why. Exit 0, or 2 when a file is
 * unreadable.
 */
export function classify(): Command {
  return new Command("classify")
    .description("say what kind a review comment is, and why")
    .argument("[comment.md...]", "files with one comment each; - is standard input, also the default")
    .option(...configOptions.file)
    .option(...configOptions.none)
    .addOption(formatOption())
    .action((files: string[], options: Options) => runClassify(files.length > 0 ? files : ["-"], options));
}

function runClassify(files: string[], options: Options): void {
  const effective = tryReading(() => readConfig(options.config));
  if (effective === null) return;
  tellUsed(effective.found === null ? [] : [effective.found]);
  if (effective.isBroken) process.exitCode = 2;
  for (const file of files) {
    const body = tryReading(() => readInput(file));
    if (body === null) continue;
    const said = classifyComment(body, effective.config.review.kinds);
    if (options.format === "json") printSaidJson(file, said);
    else printLine(toText(file, said));
  }
}

/** The keys and their order are a contract. */
function printSaidJson(file: string, said: Classification): void {
  const { kind, prefix, decorations, blocking, subject } = said;
  printJson({ file, kind, prefix, decorations, blocking, subject });
}

/** The word's kind, and, where it differs, the kind that labels, table and gate use. */
function toText(file: string, said: Classification): string {
  const counts = effectiveKind(said);
  const name = said.kind ?? "no kind";
  return `${file}  ${counts === said.kind ? name : `${name}, counts as ${counts}`}  ${said.explanation}`;
}
