import { styleText } from "node:util";
import { Option } from "commander";
import { toJsonLine, toTerminalLine, toTerminalText } from "../core/text/quote-text.ts";

/**
 * The only way to print on the command line: file names, configs, pull requests and arguments are other
 * people's texts, and a terminal obeys control characters. `test/cli/echo.test.ts` holds this.
 */

/** A line on standard output. */
export const printLine = (line: string): boolean => process.stdout.write(`${toTerminalLine(line)}\n`);

/** A text of many lines on standard output, with its own line endings. */
export const printText = (text: string): boolean => process.stdout.write(toTerminalText(text));

/** The machine-readable form on standard output: one compact object on a line. */
export const printJson = (value: unknown): boolean => process.stdout.write(`${toJsonLine(value)}\n`);

/** A problem or a hint on standard error; one line or several. */
export const tell = (text: string): boolean => process.stderr.write(`${toTerminalText(text)}\n`);

/** `1 error`, `2 errors`. */
export const countOf = (number: number, word: string): string =>
  `${number} ${word}${number === 1 ? "" : "s"}`;

/** A finding on standard output, as linters write them. NO_COLOR and FORCE_COLOR are respected. */
export function printFinding(finding: {
  file: string;
  /** Null when it has no place, such as a missing section. */
  line: number | null;
  column: number;
  level: "error" | "warning";
  message: string;
  rule: string;
}): void {
  const { file, line, column, level, message, rule } = finding;
  const shown = styleText(level === "error" ? "red" : "yellow", level);
  const [place, words] = [line === null ? file : `${file}:${line}:${column}`, `${message}  (${rule})`].map(
    toTerminalLine,
  );
  process.stdout.write(`${place}  ${shown}  ${words}\n`);
}

/**
 * A workflow command, which the runner turns into an annotation. Characters that could end it or begin
 * another are escaped as the runner wants:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function printWorkflowCommand(
  name: "error" | "warning" | "notice",
  properties: Record<string, string | number>,
  message: string,
): void {
  const data = (text: string) => toTerminalLine(text).replaceAll("%", "%25");
  const property = (value: string | number) =>
    data(String(value)).replaceAll(":", "%3A").replaceAll(",", "%2C");
  const list = Object.entries(properties).map(([key, value]) => `${key}=${property(value)}`);
  process.stdout.write(`::${[name, list.join(",")].filter(Boolean).join(" ")}::${data(message)}\n`);
}

/** `--format text|json`, as most commands have it. */
export const formatOption = (): Option =>
  new Option("--format <format>", "output format").choices(["text", "json"]).default("text");

/** Wrong usage or unreadable input: one line on standard error, exit 2. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** A progress bar on standard error, only on a terminal: pipes and logs stay clean. */
export function createProgress(stream: Pick<NodeJS.WriteStream, "isTTY" | "write"> = process.stderr): {
  show(done: number, all: number): void;
  clear(): void;
} {
  const width = 30;
  let isShown = false;
  return {
    show(done, all) {
      if (!stream.isTTY || all === 0) return;
      const filled = Math.round((done / all) * width);
      isShown = true;
      stream.write(`\r${"█".repeat(filled)}${"░".repeat(width - filled)} ${done}/${all}`);
    },
    clear() {
      if (!isShown) return;
      isShown = false;
      stream.write(`\r${" ".repeat(width + 20)}\r`);
    },
  };
}
